import type { Unknown } from '../role/text.ts';
import { isUnknown, isWildcard, type Token } from './token.ts';

/** What must hold for a pattern to match a value: each slot is equal, and what remains of the two matches. */
export interface Alignment {
  readonly slots: readonly Slot[];
  readonly pattern: readonly Token[];
  readonly value: readonly Token[];
}

/** An unknown and what stands in its place on the other side. No wildcards are in it. */
export interface Slot {
  readonly unknown: Unknown;
  readonly tokens: readonly Token[];
  readonly inPattern: boolean;
}

/**
 * Takes away from both ends what certainly stands side by side. Undefined: some of it differs, whatever is not known.
 */
export function align(pattern: readonly Token[], value: readonly Token[]): Alignment | undefined {
  const left: Token[] = [...pattern];
  const right: Token[] = [...value];
  const slots: Slot[] = [];
  if (!trimStart(left, right, slots) || !trimEnd(left, right, slots)) return undefined;
  const [only, ...more] = left;
  const [lone, ...others] = right;
  if (isUnknown(only) && more.length === 0 && !right.some(isWildcard) && right.length > 0)
    return { slots: [...slots, { unknown: only, tokens: right, inPattern: true }], pattern: [], value: [] };
  if (isUnknown(lone) && others.length === 0 && !left.some(isWildcard) && left.length > 0)
    return { slots: [...slots, { unknown: lone, tokens: left, inPattern: false }], pattern: [], value: [] };
  return { slots, pattern: left, value: right };
}

function trimStart(left: Token[], right: Token[], slots: Slot[]): boolean {
  for (;;) {
    const [one] = left;
    const [two] = right;
    if (one === undefined || two === undefined) return true;
    if (typeof one === 'string' && typeof two === 'string') {
      const length = Math.min(one.length, two.length);
      if (one.slice(0, length) !== two.slice(0, length)) return false;
      drop(left, one.slice(length));
      drop(right, two.slice(length));
      continue;
    }
    if (isUnknown(one) && isUnknown(two)) {
      if (!standSideBySide(one, two, left[1], right[1])) return true;
      if (one.unknown !== two.unknown) slots.push({ unknown: one, tokens: [two], inPattern: true });
      left.shift();
      right.shift();
      continue;
    }
    const done = isUnknown(one) && typeof two === 'string' ? take(one, left, right, two, slots, true) : undefined;
    const taken =
      done ?? (isUnknown(two) && typeof one === 'string' ? take(two, right, left, one, slots, false) : 'stop');
    if (taken === 'stop') return true;
    if (taken === 'differs') return false;
  }
}

/** The same unknown, two accounts, or two names that both end here. */
function standSideBySide(
  one: Unknown,
  two: Unknown,
  afterOne: Token | undefined,
  afterTwo: Token | undefined,
): boolean {
  if (one.unknown === two.unknown) return true;
  if (one.type === 'account' && two.type === 'account') return true;
  return one.type === 'name' && two.type === 'name' && endsName(afterOne) && endsName(afterTwo);
}

function endsName(next: Token | undefined): boolean {
  return next === undefined || (typeof next === 'string' && (next.startsWith('/') || next.startsWith(':')));
}

/** Sets an unknown against the literal that stands at its place, as far as its type tells where it ends. */
function take(
  unknown: Unknown,
  own: Token[],
  other: Token[],
  literal: string,
  slots: Slot[],
  inPattern: boolean,
): 'taken' | 'stop' | 'differs' {
  const length = lengthOf(unknown, own[1], literal, other.length === 1);
  if (length === undefined) return 'stop';
  if (length === 'never') return 'differs';
  slots.push({ unknown, tokens: [literal.slice(0, length)], inPattern });
  own.shift();
  drop(other, literal.slice(length));
  return 'taken';
}

function lengthOf(
  { type }: Unknown,
  next: Token | undefined,
  literal: string,
  isLast: boolean,
): number | 'never' | undefined {
  if (type === 'account') {
    if (literal.length >= 12) return isAccount(literal.slice(0, 12)) ? 12 : 'never';
    return isLast ? 'never' : undefined;
  }
  if (type !== 'name' || !endsName(next)) return undefined;
  let length = 0;
  while (length < literal.length && literal[length] !== '/' && literal[length] !== ':') length++;
  if (length === literal.length && !isLast) return undefined;
  return length === 0 ? 'never' : length;
}

function trimEnd(left: Token[], right: Token[], slots: Slot[]): boolean {
  for (;;) {
    const one = left.at(-1);
    const two = right.at(-1);
    if (one === undefined || two === undefined) return true;
    if (typeof one === 'string' && typeof two === 'string') {
      const length = Math.min(one.length, two.length);
      if (one.slice(-length) !== two.slice(-length)) return false;
      dropEnd(left, one.slice(0, -length));
      dropEnd(right, two.slice(0, -length));
      continue;
    }
    if (!isUnknown(one) || !isUnknown(two)) return true;
    if (one.unknown !== two.unknown && (one.type !== 'account' || two.type !== 'account')) return true;
    if (one.unknown !== two.unknown) slots.push({ unknown: one, tokens: [two], inPattern: true });
    left.pop();
    right.pop();
  }
}

function drop(tokens: Token[], rest: string): void {
  tokens.shift();
  if (rest !== '') tokens.unshift(rest);
}

function dropEnd(tokens: Token[], rest: string): void {
  tokens.pop();
  if (rest !== '') tokens.push(rest);
}

/** Twelve digits. */
export function isAccount(text: string): boolean {
  if (text.length !== 12) return false;
  for (const char of text) if (char < '0' || char > '9') return false;
  return true;
}
