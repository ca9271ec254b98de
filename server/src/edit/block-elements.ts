import type { Span } from '../base/span.ts';
import type { TextChange } from './change.ts';
import { columnAt, lineEnd, lineStart, nextLine, previousLineEnd, restOfLine, startsLine } from './scan.ts';
import type { Surface } from './surface.ts';
import type { Text } from './writable.ts';

/** Puts new properties or items, given as they begin at the others' column, before the element at `index`. */
export function insertInBlock(
  { text, eol, comment }: Surface,
  elements: readonly Span[],
  index: number,
  texts: readonly Text[],
): readonly TextChange[] | undefined {
  const first = elements[0];
  if (!first) return undefined;
  const newLine = eol + ' '.repeat(columnAt(text, first.start));
  const previous = elements[index - 1];
  if (!previous) {
    const span = { start: first.start, end: first.start };
    return [{ span, parts: texts.flatMap((each) => [...each, newLine]) }];
  }
  const at = restOfLine(text, previous.end, comment);
  if (at === undefined) return undefined;
  return [{ span: { start: at, end: at }, parts: texts.flatMap((each) => [newLine, ...each]) }];
}

/** Takes the element away with its lines. There is another one, or nothing would be left to say that it was a block. */
export function removeFromBlock({ text }: Surface, elements: readonly Span[], index: number): readonly TextChange[] {
  const span = elements[index];
  if (!span || elements.length < 2) return [];
  if (!startsLine(text, span.start)) {
    // Behind a dash: what comes next, a comment or an element, moves up to the dash.
    const below = lineEnd(text, span.end);
    const blank = /^\s*/.exec(text.slice(below))?.[0].length ?? 0;
    return [{ span: { start: span.start, end: below + blank }, parts: [] }];
  }
  const end = nextLine(text, span.end);
  const isUnendedLastLine = end === text.length && !text.endsWith('\n');
  const start = isUnendedLastLine ? previousLineEnd(text, span.start) : lineStart(text, span.start);
  return [{ span: { start, end }, parts: [] }];
}
