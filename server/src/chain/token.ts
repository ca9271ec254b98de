import { inPlace, type Text, type Unknown } from '../role/text.ts';

/** A piece of a pattern or of a value: literal characters, a wildcard, or what is not known. Never an empty literal. */
export type Token = string | Wildcard | Unknown;

export interface Wildcard {
  readonly wildcard: '*' | '?';
}

const STAR: Wildcard = { wildcard: '*' };
const QUESTION_MARK: Wildcard = { wildcard: '?' };

export function isWildcard(token: Token | undefined): token is Wildcard {
  return typeof token === 'object' && 'wildcard' in token;
}

export function isUnknown(token: Token | undefined): token is Unknown {
  return typeof token === 'object' && 'unknown' in token;
}

/** Adds literal characters, joined to those before. */
export function addLiteral(tokens: Token[], text: string): void {
  if (text === '') return;
  const last = tokens.at(-1);
  if (typeof last === 'string') tokens[tokens.length - 1] = last + text;
  else tokens.push(text);
}

/** Adds characters of which `*` and `?` are wildcards. */
export function addPattern(tokens: Token[], text: string): void {
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char !== '*' && char !== '?') continue;
    addLiteral(tokens, text.slice(from, index));
    tokens.push(char === '*' ? STAR : QUESTION_MARK);
    from = index + 1;
  }
  addLiteral(tokens, text.slice(from));
}

/** A text without wildcards. */
export function literalTokens(text: Text): readonly Token[] {
  const tokens: Token[] = [];
  for (const part of text) {
    if (typeof part === 'string') addLiteral(tokens, part);
    else tokens.push(part);
  }
  return tokens;
}

export function patternTokens(text: Text): readonly Token[] {
  const tokens: Token[] = [];
  for (const part of text) {
    if (typeof part === 'string') addPattern(tokens, part);
    else tokens.push(part);
  }
  return tokens;
}

/** Undefined where a wildcard is among the tokens. */
export function textOfTokens(tokens: readonly Token[]): Text | undefined {
  const parts: (string | Unknown)[] = [];
  for (const token of tokens) {
    if (isWildcard(token)) return undefined;
    parts.push(token);
  }
  return parts;
}

export function lowerCase(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token) => (typeof token === 'string' ? token.toLowerCase() : token));
}

/** As the pattern was written. */
export function writeTokens(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (typeof token === 'string' ? token : isWildcard(token) ? token.wildcard : inPlace(token)))
    .join('');
}

/** The six parts of an ARN, the last with whatever colons it has; undefined where they cannot be told apart. */
export function arnParts(tokens: readonly Token[]): readonly (readonly Token[])[] | 'no-arn' | undefined {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    const part = parts[parts.length - 1] ?? [];
    if (typeof token !== 'string') {
      if (isUnknown(token) && token.type === 'text' && parts.length < 6) return undefined;
      part.push(token);
      continue;
    }
    const pieces = token.split(':');
    const room = 6 - parts.length;
    const own = pieces.length - 1 > room ? [...pieces.slice(0, room), pieces.slice(room).join(':')] : pieces;
    addLiteral(part, own[0] ?? '');
    for (const piece of own.slice(1)) {
      const next: Token[] = [];
      addLiteral(next, piece);
      parts.push(next);
    }
  }
  return parts.length === 6 ? parts : 'no-arn';
}
