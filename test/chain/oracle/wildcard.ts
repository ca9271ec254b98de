import type { Context } from './policy.ts';

/** One character, or a wildcard. */
export type Token = { readonly char: string } | 'any' | 'one';

/**
 * A value of a policy with its variables filled in. What a variable brings is literal, also a `*`. Undefined where a
 * variable's key is not in the request and no default is given: such a value matches nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function readPattern(value: string, context: Context, hasWildcards: boolean): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < value.length; at++) {
    const end = value.startsWith('${', at) ? value.indexOf('}', at) : -1;
    if (end !== -1) {
      const filled = fillVariable(value.slice(at + 2, end), context);
      if (filled === undefined) return undefined;
      tokens.push(...[...filled].map((char) => ({ char })));
      at = end;
      continue;
    }
    const char = value.charAt(at);
    if (hasWildcards && char === '*') tokens.push('any');
    else if (hasWildcards && char === '?') tokens.push('one');
    else tokens.push({ char });
  }
  return tokens;
}

function fillVariable(inner: string, context: Context): string | undefined {
  if (inner === '*' || inner === '?' || inner === '$') return inner;
  const comma = inner.indexOf(',');
  const key = (comma === -1 ? inner : inner.slice(0, comma)).trim().toLowerCase();
  const fallback =
    comma === -1
      ? undefined
      : inner
          .slice(comma + 1)
          .trim()
          .replace(/^'(.*)'$/, '$1');
  const values = context.get(key);
  // Keys of several values cannot be variables.
  return values?.length === 1 ? values[0] : fallback;
}

/** Tries every length for every `*`. */
export function matchesTokens(tokens: readonly Token[], text: string, from = 0, at = 0): boolean {
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === 'any') {
      for (let end = at; end <= text.length; end++) if (matchesTokens(tokens, text, index + 1, end)) return true;
      return false;
    }
    if (at === text.length || (typeof token === 'object' && token.char !== text[at])) return false;
    at++;
  }
  return at === text.length;
}

/** Cuts at colons that are written or filled in. */
export function splitTokens(tokens: readonly Token[], parts: number): readonly (readonly Token[])[] {
  const found: Token[][] = [[]];
  for (const token of tokens) {
    const isColon = typeof token === 'object' && token.char === ':';
    if (isColon && found.length < parts) found.push([]);
    else found.at(-1)?.push(token);
  }
  return found;
}
