import { lineEnd, lineStart } from '../../edit/scan.ts';
import { type Cursor, closingQuote, marker, restOfWord, splice } from './cursor.ts';
import { isHalfName } from './yaml-line.ts';

/** The cursor in JSON, or inside YAML's braces and brackets. `quoteAt`: where the quotes begin that it stands in. */
export function flowCursor(text: string, offset: number, style: 'json' | 'flow', quoteAt?: number): Cursor | undefined {
  const end = lineEnd(text, offset);
  if (quoteAt !== undefined) return quotedCursor(text, offset, style, quoteAt);
  const before = text.slice(lineStart(text, offset), offset);
  // From where it begins only: the line may be the whole file.
  const word = /(?<![^\s,[\]{}"'#])[^\s,[\]{}"'#]*$/.exec(before)?.[0] ?? '';
  // `Effect:` is a key in YAML, and what stands behind it is still empty; a colon that begins the word is JSON's.
  const isKey = style === 'flow' && word.endsWith(':') && !isHalfName(word, 0, word.length - 1);
  const typed = isKey ? '' : word.replace(/^:+/, '');
  const rest = text.slice(offset, end);
  const colon = style === 'flow' ? /^[^\s,[\]{}"'#:]*(?=:(?:\s|$))/.exec(rest) : null;
  const span = { start: offset - typed.length, end: offset + (colon?.[0].length ?? restOfWord(rest)) };
  const hasColon = colon !== null || /^[ \t]*:/.test(text.slice(span.end, end));
  const previous = previousCharacter(text, span.start);
  const lead = previous.mark === ':' && previous.at + 1 === span.start ? ' ' : '';
  const lacksComma = previous.mark !== '' && !/[{[,:]/.test(previous.mark) && previous.at + 1 < span.start;
  const commaAfter = !hasColon && elementFollows(text, span.end, style);
  const quoted = style === 'json' ? `"${marker}"` : marker;
  const inserted = `${lacksComma ? ',' : ''}${lead}${quoted}${commaAfter ? ',' : ''}`;
  return {
    offset,
    span,
    typed,
    isClosed: false,
    style,
    lead,
    ...(lacksComma && { commaAt: previous.at + 1 }),
    commaAfter,
    hasColon,
    readings: [{ text: splice(text, span, inserted), as: 'word' }],
  };
}

/** The cursor between quotes that begin at `quoteAt`, on the same line. */
export function quotedCursor(
  text: string,
  offset: number,
  style: Cursor['style'],
  quoteAt: number,
  lacksColon = false,
): Cursor | undefined {
  const quote = text[quoteAt] === '"' ? '"' : "'";
  const end = lineEnd(text, offset);
  const rest = text.slice(offset, end);
  const closing = closingQuote(rest, quote);
  const span = { start: quoteAt + 1, end: offset + (closing ?? restOfWord(rest)) };
  const behind = span.end + (closing === undefined ? 0 : 1);
  const hasColon = /^[ \t]*:/.test(text.slice(behind, end));
  const previous = previousCharacter(text, quoteAt);
  const isFlow = style !== 'block';
  const lacksComma = isFlow && previous.mark !== '' && !/[{[,:]/.test(previous.mark);
  const commaAfter = isFlow && !hasColon && elementFollows(text, behind, style);
  const inserted = `${lacksComma ? ',' : ''}${quote}${marker}${quote}${lacksColon && !hasColon ? ':' : ''}${commaAfter ? ',' : ''}`;
  const whole = { start: quoteAt, end: behind };
  const asWord = { text: splice(text, whole, `${quote}${marker}${quote}`), as: 'word' as const };
  return {
    offset,
    span,
    typed: text.slice(span.start, offset),
    quote,
    isClosed: closing !== undefined,
    style,
    lead: '',
    ...(lacksComma && { commaAt: previous.at + 1 }),
    commaAfter,
    hasColon,
    readings: [
      { text: splice(text, whole, inserted), as: lacksColon && !hasColon ? 'key' : 'word' },
      ...(lacksColon && !hasColon ? [asWord] : []),
    ],
  };
}

/** Whether the next thing is another element; in YAML on the same line, for brackets may be open at its end. */
function elementFollows(text: string, from: number, style: Cursor['style']): boolean {
  const rest = text.slice(from, from + 200);
  return (style === 'json' ? /^\s*["'{[\w]/ : /^[ \t]*["'{[\w]/).test(rest);
}

/** Where the quotes begin that an offset of JSON stands in; undefined outside of strings, which never cross lines. */
export function openQuoteInJson(text: string, offset: number): number | undefined {
  const start = lineStart(text, offset);
  let open: number | undefined;
  for (let at = start; at < offset; at++) {
    if (text[at] === '\\' && open !== undefined) at++;
    else if (text[at] === '"') open = open === undefined ? at : undefined;
    else if (open === undefined && text.startsWith('//', at)) return undefined;
  }
  return open;
}

/** True where a comment begins before the offset on its line. */
export function isInLineComment(text: string, offset: number): boolean {
  const before = text.slice(lineStart(text, offset), offset).replace(/"[^"\\]*(?:\\.[^"\\]*)*"?/g, '');
  return before.includes('//');
}

/** The last character before an offset that is neither blank nor in a line comment. */
function previousCharacter(text: string, offset: number): { readonly mark: string; readonly at: number } {
  let end = offset;
  for (;;) {
    const start = lineStart(text, end);
    const line = text.slice(start, end);
    const code =
      /^([^"'/#]*(?:(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^']*'|\/(?!\/)|(?<!\s)#)[^"'/#]*)*)(?:\/\/|#)/.exec(line)?.[1] ??
      line;
    const at = code.trimEnd().length - 1;
    if (at >= 0) return { mark: code[at] ?? '', at: start + at };
    if (start === 0) return { mark: '', at: -1 };
    end = start - 1;
  }
}
