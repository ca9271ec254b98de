import { narrowEdit, type TextEdit } from '../base/long-text.ts';
import type { Fragment, SyntaxDocument, SyntaxFile } from './fragment.ts';

/** Resources next to each other of which some are edited, in a part of their template that ends behind the next one. */
export interface ResourcesPart {
  readonly text: string;
  /** Of the resources, in `text`. */
  readonly start: number;
  readonly end: number;
  /** Where a resource begins that is as it was. */
  readonly sibling: number;
  /** A resource that is as it was follows. */
  readonly isFollowed: boolean;
  /** True where the word stands somewhere in the template. */
  readonly holds: (word: string) => boolean;
}

/**
 * Where the resources of a part begin. Undefined where the rest of the text may have to be cut differently for what
 * stands in the part now.
 */
export type CutResources = (part: ResourcesPart) => readonly number[] | undefined;

/** Resources next to each other, as an edit leaves them. */
export interface Recut {
  /** The fragments of which they take the place: from this one on to the one before `behind`. */
  readonly from: number;
  readonly behind: number;
  /** What they are now, one behind the other. */
  readonly texts: readonly string[];
}

/**
 * The only document of a file as an edit leaves it, where all is as before but some resources next to each other, which
 * are cut by themselves. Undefined where the whole text has to be looked at.
 *
 * A text is cut from its beginning to its end: what is before the changed resources is cut as it was, and so is what is
 * behind them, where the cut of theirs ends as the one before did. It is for `cut` to see to that.
 */
export function recut(file: SyntaxFile, edit: TextEdit, cut: CutResources): Recut | undefined {
  const document = onlyDocument(file);
  if (document === undefined) return undefined;
  const { fragments } = document;
  // What is written between two resources belongs to one of them: both are cut.
  const from = fragments.findIndex(({ start, text }) => start + text.length >= edit.start);
  const first = fragments[from];
  if (first === undefined) return undefined;
  let behind = from + 1;
  while ((fragments[behind]?.start ?? Number.POSITIVE_INFINITY) <= edit.end) behind++;
  const isResource = (index: number) => isResourceAlone(fragments, index);
  for (let index = from; index < behind; index++) if (!isResource(index)) return undefined;

  const old = textOf(fragments.slice(from, behind));
  const now = old.slice(0, edit.start - first.start) + edit.inserted + old.slice(edit.end - first.start);
  const before = fragments[from - 1]?.text ?? '';
  const isFollowed = isResource(behind);
  const [start, end] = [before.length, before.length + now.length];
  const sibling = isResource(from - 1) ? 0 : isFollowed ? end : undefined;
  // One resource alone may be a function that makes them all.
  if (sibling === undefined) return undefined;
  const holds = (word: string) =>
    now.includes(word) || fragments.some(({ text }, index) => (index < from || index >= behind) && text.includes(word));
  const text = before + now + (fragments[behind]?.text ?? '');
  const found = cut({ text, start, end, sibling, isFollowed, holds });
  if (found === undefined || found[0] !== start) return undefined;
  return { from, behind, texts: found.map((at, index) => text.slice(at, found[index + 1] ?? end)) };
}

/** What was edited since a file was read; undefined where its document is not the only one. */
export function editSince(file: SyntaxFile, text: string): TextEdit | undefined {
  const fragments = onlyDocument(file)?.fragments;
  if (fragments === undefined) return undefined;
  const moved = text.length - file.length;
  const isKept = ({ start, text: old }: Fragment, by: number) =>
    start + by >= 0 && text.slice(start + by, start + by + old.length) === old;
  const first = fragments.findIndex((each) => !isKept(each, 0));
  const last = fragments.findLastIndex((each) => !isKept(each, moved));
  const [one, other] = [fragments[first], fragments[last]];
  // Nothing, or what one resource begins with as the one before ended.
  if (one === undefined || other === undefined) return undefined;
  const start = Math.min(one.start, other.start);
  const end = Math.max(one.start + one.text.length, other.start + other.text.length);
  if (end + moved < start) return undefined;
  const old = textOf(fragments.filter((each) => each.start >= start && each.start < end));
  return narrowEdit(old, text.slice(start, end + moved), start);
}

/** Undefined where there are several, or where the fragments leave something of the text out. */
function onlyDocument({ documents, length }: SyntaxFile): SyntaxDocument | undefined {
  const [document, ...others] = documents;
  if (document === undefined || others.length > 0) return undefined;
  let covered = 0;
  let stretch = -1;
  for (const { start, text } of document.fragments) {
    if (start === stretch) continue;
    if (start !== covered) return undefined;
    stretch = start;
    covered += text.length;
  }
  return covered === length ? document : undefined;
}

/** True for one that was read from a text of its own. */
function isResourceAlone(fragments: readonly Fragment[], index: number): boolean {
  const { start, tree } = fragments[index] ?? {};
  // Several fragments of one text are what that begins with: a resource, or all sections.
  if (start === fragments[index - 1]?.start) return start !== undefined && isResourceAlone(fragments, index - 1);
  return tree?.path.length === 2;
}

/** Of fragments next to each other. */
function textOf(fragments: readonly Fragment[]): string {
  return fragments.map(({ start, text }, index) => (start === fragments[index - 1]?.start ? '' : text)).join('');
}
