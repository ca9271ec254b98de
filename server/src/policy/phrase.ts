import { kindNames, type PolicyKind } from './kind.ts';

/** For messages: `an identity policy`, `a trust policy`. */
export function aKind(kind: PolicyKind): string {
  const name = kindNames[kind];
  return /^[aeiou]/i.test(name) ? `an ${name}` : `a ${name}`;
}

/** For messages: names in backquotes, `` `A`, `B` or `C` ``. */
export function listNames(names: readonly string[], word: 'and' | 'or'): string {
  return joinWords(
    names.map((name) => `\`${name}\``),
    word,
  );
}

/** For messages: `a, b and c`. */
export function joinWords(words: readonly string[], word: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1)}`;
}
