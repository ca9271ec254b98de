import type { Node } from './node.ts';
import { deepestNesting } from './parsed-text.ts';

/**
 * How many values the aliases of one document may stand for, taken together. Ten lines with ten aliases each stand for
 * ten thousand million; the text of a template of 1 MB holds fewer than a hundred thousand.
 */
const mostRepeated = 100_000;

/** Said of each alias beyond. */
const tooManyAliasesMessage = `The aliases up to here stand for more than ${mostRepeated} values, or are nested deeper than ${deepestNesting} levels. This one is not followed.`;

/** What a value holds, itself counted in, with each alias in it as often as it is there. */
export interface Extent {
  readonly size: number;
  readonly depth: number;
}

/** Counts the values of one document while they are read. All that walks over the tree later walks over aliases too. */
export interface Extents {
  /** A value begins, in the one that is being read. */
  enter(): void;
  leave(): void;
  /** Reads what an anchor stands before, and says how much it is. */
  measure(read: () => Node): Anchored;
  /** Whether an alias may stand for so much here; then it is counted. */
  repeat(extent: Extent): boolean;
}

export function createExtents(): Extents {
  let size = 0;
  let level = 0;
  let deepest = 0;
  let left = mostRepeated;
  return {
    enter() {
      size++;
      level++;
      deepest = Math.max(deepest, level);
    },
    leave() {
      level--;
    },
    measure(read) {
      const before = { size, deepest };
      deepest = level;
      const node = read();
      // The value itself was counted by `enter`.
      const extent = { size: size - before.size + 1, depth: deepest - level + 1 };
      deepest = Math.max(deepest, before.deepest);
      return { node, extent };
    },
    repeat({ size: more, depth }) {
      if (more > left || level + depth - 1 > deepestNesting) return false;
      left -= more;
      size += more - 1;
      deepest = Math.max(deepest, level + depth - 1);
      return true;
    },
  };
}

/** What an anchor stands before. */
export interface Anchored {
  readonly node: Node;
  readonly extent: Extent;
}

/** Why an alias is not followed; `open` while what its anchor stands before is being read. */
export function aliasProblem(name: string, anchored: Anchored | 'open' | undefined): string {
  if (anchored === 'open') return `The anchor &${name} holds itself here.`;
  if (anchored === undefined) return `No anchor &${name} stands above. Put the value in quotes if it is a text.`;
  return tooManyAliasesMessage;
}
