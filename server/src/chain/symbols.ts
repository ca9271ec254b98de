import { isWildcard, type Token } from './token.ts';

/** One character, or any number of characters, of a kind. */
export interface Char {
  /** A literal character, or the kind of character. */
  readonly kind: string | typeof DIGIT | typeof NAME | typeof PATH | typeof ANY;
  /** Any number of times, none included. */
  readonly loops: boolean;
  /** Comes from `*` or `?`: the pattern takes whatever stands there, and does not wait for what is not known. */
  readonly wild: boolean;
}

const DIGIT = 0;
const NAME = 1;
const PATH = 2;
const ANY = 3;

const digit: Char = { kind: DIGIT, loops: false, wild: false };
const nameChar: Char = { kind: NAME, loops: false, wild: false };
const nameChars: Char = { kind: NAME, loops: true, wild: false };
const pathChars: Char = { kind: PATH, loops: true, wild: false };
const anyChars: Char = { kind: ANY, loops: true, wild: false };
const star: Char = { kind: ANY, loops: true, wild: true };
const questionMark: Char = { kind: ANY, loops: false, wild: true };
const account: readonly Char[] = Array.from({ length: 12 }, () => digit);

/** The tokens character by character. */
export function symbolsOf(tokens: readonly Token[]): readonly Char[] {
  const symbols: Char[] = [];
  for (const token of tokens) {
    if (typeof token === 'string') for (const kind of token) symbols.push({ kind, loops: false, wild: false });
    else if (isWildcard(token)) symbols.push(token.wildcard === '*' ? star : questionMark);
    else if (token.type === 'account') symbols.push(...account);
    else if (token.type === 'name') symbols.push(nameChar, nameChars);
    else symbols.push(token.type === 'path' ? pathChars : anyChars);
  }
  return symbols;
}

/** False: no values of what is not known make the two the same text. */
export function canMatch(pattern: readonly Char[], value: readonly Char[]): boolean {
  const width = value.length + 1;
  const reached = new Uint8Array((pattern.length + 1) * width);
  reached[0] = 1;
  for (let p = 0; p <= pattern.length; p++)
    for (let v = 0; v <= value.length; v++) {
      if (reached[p * width + v] !== 1) continue;
      const left = pattern[p];
      const right = value[v];
      if (left?.loops) reached[(p + 1) * width + v] = 1;
      if (right?.loops) reached[p * width + v + 1] = 1;
      if (left === undefined || right === undefined || !meet(left, right)) continue;
      reached[(left.loops ? p : p + 1) * width + (right.loops ? v : v + 1)] = 1;
    }
  return reached[reached.length - 1] === 1;
}

/** True: whatever is not known, the pattern matches the value. False says nothing. */
export function mustMatch(pattern: readonly Char[], value: readonly Char[]): boolean {
  let states = closure(pattern, [0], isStar);
  for (const symbol of value) {
    const next: number[] = [];
    for (const state of states) {
      const own = pattern[state];
      if (own === undefined) continue;
      if (own.wild && own.loops) next.push(state);
      else if (!symbol.loops && (own.wild || (isLiteral(own) && own.kind === symbol.kind))) next.push(state + 1);
    }
    states = closure(pattern, next, isStar);
    if (states.length === 0) return false;
  }
  return states.includes(pattern.length);
}

/** The states that are reached without a character, in order. */
export function closure(
  pattern: readonly Char[],
  states: readonly number[],
  skips: (char: Char) => boolean = loops,
): readonly number[] {
  const found = new Set<number>();
  for (let state of states) {
    found.add(state);
    for (let own = pattern[state]; own !== undefined && skips(own); own = pattern[state]) found.add(++state);
  }
  return [...found].sort((left, right) => left - right);
}

function loops(char: Char): boolean {
  return char.loops;
}

/** What is not known may be empty, and may not. */
function isStar(char: Char): boolean {
  return char.loops && char.wild;
}

/** The states after one more character. */
export function step(pattern: readonly Char[], states: readonly number[], char: string): readonly number[] {
  const next: number[] = [];
  for (const state of states) {
    const own = pattern[state];
    if (own === undefined || !(isLiteral(own) ? own.kind === char : holds(own.kind, char))) continue;
    next.push(own.loops ? state : state + 1);
  }
  return closure(pattern, next);
}

function meet(left: Char, right: Char): boolean {
  if (isLiteral(left)) return isLiteral(right) ? left.kind === right.kind : holds(right.kind, left.kind as string);
  return isLiteral(right) ? holds(left.kind, right.kind as string) : true;
}

function isLiteral(symbol: Char): boolean {
  return typeof symbol.kind === 'string';
}

function holds(kind: Char['kind'], char: string): boolean {
  if (kind === DIGIT) return char >= '0' && char <= '9';
  if (kind === NAME) return char !== '/' && char !== ':' && char !== '*' && char !== '?';
  return kind === ANY || char !== ':';
}
