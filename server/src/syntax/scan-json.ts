/**
 * Where strings, comments and white space of JSON end, found character by character: a regular expression keeps each
 * step of a repetition to come back to, and fails on a string of some megabytes.
 */

const quote = 34;
const slash = 47;
const star = 42;
const backslash = 92;
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const blank = 32;

/** The first offset from here on that is neither white space nor in a comment that ends. */
export function skipSpace(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === blank || code === lineFeed || code === carriageReturn || code === tab) at++;
    else {
      const end = code === slash ? endOfComment(text, at) : undefined;
      if (end === undefined) return at;
      at = end;
    }
  }
}

/** The end of the comment that begins at the offset. Undefined where none does, or where it does not end. */
export function endOfComment(text: string, offset: number): number | undefined {
  if (text.charCodeAt(offset) !== slash) return undefined;
  const second = text.charCodeAt(offset + 1);
  if (second === slash) return endOfLine(text, offset);
  if (second !== star) return undefined;
  const close = text.indexOf('*/', offset + 2);
  return close < 0 ? undefined : close + 2;
}

/** The end of the string that begins at the offset. Undefined where none does, or where it is not closed on its line. */
export function endOfString(text: string, offset: number): number | undefined {
  const end = text.charCodeAt(offset) === quote ? endInLine(text, offset + 1) : offset;
  return end > offset + 1 && text.charCodeAt(end - 1) === quote && !isEscaped(text, offset, end - 1) ? end : undefined;
}

/** The same, where a string that is not closed ends with its line, as the parser has it. */
export function endOfStringInLine(text: string, offset: number): number | undefined {
  return text.charCodeAt(offset) === quote ? endInLine(text, offset + 1) : undefined;
}

/** Behind the quote that closes the string, else the end of the line. */
function endInLine(text: string, content: number): number {
  for (let at = content; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === lineFeed || code === carriageReturn) return at;
    if (code !== backslash) continue;
    const next = text.charCodeAt(at + 1);
    if (next !== lineFeed && next !== carriageReturn) at++;
  }
  return text.length;
}

/** Whether the quote at `at` belongs to an escape of the string that begins at `open`. */
function isEscaped(text: string, open: number, at: number): boolean {
  let backslashes = 0;
  while (at - 1 - backslashes > open && text.charCodeAt(at - 1 - backslashes) === backslash) backslashes++;
  return backslashes % 2 === 1;
}

function endOfLine(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || code === carriageReturn) return at;
  }
  return text.length;
}
