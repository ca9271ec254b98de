/**
 * How far a text has come on the way to an organization's path: the id that it is in, and the characters of that id so
 * far. An organizational unit's id has two: the root's part, and its own.
 */
export interface PathState {
  readonly in: 'organization' | 'root' | 'unit' | 'unit-own';
  readonly length: number;
}

/** Before the first character. */
export const pathStart: PathState = { in: 'organization', length: 0 };

/** True for a text that is a path: it ends behind the slash of a root or an organizational unit. */
export function isWholePath(state: PathState): boolean {
  return state.in === 'unit' && state.length === 0;
}

/** Each id: what it begins with, how many letters and digits follow, and what comes then. Source: see `ids.ts`. */
const ids = {
  organization: { prefix: 'o-', least: 10, most: 32, end: '/', next: 'root' },
  root: { prefix: 'r-', least: 4, most: 32, end: '/', next: 'unit' },
  unit: { prefix: 'ou-', least: 4, most: 32, end: '-', next: 'unit-own' },
  'unit-own': { prefix: '', least: 8, most: 32, end: '/', next: 'unit' },
} as const;

/** The state after one more character; undefined where no path goes on with it. */
export function stepPath({ in: id, length }: PathState, char: string): PathState | undefined {
  const { prefix, least, most, end, next } = ids[id];
  if (length < prefix.length) return char === prefix[length] ? { in: id, length: length + 1 } : undefined;
  const count = length - prefix.length;
  if (char === end) return count >= least ? { in: next, length: 0 } : undefined;
  return count < most && /^[a-z0-9]$/.test(char) ? { in: id, length: length + 1 } : undefined;
}

/** The states that can follow after any one character. */
export function stepAny(state: PathState): readonly PathState[] {
  // Letters and digits of an id lead to one state, so one of them stands for all.
  return ['o', 'r', 'u', '-', '/'].flatMap((char) => stepPath(state, char) ?? []);
}
