import type { Span } from '../../base/span.ts';
import type { Format } from '../../syntax/fragment.ts';
import { lineEnd, lineStart, nextLine } from '../../syntax/text-lines.ts';

/**
 * The comment in which an offset stands: what it says, all of it, and with those right above and below it. `isWord`
 * tells whether a string or another word stands at a place, in which nothing is a comment. Empty outside of comments.
 */
export function commentsIn(
  text: string,
  format: Format,
  isWord: (offset: number) => boolean,
): (offset: number) => readonly Span[] {
  let block: Span | undefined;
  return (offset) => {
    const comment = lineComment(text, format, offset, isWord) ?? blockComment(text, format, offset, isWord);
    if (comment === undefined) return [];
    const said = /^(?:#+|\/\/+|\/\*+)\s*(.*?)\s*(?:\*+\/)?$/su.exec(text.slice(comment.start, comment.end))?.[1] ?? '';
    const start = text.indexOf(said, comment.start + 1);
    // Thousands of comments may stand one below the other, and a place in each of them.
    const isInBlock = block !== undefined && block.start <= comment.start && comment.end <= block.end;
    block = isInBlock ? block : linesAround(text, format, comment);
    return [{ start, end: start + said.length }, comment, block ?? comment];
  };
}

/** Each behind what may stand before the comment. */
const lineMarks: Readonly<Record<Format, RegExp>> = {
  yaml: /(?<=^|[ \t])#/g,
  json: /\/\//g,
  jsonc: /\/\//g,
};

function lineComment(
  text: string,
  format: Format,
  offset: number,
  isWord: (offset: number) => boolean,
): Span | undefined {
  const begin = lineStart(text, offset);
  const end = lineEnd(text, begin);
  // A line may be as long as a file.
  for (const { index } of text.slice(begin, Math.min(offset + 2, end)).matchAll(lineMarks[format])) {
    const start = begin + index;
    if (start > offset) return undefined;
    if (!isWord(start)) return { start, end };
  }
  return undefined;
}

function blockComment(
  text: string,
  format: Format,
  offset: number,
  isWord: (offset: number) => boolean,
): Span | undefined {
  if (format === 'yaml') return undefined;
  const start = text.lastIndexOf('/*', offset);
  if (start < 0) return undefined;
  const close = text.indexOf('*/', start + 2);
  const end = close < 0 ? text.length : close + 2;
  return end < offset || isWord(start) ? undefined : { start, end };
}

/** A comment with the lines above and below that hold nothing but comments; itself where it shares its line. */
function linesAround(text: string, format: Format, comment: Span): Span {
  const own = lineStart(text, comment.start);
  const isAlone = format === 'yaml' ? /^[ \t]*#/ : /^[ \t]*\/\//;
  const isComment = (line: number) => isAlone.test(text.slice(line, lineEnd(text, line)));
  if (!isComment(own)) return comment;
  let first = own;
  for (let line = before(text, first); line !== undefined && isComment(line); line = before(text, first)) first = line;
  let last = own;
  for (let line = nextLine(text, last); line < text.length && isComment(line); line = nextLine(text, last)) last = line;
  return { start: first + text.slice(first).search(/\S/), end: lineEnd(text, last) };
}

/** Where the line before begins. */
function before(text: string, line: number): number | undefined {
  return line === 0 ? undefined : lineStart(text, line - 1);
}
