import { lineEnd, lineStart } from '../../edit/scan.ts';
import type { Format } from '../../syntax/fragment.ts';
import { type Cursor, marker, type Reading, splice } from './cursor.ts';
import { flowCursor, isInLineComment, openQuoteInJson, quotedCursor } from './flow-cursor.ts';
import { readYamlLine } from './yaml-line.ts';

/**
 * What stands at an offset, and how the text reads with a word there. `isInFlow`: in YAML, whether the place is between
 * brackets that were opened on a line before. Undefined in comments and where nothing of a policy can be typed.
 */
export function findCursor(text: string, offset: number, format: Format, isInFlow: boolean): Cursor | undefined {
  if (format !== 'yaml')
    return isInLineComment(text, offset) ? undefined : flowCursor(text, offset, 'json', openQuoteInJson(text, offset));
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  const line = readYamlLine(before);
  if (line === undefined) return undefined;
  const tag = line.tag === undefined ? {} : { tag: line.tag };
  const quoteAt = line.quoteAt === undefined ? undefined : start + line.quoteAt;
  if (line.depth > 0 || isInFlow) {
    const found = flowCursor(text, offset, 'flow', quoteAt);
    return found && { ...found, ...tag, readings: found.readings.map((each) => closeBrackets(each, start)) };
  }
  if (quoteAt !== undefined) {
    const found = quotedCursor(text, offset, 'block', quoteAt, line.valueAt === undefined);
    return found && { ...found, ...tag };
  }
  // What stands behind a tag is a value, in an item of a list too.
  const isValue = line.valueAt !== undefined || line.tag !== undefined;
  return isValue ? { ...valueOfLine(text, offset, start, line), ...tag } : wordOfLine(text, offset);
}

/** What stands behind a key. */
function valueOfLine(
  text: string,
  offset: number,
  lineAt: number,
  { tokenAt, valueAt = 0 }: { readonly tokenAt: number; readonly valueAt?: number },
): Cursor {
  const before = text.slice(lineAt + tokenAt, offset);
  const typed = before.trimStart();
  const rest = /^(?:(?!\s#)[^\r\n])*/.exec(text.slice(offset, lineEnd(text, offset)))?.[0].trimEnd() ?? '';
  const span = { start: offset - typed.length, end: offset + rest.length };
  const lead = lineAt + valueAt === span.start ? ' ' : '';
  return {
    offset,
    span,
    typed,
    isClosed: false,
    style: 'block',
    lead,
    commaAfter: false,
    hasColon: false,
    readings: [{ text: splice(text, span, lead + marker), as: 'word' }],
  };
}

/** A word that begins its line, or stands behind a dash. */
function wordOfLine(text: string, offset: number): Cursor {
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  const prefix = /^[ \t]*(?:-[ \t]+)*/.exec(before)?.[0] ?? '';
  const isDash = before.slice(prefix.length) === '-';
  const typed = isDash ? '' : before.slice(prefix.length);
  const lead = isDash ? ' ' : '';
  const rest = text.slice(offset, lineEnd(text, offset));
  const word = /^\S*?(?=:(?:\s|$)|\s|$)/.exec(rest)?.[0] ?? '';
  const span = { start: offset - typed.length, end: offset + word.length };
  const hasColon = rest[word.length] === ':';
  const asKey: Reading = { text: splice(text, span, `${lead}${marker}:`), as: 'key' };
  const asItem: Reading = { text: splice(text, span, `- ${marker}:`), as: 'key', dash: true };
  const mayLackDash = !isDash && !prefix.includes('-');
  const listAbove = mayLackDash ? listEndingAt(text, start, prefix.length) : 'none';
  const readings: readonly Reading[] = hasColon
    ? [{ text: splice(text, span, marker), as: 'word' }]
    : listAbove === 'none'
      ? [asKey]
      : listAbove === 'indented'
        ? [asItem]
        : [asKey, asItem];
  return { offset, span, typed, isClosed: false, style: 'block', lead, commaAfter: false, hasColon, readings };
}

/** Whether a list ends above a line, whose dashes stand at the column; indented, or at the column of its key. */
function listEndingAt(text: string, lineAt: number, column: number): 'none' | 'indented' | 'flush' {
  const lines = text
    .slice(Math.max(0, lineAt - 20_000), lineAt)
    .split('\n')
    .reverse();
  let isList = false;
  for (const line of lines) {
    const indent = line.search(/\S/);
    if (indent < 0 || line[indent] === '#' || indent > column) continue;
    if (indent < column) return isList ? 'indented' : 'none';
    if (/^-(?:\s|$)/.test(line.slice(indent))) isList = true;
    else return isList ? 'flush' : 'none';
  }
  return 'none';
}

/** Closes what is opened on the cursor's line where the lines below are of another element. */
function closeBrackets(reading: Reading, lineAt: number): Reading {
  const { text } = reading;
  const end = lineEnd(text, lineAt);
  const line = text.slice(lineAt, end);
  const open: string[] = [];
  // What is not closed ends with the line: looked for from each quote anew, the end of a long line would take its square.
  const code = line.replace(/"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|'[^']*(?:'|$)|\$\{[^}]*(?:\}|$)/g, '');
  for (const mark of code.matchAll(/[[\]{}]/g)) {
    if (/[[{]/.test(mark[0])) open.push(mark[0] === '[' ? ']' : '}');
    else open.pop();
  }
  const indent = (each: string) => /^[ \t]*/.exec(each)?.[0].length ?? 0;
  const below = /\n([^\n]*\S[^\n]*)/.exec(text.slice(end, end + 2_000))?.[1];
  const goesOn = below !== undefined && (indent(below) > indent(line) || /^\s*[\]}]/.test(below));
  if (open.length === 0 || goesOn) return reading;
  return { ...reading, text: splice(text, { start: end, end }, open.reverse().join('')) };
}
