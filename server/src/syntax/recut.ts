import type { SyntaxFile } from './fragment.ts';
import type { Slice } from './slice.ts';
import type { PlacedStretch, Stretch } from './stretch.ts';

/** A part of a template that begins and ends where a resource did before an edit. */
export interface ResourcesPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where a resource begins that is as it was. */
  readonly sibling: number;
  /** A resource that is as it was follows. */
  readonly isFollowed: boolean;
}

/**
 * Where the resources of a part begin. Undefined where the rest of the text may have to be cut differently for what
 * stands in the part now.
 */
export type CutResources = (part: ResourcesPart) => readonly number[] | undefined;

/**
 * The slices of a text of which all is as before but some resources next to each other, which are cut by themselves.
 * `before` are the stretches of the file that the text was. Undefined where the whole text has to be looked at.
 *
 * The text is cut from its beginning to its end: what is before the changed resources is cut as it was, and so is what is
 * behind them, where the cut of theirs ends as the one before did. It is for `cut` to see to that.
 */
export function recut(
  text: string,
  { documents, length }: SyntaxFile,
  before: readonly PlacedStretch[],
  cut: CutResources,
): readonly Slice[] | undefined {
  const starts = [...before.map(({ start }) => start), length];
  const isGapless =
    starts[0] === 0 && before.every(({ start, text }, index) => start + text.length === starts[index + 1]);
  if (documents.length !== 1 || !isGapless) return undefined;
  const grown = text.length - length;
  const isKept = (index: number, moved: number) =>
    text.startsWith(before[index]?.text ?? '', (starts[index] ?? 0) + moved);
  let first = 0;
  while (first < before.length && isKept(first, 0)) first++;
  // What is written between two resources belongs to one of them: it is cut with the one before it.
  const from = Math.min(first, before.length - 1);
  const start = starts[from] ?? 0;
  let behind = before.length;
  while (behind - 1 > from && (starts[behind - 1] ?? 0) + grown > start && isKept(behind - 1, grown)) behind--;
  const end = (starts[behind] ?? 0) + grown;
  const changed = before.slice(from, behind);
  if (end <= start || changed.some(({ kind }) => kind !== 'resource')) return undefined;
  const isFollowed = before[behind]?.kind === 'resource';
  const sibling = before[from - 1]?.kind === 'resource' ? starts[from - 1] : isFollowed ? end : undefined;
  // One resource alone may be a function that makes them all.
  if (sibling === undefined) return undefined;
  const found = cut({ text, start, end, sibling, isFollowed });
  if (found === undefined || found[0] !== start) return undefined;
  return [
    ...before.slice(0, from).map((each, index) => sliceOf(each, starts[index] ?? 0)),
    ...found.map((at, index): Slice => ({ kind: 'resource', start: at, end: found[index + 1] ?? end })),
    ...before.slice(behind).map((each, index) => sliceOf(each, (starts[behind + index] ?? 0) + grown)),
  ];
}

function sliceOf({ kind, text }: Stretch, start: number): Slice {
  return { kind, start, end: start + text.length };
}
