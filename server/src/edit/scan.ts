/** How a comment begins: `#` in YAML, `//` in JSON with comments. */
export type CommentMark = '#' | '//';

/** The start of the line that holds the offset. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The end of the line that holds the offset, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** The start of the line after the offset's; the end of the text if there is none. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

/** The end of the line before the offset's, before its line break; 0 on the first line. */
export function previousLineEnd(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return start === 0 ? 0 : lineEnd(text, text[start - 2] === '\r' ? start - 2 : start - 1);
}

/** How many characters stand before the offset on its line. */
export function columnAt(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The white space that the offset's line begins with. */
export function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

/** True when only white space stands before the offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** The first offset from here on that is neither white space, a line break nor in a comment. */
export function skipTrivia(text: string, offset: number, mark: CommentMark): number {
  let at = offset;
  while (at < text.length) {
    const blank = skipBlank(text, at, /\s/);
    const end = commentEnd(text, blank, mark);
    if (end === blank) return blank;
    at = end;
  }
  return at;
}

/**
 * The end of the offset's line if only white space and comments stand between, else undefined: a place where a new
 * line can be put without parting a comment from what it explains.
 */
export function restOfLine(text: string, offset: number, mark: CommentMark): number | undefined {
  const end = lineEnd(text, offset);
  let at = offset;
  while (at < end) {
    const blank = skipBlank(text, at, /[ \t\r]/);
    const after = commentEnd(text, blank, mark);
    if (after === blank) return blank >= end ? end : undefined;
    at = after;
  }
  return at === end ? end : undefined;
}

/** The first offset backwards from here that has no white space before it. */
export function skipBlankBack(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** The end of the colon or dash that a YAML node stands behind, if only white space is between them. */
export function headOf(text: string, offset: number): { readonly mark: ':' | '-'; readonly end: number } | undefined {
  const end = skipBlankBack(text, offset);
  const mark = text[end - 1];
  const isComment = /(?:^|\s)#/.test(text.slice(lineStart(text, end), end));
  return (mark === ':' || mark === '-') && !isComment ? { mark, end } : undefined;
}

function skipBlank(text: string, offset: number, blank: RegExp): number {
  let at = offset;
  while (at < text.length && blank.test(text[at] ?? '')) at += 1;
  return at;
}

/** The end of the comment that begins here; the offset itself if none does. */
function commentEnd(text: string, offset: number, mark: CommentMark): number {
  if (mark === '#') return text[offset] === '#' ? lineEnd(text, offset) : offset;
  if (text.startsWith('//', offset)) return lineEnd(text, offset);
  if (!text.startsWith('/*', offset)) return offset;
  const close = text.indexOf('*/', offset + 2);
  return close < 0 ? text.length : close + 2;
}

/** Where the comments on lines of their own right above an offset begin; the offset itself where there are none. */
export function commentsAbove(text: string, offset: number, mark: CommentMark): number {
  let at = offset;
  while (startsLine(text, at)) {
    const above = previousLineEnd(text, at);
    const line = text.slice(lineStart(text, above), above);
    if (above === 0 || !line.trim().startsWith(mark)) break;
    at = lineStart(text, above) + line.indexOf(mark);
  }
  return at;
}
