import { lastAtOrBefore } from '../base/text-index.ts';

/** A change to a text before it is parsed, so that a parser gets over an error. */
export interface Patch {
  /** Where it applies, in the text as the user wrote it. */
  readonly offset: number;
  /** How many characters are left out there. */
  readonly remove: number;
  /** What stands there instead. */
  readonly insert: string;
}

/** A text with patches, and the way back. */
export interface PatchedText {
  readonly text: string;
  /** From an offset in `text` to the user's text. What was inserted stands at its patch's offset. */
  originalOffset(offset: number): number;
}

/** Applies patches, which must not overlap. */
export function patchText(original: string, patches: readonly Patch[]): PatchedText {
  if (patches.length === 0) return { text: original, originalOffset: (offset) => offset };

  const parts: string[] = [];
  // Each kept stretch: where it begins in the patched text, and begins and ends in the original.
  const patchedStarts = [0];
  const starts = [0];
  const ends: number[] = [];
  let length = 0;
  let at = 0;
  for (const patch of patches.toSorted((a, b) => a.offset - b.offset)) {
    parts.push(original.slice(at, patch.offset), patch.insert);
    ends.push(patch.offset);
    length += patch.offset - at + patch.insert.length;
    at = patch.offset + patch.remove;
    patchedStarts.push(length);
    starts.push(at);
  }
  parts.push(original.slice(at));
  ends.push(original.length);

  return {
    text: parts.join(''),
    originalOffset(offset) {
      const stretch = lastAtOrBefore(patchedStarts, offset);
      const mapped = (starts[stretch] ?? 0) + offset - (patchedStarts[stretch] ?? 0);
      return Math.min(mapped, ends[stretch] ?? original.length);
    },
  };
}
