/** A place in a text as the language server protocol has it: both from 0, `character` in UTF-16 code units. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** The lines of one text. Offsets are UTF-16 code units; lines end with LF, CRLF or a CR alone. */
export interface TextIndex {
  readonly lineCount: number;
  /** An offset outside the text counts as its nearest end. */
  positionAt(offset: number): TextPosition;
  /** A character beyond its line counts as the end of that line, before the line break. */
  offsetAt(position: TextPosition): number;
}

const lineFeed = '\n';
const carriageReturn = '\r';

/** Reads where the lines of `text` begin, once, in linear time. */
export function indexText(text: string): TextIndex {
  const starts = lineStarts(text, 0, [0]);

  const startOf = (line: number) => starts[line] ?? text.length;

  return {
    lineCount: starts.length,
    positionAt(offset) {
      const within = clamp(offset, 0, text.length);
      const line = lastAtOrBefore(starts, within);
      return { line, character: within - startOf(line) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      const start = startOf(line);
      return clamp(start + character, start, lineEnd(text, start, startOf(line + 1)));
    },
  };
}

/** Where lines begin behind the line ends of a text that stands at `offset`, put behind `starts`. */
export function lineStarts(text: string, offset = 0, starts: number[] = []): number[] {
  // Engines find a character far quicker than a loop does.
  let feed = text.indexOf(lineFeed);
  let alone = loneReturn(text, 0);
  while (feed >= 0 || alone >= 0) {
    if (alone < 0 || (feed >= 0 && feed < alone)) {
      starts.push(offset + feed + 1);
      feed = text.indexOf(lineFeed, feed + 1);
    } else {
      starts.push(offset + alone + 1);
      alone = loneReturn(text, alone + 1);
    }
  }
  return starts;
}

/** The first CR without a LF behind it; below 0 where there is none. */
function loneReturn(text: string, from: number): number {
  let at = text.indexOf(carriageReturn, from);
  while (at >= 0 && text[at + 1] === lineFeed) at = text.indexOf(carriageReturn, at + 2);
  return at;
}

/** Where the line's text ends: `next` is where the following line begins, or the end of the text. */
function lineEnd(text: string, start: number, next: number): number {
  let end = next;
  if (end > start && text[end - 1] === lineFeed) end--;
  if (end > start && text[end - 1] === carriageReturn) end--;
  return end;
}

/** The index of the last of the ascending `starts` that is not beyond `offset`; 0 when all are. */
export function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
