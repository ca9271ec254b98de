/** Where the line of `offset` begins. */
export function lineStart(text: string, offset: number): number {
  // A search from before the text would look at its first character all the same.
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of `offset` ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  const end = feed < 0 ? text.length : feed;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line behind the line of `offset` begins; the length of the text when there is none. */
export function nextLine(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed < 0 ? text.length : feed + 1;
}

/** How many spaces begin the line that begins at `start`. */
export function indentation(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32) at++;
  return at - start;
}

/** The column of a YAML line's first word, behind its spaces and the dashes of list items. */
export function contentColumn(text: string, start: number): number {
  let column = indentation(text, start);
  while (text[start + column] === '-' && text[start + column + 1] === ' ') {
    column += 1 + indentation(text, start + column + 1);
  }
  return column;
}

/** True when nothing, or only a YAML comment, stands on the line that begins at `start`. */
export function isBlankLine(text: string, start: number): boolean {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  const character = text[at];
  return character === undefined || character === '\n' || character === '\r' || character === '#';
}
