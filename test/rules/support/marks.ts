import type { Span } from '../../../server/src/base/span.ts';

/** A text whose expectation stands in it. */
export interface MarkedText {
  /** Without the marks. */
  readonly text: string;
  /** In the order in which the marks are opened. */
  readonly marks: readonly Span[];
}

/** Takes the marks out of a text: `<|…|>` is a range, also around other marks, `<|>` an empty range. */
export function readMarks(marked: string): MarkedText {
  const marks: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  let done = 0;
  for (const found of marked.matchAll(/<\|>|<\||\|>/g)) {
    text += marked.slice(done, found.index);
    done = found.index + found[0].length;
    if (found[0] === '|>') {
      const last = open.pop();
      if (last === undefined) throw new Error(`A mark is closed that was not opened: ${marked}`);
      last.end = text.length;
      continue;
    }
    const mark = { start: text.length, end: text.length };
    marks.push(mark);
    if (found[0] === '<|') open.push(mark);
  }
  if (open.length > 0) throw new Error(`A mark is not closed: ${marked}`);
  return { text: text + marked.slice(done), marks };
}
