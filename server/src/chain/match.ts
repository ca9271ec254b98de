import { wildcardMatches } from '../base/wildcard.ts';
import type { Text, Unknown } from '../role/text.ts';
import { literalText } from '../role/text.ts';
import { type Alignment, align, type Slot } from './align.ts';
import { canMatch, mustMatch, symbolsOf } from './symbols.ts';
import {
  arnParts,
  isUnknown,
  isWildcard,
  literalTokens,
  lowerCase,
  patternTokens,
  type Token,
  textOfTokens,
} from './token.ts';
import type { Truth } from './truth.ts';
import { kindOfType } from './word-kind.ts';

/** `equals`: no wildcards. `like`: wildcards. `arn`: wildcards within each of the six parts. */
export type MatchMode = 'equals' | 'equals-ignoring-case' | 'like' | 'like-ignoring-case' | 'arn';

/** What a comparison that is not decided asks of one unknown. */
export type Demand =
  /** Equal to a text, which may hold other unknowns. */
  | { readonly type: 'equals'; readonly text: Text; readonly ignoresCase?: true }
  /** With what stands around it in the value, matched by a pattern of which all is known. */
  | {
      readonly type: 'pattern';
      readonly before: readonly Token[];
      readonly after: readonly Token[];
      readonly pattern: readonly Token[];
    }
  /** Stands in a pattern, where it may itself be a wildcard. */
  | { readonly type: 'widens' }
  /** Depends on other unknowns too: the values that matter are not all known before those are. */
  | { readonly type: 'entangled' };

/** Takes what an undecided comparison asks. */
export type Ask = (unknown: Unknown, demand: Demand) => void;

/** Whether it is assumed that an unknown differs from a text that stands for another. */
export type Differs = (unknown: Unknown, literal: string) => boolean;

/** Whom a comparison tells what it asks, and what it takes for granted. */
export interface Listener {
  readonly ask: Ask;
  readonly differs?: Differs;
}

/**
 * Whether a pattern matches a value. True: both are the same whatever they will be, or the pattern covers all that the
 * value can be. False: nothing that the unknown parts can be makes them match. User text never becomes a RegExp.
 */
export function matchText(pattern: Text, value: Text, mode: MatchMode, listener?: Listener): Truth {
  const one = literalText(pattern);
  const two = literalText(value);
  if (one !== undefined && two !== undefined) return matchLiterals(one, two, mode);
  const wild = mode !== 'equals' && mode !== 'equals-ignoring-case';
  return matchTokens(wild ? patternTokens(pattern) : literalTokens(pattern), literalTokens(value), mode, listener);
}

/** Whether a pattern with `*` and `?` matches a value, colons included. */
export function matchPattern(pattern: Text, value: Text): 'true' | 'false' | 'unknown' {
  const truth = matchText(pattern, value, 'like');
  return truth === undefined ? 'unknown' : truth ? 'true' : 'false';
}

function matchLiterals(pattern: string, value: string, mode: MatchMode): Truth {
  switch (mode) {
    case 'equals':
      return pattern === value;
    case 'equals-ignoring-case':
      return pattern.toLowerCase() === value.toLowerCase();
    case 'like':
      return wildcardMatches(pattern, value);
    case 'like-ignoring-case':
      return wildcardMatches(pattern.toLowerCase(), value.toLowerCase());
    case 'arn':
      return matchArns(pattern, value);
  }
}

/**
 * IAM User Guide, condition operators: "Each of the six colon-delimited components of the ARN is checked separately". No
 * page says what a bare `*` does then.
 */
function matchArns(pattern: string, value: string): Truth {
  let p = 0;
  let v = 0;
  for (let part = 0; part < 5; part++) {
    const pEnd = pattern.indexOf(':', p);
    const vEnd = value.indexOf(':', v);
    if (pEnd < 0 || vEnd < 0) return pattern === '*' && isArn(value) ? undefined : false;
    if (!wildcardMatches(pattern.slice(p, pEnd), value.slice(v, vEnd))) return false;
    p = pEnd + 1;
    v = vEnd + 1;
  }
  return wildcardMatches(pattern.slice(p), value.slice(v));
}

export function isArn(text: string): boolean {
  return text.split(':').length >= 6;
}

/** `matchText` for a pattern whose wildcards are told from literal characters already. */
export function matchTokens(
  pattern: readonly Token[],
  value: readonly Token[],
  mode: MatchMode,
  listener: Listener | undefined,
): Truth {
  if (mode === 'arn') return matchArnTokens(pattern, value, listener);
  const ignoresCase = mode === 'equals-ignoring-case' || mode === 'like-ignoring-case';
  return ignoresCase
    ? matchWhole(lowerCase(pattern), lowerCase(value), ignoringCase(listener), mode !== 'equals-ignoring-case')
    : matchWhole(pattern, value, listener, mode !== 'equals');
}

function ignoringCase(listener: Listener | undefined): Listener | undefined {
  return (
    listener && {
      ...listener,
      ask: (unknown, demand) =>
        listener.ask(unknown, demand.type === 'equals' ? { ...demand, ignoresCase: true } : demand),
    }
  );
}

function matchArnTokens(pattern: readonly Token[], value: readonly Token[], listener: Listener | undefined): Truth {
  const ofPattern = arnParts(pattern);
  const ofValue = arnParts(value);
  const isStar = pattern.length === 1 && typeof pattern[0] === 'object' && 'wildcard' in pattern[0];
  if (isStar) return ofValue === 'no-arn' ? false : undefined;
  if (ofPattern === 'no-arn' || ofValue === 'no-arn') return false;
  if (ofPattern === undefined || ofValue === undefined) {
    // Where the parts cannot be told apart yet, the pattern as a whole matches at least as much.
    const whole = matchWhole(pattern, value, listener, true);
    if (whole === true) askEntangled(pattern, value, listener?.ask);
    return whole === false ? false : undefined;
  }
  return matchAll(
    ofPattern.map((part, index) => [part, ofValue[index] ?? []] as const),
    listener,
  );
}

function matchAll(
  pairs: readonly (readonly [readonly Token[], readonly Token[]])[],
  listener: Listener | undefined,
): Truth {
  let result: Truth = true;
  const asked: [Unknown, Demand][] = [];
  for (const [pattern, value] of pairs) {
    const own: Listener = { ...listener, ask: (unknown, demand) => asked.push([unknown, demand]) };
    const truth = matchWhole(pattern, value, own, true);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  if (listener !== undefined) for (const [unknown, demand] of asked) listener.ask(unknown, demand);
  return result;
}

/** `isWild`: what is not known of the pattern may hold wildcards. */
function matchWhole(
  pattern: readonly Token[],
  value: readonly Token[],
  listener: Listener | undefined,
  isWild: boolean,
): Truth {
  const alignment = align(pattern, value);
  if (alignment === undefined) return false;
  const open: Slot[] = [];
  for (const slot of alignment.slots) {
    const truth = matchSlot(slot, listener?.differs, isWild);
    if (truth === false) return false;
    if (truth === undefined) open.push(slot);
  }
  const rest = matchRest(alignment);
  if (rest === false) return false;
  if (rest === true && open.length === 0) return true;
  if (listener !== undefined) {
    for (const slot of open) askOfSlot(slot, listener.ask, isWild);
    if (rest === undefined) askOfRest(alignment, listener.ask, isWild);
  }
  return undefined;
}

function matchSlot({ unknown, tokens, inPattern }: Slot, differs: Differs | undefined, isWild: boolean): Truth {
  const [only, ...more] = tokens;
  if (isUnknown(only) && more.length === 0 && only.unknown === unknown.unknown) return true;
  // Another text matches too where it is a wildcard.
  const mayWiden = isWild && inPattern && unknown.type === 'text';
  if (!mayWiden && typeof only === 'string' && more.length === 0 && differs?.(unknown, only)) return false;
  return canBe(unknown, tokens) ? undefined : false;
}

/** Whether some value of an unknown is the same as some text of the tokens, which hold no wildcards. */
function canBe(unknown: Unknown, tokens: readonly Token[]): boolean {
  const [only, ...more] = tokens;
  if (more.length > 0 || typeof only !== 'string') return canMatch(symbolsOf([unknown]), symbolsOf(tokens));
  if (unknown.type === 'text') return true;
  // What a path's text is like, the symbols do not tell in full.
  return unknown.type === 'path' ? !only.includes(':') : kindOfType(unknown.type).fits(only);
}

function matchRest({ pattern, value }: Alignment): Truth {
  if (pattern.length === 0 && value.length === 0) return true;
  const [only, ...more] = pattern;
  if (only !== undefined && isWildcard(only) && only.wildcard === '*' && more.length === 0) return true;
  const ofPattern = symbolsOf(pattern);
  const ofValue = symbolsOf(value);
  if (!canMatch(ofPattern, ofValue)) return false;
  return mustMatch(ofPattern, ofValue) ? true : undefined;
}

function askOfSlot({ unknown, tokens, inPattern }: Slot, ask: Ask, isWild: boolean): void {
  const text = textOfTokens(tokens) ?? [];
  ask(unknown, { type: 'equals', text });
  if (isWild && inPattern && unknown.type === 'text') ask(unknown, { type: 'widens' });
  const [only, ...more] = tokens;
  if (isUnknown(only) && more.length === 0) ask(only, { type: 'equals', text: [unknown] });
  else for (const token of tokens) if (isUnknown(token)) ask(token, { type: 'entangled' });
}

function askOfRest({ pattern, value }: Alignment, ask: Ask, isWild: boolean): void {
  const inPattern = pattern.filter(isUnknown);
  const inValue = value.filter(isUnknown);
  if (inPattern.length > 0 && inValue.length > 0) {
    askEntangled(pattern, value, ask);
    return;
  }
  for (const unknown of inValue) {
    const index = value.indexOf(unknown);
    if (countOf(inValue, unknown) > 1) ask(unknown, { type: 'entangled' });
    ask(unknown, { type: 'pattern', before: value.slice(0, index), after: value.slice(index + 1), pattern });
  }
  for (const unknown of inPattern) {
    if (countOf(inPattern, unknown) > 1) ask(unknown, { type: 'entangled' });
    askForSlices(unknown, pattern, literalText(textOfTokens(value) ?? []) ?? '', ask, isWild);
  }
}

/** Values that let the pattern around an unknown match a literal: pieces of the literal. */
function askForSlices(unknown: Unknown, pattern: readonly Token[], value: string, ask: Ask, isWild: boolean): void {
  const kind = kindOfType(unknown.type);
  const index = pattern.indexOf(unknown);
  const before = symbolsOf(pattern.slice(0, index));
  const after = symbolsOf(pattern.slice(index + 1));
  const starts = lengths(value).filter((from) => canMatch(before, symbolsOf([value.slice(0, from)])));
  const ends = lengths(value).filter((to) => canMatch(after, symbolsOf([value.slice(to)])));
  let found = 0;
  for (const from of starts)
    for (const to of ends) {
      const piece = value.slice(from, to);
      if (to < from || !kind.fits(piece)) continue;
      if (++found > MOST_PIECES) {
        ask(unknown, { type: 'entangled' });
        return;
      }
      ask(unknown, { type: 'equals', text: piece === '' ? [] : [piece] });
    }
  if (isWild && unknown.type === 'text') ask(unknown, { type: 'widens' });
}

const MOST_PIECES = 40;

function lengths(value: string): readonly number[] {
  return Array.from({ length: value.length + 1 }, (_, index) => index);
}

function askEntangled(pattern: readonly Token[], value: readonly Token[], ask: Ask | undefined): void {
  if (ask === undefined) return;
  for (const token of [...pattern, ...value]) if (isUnknown(token)) ask(token, { type: 'entangled' });
}

function countOf(unknowns: readonly Unknown[], wanted: Unknown): number {
  return unknowns.filter((each) => each.unknown === wanted.unknown).length;
}
