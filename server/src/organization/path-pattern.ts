import { type IdKind, idKindOf, rootOfUnit } from './ids.ts';
import { isWholePath, type PathState, pathStart, stepAny, stepPath } from './path-states.ts';

/** Why no path fits a pattern, and the part of the pattern that is to blame: `from` and `to` are indices into it. */
export type PathFault = Extent &
  (
    | { readonly fault: 'arn' | 'account' | 'empty' | 'no-root' }
    /** A good id in the wrong place. */
    | { readonly fault: 'misplaced'; readonly is: IdKind; readonly expected: IdKind }
    /** No id. What was expected is not known behind a wildcard. */
    | { readonly fault: 'no-id'; readonly expected: IdKind | undefined }
    | { readonly fault: 'other-root'; readonly root: string; readonly own: string }
  );

interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * The first part of a pattern that keeps it from fitting any path of any organization; undefined if some path fits.
 * `*` and `?` are wildcards. A missing slash at the end is no fault here. `continues`: more may be written behind it, so
 * that an organization's id alone is no fault either.
 */
export function findPathFault(pattern: string, continues: boolean): PathFault | undefined {
  if (pattern.length > longest || wellFormed.test(pattern)) return undefined;
  if (pattern.startsWith('arn:')) return { fault: 'arn', from: 0, to: pattern.length };
  const misfit = findMisfit(pattern, continues);
  return misfit === undefined ? findOtherRoot(pattern) : explain(pattern, misfit);
}

/** A path has some 420 characters at most. What is more than twice as long is not looked at, whoever wrote it. */
const longest = 1_000;

/** What nearly all paths are: ids in full down to some organizational unit, then at most a wildcard for what is below. */
const wellFormed = /^o-[a-z0-9]{10,32}\/r-([a-z0-9]{4,32})\/(?:ou-\1-[a-z0-9]{8,32}\/)*\*?$/;

/** The index of the first character with which no path goes on; the length where the pattern ends too early. */
function findMisfit(pattern: string, continues: boolean): number | undefined {
  let states: readonly PathState[] = [pathStart];
  for (let index = 0; index < pattern.length; index++) {
    states = step(states, pattern.charAt(index));
    if (states.length === 0) return index;
  }
  const closed = step(states, '/');
  const fits = states.some(isWholePath) || closed.some(isWholePath) || (continues && closed.length > 0);
  return fits ? undefined : pattern.length;
}

function step(states: readonly PathState[], char: string): readonly PathState[] {
  if (char === '*') return reachable(states);
  return unique(states.flatMap((state) => (char === '?' ? stepAny(state) : (stepPath(state, char) ?? []))));
}

/** The states themselves and all that can follow. */
function reachable(states: readonly PathState[]): readonly PathState[] {
  const found = [...states];
  const seen = new Set(found.map(keyOf));
  for (const state of found)
    for (const next of stepAny(state))
      if (!seen.has(keyOf(next))) {
        seen.add(keyOf(next));
        found.push(next);
      }
  return found;
}

function unique(states: readonly PathState[]): readonly PathState[] {
  return [...new Map(states.map((state) => [keyOf(state), state])).values()];
}

function keyOf(state: PathState): string {
  return `${state.in} ${state.length}`;
}

function explain(pattern: string, misfit: number): PathFault {
  const from = misfit === 0 ? 0 : pattern.lastIndexOf('/', misfit - 1) + 1;
  const slash = pattern.indexOf('/', misfit);
  const to = slash < 0 ? pattern.length : slash;
  const segment = pattern.slice(from, to);
  if (segment === '') return explainEmpty(pattern, from);
  const is = idKindOf(segment);
  const expected = expectedAt(pattern.slice(0, from));
  if (is === 'organization' && expected === 'organization') return { fault: 'no-root', from, to };
  if (is === 'account') return { fault: 'account', from, to };
  if (is !== undefined && expected !== undefined) return { fault: 'misplaced', is, expected, from, to };
  return { fault: 'no-id', expected, from, to };
}

/** Two slashes, one at the beginning, or the end of a path that has no root yet. */
function explainEmpty(pattern: string, from: number): PathFault {
  if (from === pattern.length && from > 0) return { fault: 'no-root', from: 0, to: from };
  return { fault: 'empty', from: Math.max(0, from - 1), to: Math.min(from + 1, pattern.length) };
}

/** Which id stands behind `before`. */
function expectedAt(before: string): IdKind | undefined {
  if (/[*?]/.test(before)) return undefined;
  const depth = before.split('/').length - 1;
  return depth === 0 ? 'organization' : depth === 1 ? 'root' : 'unit';
}

/** An organizational unit's id holds its root's: see `OrganizationalUnit` in the API reference. */
function findOtherRoot(pattern: string): PathFault | undefined {
  let from = 0;
  let root: string | undefined;
  for (const segment of pattern.split('/')) {
    const to = from + segment.length;
    if (idKindOf(segment) === 'root') root = segment;
    const own = rootOfUnit(segment);
    if (own !== undefined && root !== undefined && own !== root) return { fault: 'other-root', root, own, from, to };
    from = to + 1;
  }
  return undefined;
}
