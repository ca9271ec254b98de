import { type Char, closure, step, symbolsOf } from './symbols.ts';
import { isUnknown, type Token } from './token.ts';
import { kindOfType, type WordKind } from './word-kind.ts';

/** A pattern that an unknown meets, with what stands around it. */
export interface PatternDemand {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly pattern: readonly Token[];
}

/** A word that stands for all that the same patterns take. */
export interface PatternClass {
  readonly word: string;
  /** Indices of the patterns that take it. */
  readonly matched: readonly number[];
}

/**
 * One word for every combination of patterns that some word meets, and none of the words that are named already.
 * `isComplete` false: there may be more combinations than were found.
 */
export function patternClasses(
  demands: readonly PatternDemand[],
  kind: WordKind,
  named: ReadonlySet<string>,
): PatternClasses {
  const ofKind = known.get(kind) ?? new Map<string, PatternClasses>();
  known.set(kind, ofKind);
  const key = JSON.stringify([demands.map(shapeOf), [...named]]);
  const found = ofKind.get(key) ?? findClasses(demands, kind, named);
  // The few patterns of a workspace are met again and again.
  if (ofKind.size >= MOST_KNOWN) ofKind.clear();
  ofKind.set(key, found);
  return found;
}

export interface PatternClasses {
  readonly classes: readonly PatternClass[];
  readonly isComplete: boolean;
}

const known = new Map<WordKind, Map<string, PatternClasses>>();
const MOST_KNOWN = 500;

/** What of a demand its classes depend on. */
function shapeOf({ before, pattern, after }: PatternDemand): unknown {
  return [before, pattern, after].map((tokens) =>
    tokens.map((token) => (isUnknown(token) ? { type: token.type } : token)),
  );
}

function findClasses(demands: readonly PatternDemand[], kind: WordKind, named: ReadonlySet<string>): PatternClasses {
  const isPath = isPathKind(kind);
  const machines = demands.map(machineOf);
  const alphabet = alphabetOf(demands, kind);
  const found = new Map<string, PatternClass>();
  const first: Visit = { word: '', states: machines.map(({ start }) => start) };
  const seen = new Map<string, number>([[keyOf(first, kind), 1]]);
  const queue: Visit[] = [first];
  const record = (visit: Visit): void => {
    if (!kind.fits(visit.word) || named.has(visit.word)) return;
    const { key, matched } = classOf(machines, visit.states);
    if (!found.has(key)) found.set(key, { word: visit.word, matched });
  };
  let index = 0;
  for (; index < queue.length && index < MOST_VISITS; index++) {
    const visit = queue[index];
    if (visit === undefined) break;
    if (visit.word !== '' || isPath) record(visit);
    if (visit.word.length >= LONGEST) continue;
    for (const char of alphabet) {
      if (!kind.begins(visit.word + char)) continue;
      const states = visit.states.map((each, at) => step(machines[at]?.symbols ?? [], each, char));
      const next = { word: visit.word + char, states };
      const key = keyOf(next, kind);
      // A word that is named already leaves its place to as many others.
      const times = seen.get(key) ?? 0;
      if (times > named.size) continue;
      seen.set(key, times + 1);
      queue.push(next);
    }
  }
  if (!isPath) record(first);
  const isAll = found.size >= 2 ** demands.length || index >= queue.length;
  const classes = [...found.values()].sort((one, two) => two.matched.length - one.matched.length);
  return { classes, isComplete: isAll };
}

const MOST_VISITS = 4_000;
const LONGEST = 400;

interface Visit {
  readonly word: string;
  readonly states: readonly (readonly number[])[];
}

interface Machine {
  readonly symbols: readonly Char[];
  readonly start: readonly number[];
  readonly after: readonly Token[];
}

function machineOf({ before, after, pattern }: PatternDemand): Machine {
  const symbols = symbolsOf(pattern);
  return { symbols, start: run(symbols, closure(symbols, [0]), before), after };
}

function run(symbols: readonly Char[], states: readonly number[], tokens: readonly Token[]): readonly number[] {
  let current = states;
  for (const token of tokens) {
    if (typeof token === 'string') for (const char of token) current = step(symbols, current, char);
    // Whatever it will be: any later state.
    else
      current = symbols
        .map((_, at) => at)
        .concat(symbols.length)
        .filter((at) => at >= (current[0] ?? Infinity));
  }
  return current;
}

function classOf(
  machines: readonly Machine[],
  states: Visit['states'],
): { readonly key: string; readonly matched: readonly number[] } {
  const matched: number[] = [];
  const keys = machines.map(({ symbols, after }, at) => {
    const own = states[at] ?? [];
    const isMatched = run(symbols, own, after).includes(symbols.length);
    if (isMatched) matched.push(at);
    // With more unknown behind it, what is left of the pattern tells the class.
    return after.some(isUnknown) ? own.join(' ') : String(isMatched);
  });
  return { key: keys.join('|'), matched };
}

function keyOf({ word, states }: Visit, { shapeOf }: WordKind): string {
  return `${shapeOf(word)}|${states.map((each) => each.join(' ')).join('|')}`;
}

/** Every character of the patterns, and one that is in none of them. */
function alphabetOf(demands: readonly PatternDemand[], kind: WordKind): readonly string[] {
  const chars = new Set<string>(isPathKind(kind) ? ['/'] : []);
  for (const { pattern } of demands)
    for (const token of pattern) if (typeof token === 'string') for (const char of token) chars.add(char);
  const other = [...'xyzqwvkj0123456789-_XYZQ'].find((char) => !chars.has(char) && kind.begins(char));
  if (other !== undefined) chars.add(other);
  return [...chars];
}

function isPathKind(kind: WordKind): boolean {
  return kind === kindOfType('path');
}
