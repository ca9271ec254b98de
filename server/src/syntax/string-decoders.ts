import { table } from '../base/table.ts';

/** What a decoder makes of a raw text: the value, and where in the raw text each of its code units came from. */
export interface Decoded {
  readonly value: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The stretch that holds the value, without quotes or a block scalar's header. */
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** Collects a value, character by character, with the raw text each came from. */
function createDecoding() {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    /** Each code unit of `value` was written as `raw[start, end)`. */
    put(value: string, start: number, end: number): void {
      parts.push(value);
      for (let unit = 0; unit < value.length; unit++) {
        starts.push(start);
        ends.push(end);
      }
    },
    /** `raw[start, end)` stands for itself. */
    copy(raw: string, start: number, end: number): void {
      parts.push(raw.slice(start, end));
      for (let at = start; at < end; at++) {
        starts.push(at);
        ends.push(at + 1);
      }
    },
    done(contentStart: number, contentEnd: number): Decoded {
      return { value: parts.join(''), starts, ends, contentStart, contentEnd };
    },
  };
}

type Decoding = ReturnType<typeof createDecoding>;

/** YAML's escapes, which hold JSON's: https://yaml.org/spec/1.2.2/#57-escaped-characters */
const escapes: Readonly<Record<string, string>> = table({
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
});

const jsonEscapes = '"\\/bfnrtu';

const digits: Readonly<Record<string, number>> = table({ x: 2, u: 4, U: 8 });

/** A text in double quotes. An escape that is none is kept as written by YAML's parser, and left out by JSON's. */
export function decodeDouble(raw: string, language: 'yaml' | 'json'): Decoded {
  const decoding = createDecoding();
  let at = 1;
  while (at < raw.length && raw[at] !== '"') {
    const character = raw[at];
    if (character === '\\') at = decodeEscape(raw, at, language, decoding);
    else if (character === ' ' || character === '\t' || character === '\r' || character === '\n') {
      at = decodeSpace(raw, at, decoding);
    } else {
      decoding.copy(raw, at, at + 1);
      at++;
    }
  }
  return decoding.done(1, at);
}

/** Reads the escape at `at` and returns where the text goes on. */
function decodeEscape(raw: string, at: number, language: 'yaml' | 'json', decoding: Decoding): number {
  const name = raw[at + 1] ?? '';
  const keepsUnknown = language === 'yaml';
  if (language === 'json' && !jsonEscapes.includes(name)) return at + 2;
  const simple = escapes[name];
  if (simple !== undefined) {
    decoding.put(simple, at, at + 2);
    return at + 2;
  }
  const lineBreak = /\\\r?\n[ \t]*/y;
  lineBreak.lastIndex = at;
  if (lineBreak.test(raw)) return lineBreak.lastIndex;
  const count = digits[name];
  if (count === undefined) {
    if (keepsUnknown) decoding.copy(raw, at, Math.min(at + 2, raw.length));
    return at + 2;
  }
  const code = raw.slice(at + 2, at + 2 + count);
  const point = code.length === count && /^[\da-fA-F]+$/.test(code) ? Number.parseInt(code, 16) : Number.NaN;
  if (point <= 0x10ffff) {
    decoding.put(String.fromCodePoint(point), at, at + 2 + count);
    return at + 2 + count;
  }
  if (keepsUnknown) {
    decoding.copy(raw, at, Math.min(at + 2 + count, raw.length));
    return at + 2 + count;
  }
  return at + 2 + (/^[\da-fA-F]*/.exec(code)?.[0].length ?? 0);
}

/** White space at `at`: kept within a line; around line breaks, folded. */
function decodeSpace(raw: string, at: number, decoding: Decoding): number {
  const blank = /[ \t\r\n]*/y;
  blank.lastIndex = at;
  blank.test(raw);
  const end = Math.max(blank.lastIndex, at + 1);
  if (raw.slice(at, end).includes('\n')) putFold(raw, at, end, decoding);
  else decoding.copy(raw, at, end);
  return end;
}

/** One line break is a space; of more, all but the first are kept. */
function putFold(raw: string, start: number, end: number, decoding: Decoding): void {
  const [, ...kept] = lineBreaks(raw, start, end);
  if (kept.length === 0) decoding.put(' ', start, end);
  for (const each of kept) decoding.put('\n', each.start, each.end);
}

function lineBreaks(raw: string, start: number, end: number): { readonly start: number; readonly end: number }[] {
  return [...raw.slice(start, end).matchAll(/\r?\n/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** Every quote stands twice. */
function isDoubled(raw: string, from: number, to: number): boolean {
  for (let at = raw.indexOf("'", from); at >= 0 && at < to; at = raw.indexOf("'", at + 2))
    if (at + 1 >= to || raw[at + 1] !== "'") return false;
  return true;
}

/** A text in single quotes: a quote is written twice, lines are folded. */
export function decodeSingle(raw: string): Decoded {
  const decoding = createDecoding();
  const closing =
    raw.length > 1 && raw.endsWith("'") && isDoubled(raw, 1, raw.length - 1) ? raw.length - 1 : raw.length;
  unfold(raw, 1, closing, decoding, (start, end) => {
    for (let at = start; at < end; at++) {
      if (raw[at] === "'" && raw[at + 1] === "'") {
        decoding.put("'", at, at + 2);
        at++;
      } else {
        decoding.copy(raw, at, at + 1);
      }
    }
  });
  return decoding.done(1, closing);
}

/** A text that stands for itself, from one place to another. */
export function decodeVerbatim(raw: string, from: number, to: number): Decoded {
  const decoding = createDecoding();
  decoding.copy(raw, from, to);
  return decoding.done(from, to);
}

/** A text without quotes: lines are folded. */
export function decodePlain(raw: string): Decoded {
  const decoding = createDecoding();
  unfold(raw, 0, raw.length, decoding, (start, end) => decoding.copy(raw, start, end));
  return decoding.done(0, raw.length);
}

function unfold(raw: string, from: number, to: number, decoding: Decoding, put: (start: number, end: number) => void) {
  let at = from;
  // From the first blank only: from each of many, the search for a line break would take their square.
  for (const match of raw.slice(from, to).matchAll(/(?<![ \t\r\n])[ \t\r\n]*\n[ \t]*/g)) {
    const start = from + match.index;
    put(at, start);
    at = start + match[0].length;
    putFold(raw, start, at, decoding);
  }
  put(at, to);
}

interface BlockLine {
  /** Where its text begins, behind all its spaces. */
  readonly start: number;
  readonly indent: number;
  /** Where its line break begins and ends; both the end of the raw text for the last line. */
  readonly end: number;
  readonly next: number;
}

/**
 * A block scalar, `|` or `>`, without the lines at its end. Its indentation is that of its first line; where a digit in
 * the header says otherwise, it counts from the parent's, which the raw text does not show: each possible one is tried.
 */
export function* decodeBlock(raw: string, style: 'literal' | 'folded'): Generator<Decoded> {
  const header = raw.indexOf('\n') + 1;
  if (header === 0) {
    yield createDecoding().done(raw.length, raw.length);
    return;
  }
  const lines = blockLines(raw, header);
  const first = lines.find((line) => line.end > line.start)?.indent ?? 0;
  for (let indent = first; indent >= 0; indent--) {
    const decoding = createDecoding();
    if (style === 'literal') decodeLiteral(raw, lines, indent, decoding);
    else decodeFolded(raw, lines, indent, decoding);
    yield decoding.done(header, raw.length);
  }
}

function blockLines(raw: string, header: number): BlockLine[] {
  const lines: BlockLine[] = [];
  for (let at = header; at <= raw.length; ) {
    const feed = raw.indexOf('\n', at);
    const next = feed < 0 ? raw.length : feed + 1;
    const end = feed < 0 ? raw.length : raw[feed - 1] === '\r' ? feed - 1 : feed;
    let start = at;
    while (start < end && raw[start] === ' ') start++;
    lines.push({ start, indent: start - at, end, next });
    if (feed < 0) break;
    at = next;
  }
  return lines;
}

function copyLine(raw: string, line: BlockLine, indent: number, decoding: Decoding): void {
  decoding.copy(raw, line.start - Math.max(line.indent - indent, 0), line.end);
}

function decodeLiteral(raw: string, lines: readonly BlockLine[], indent: number, decoding: Decoding): void {
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before !== undefined) decoding.put('\n', before.end, before.next);
    copyLine(raw, line, indent, decoding);
  });
}

/** Lines at the indentation are joined by a space; blank lines and lines indented further keep their breaks. */
function decodeFolded(raw: string, lines: readonly BlockLine[], indent: number, decoding: Decoding): void {
  /** The lines whose breaks lie before the line that is read, since the last text. */
  let breaks: BlockLine[] = [];
  let isFirst = true;
  let wasFurther = false;
  for (const line of lines) {
    const isFurther = line.indent > indent || raw[line.start] === '\t';
    const isBlank = line.end === line.start && !isFurther;
    if (!isBlank) {
      if (breaks.length === 1 && !isFirst && !isFurther && !wasFurther) {
        decoding.put(' ', breaks[0]?.end ?? line.start, line.start);
      } else {
        const dropsFirst = !isFirst && !isFurther && !wasFurther;
        for (const each of dropsFirst ? breaks.slice(1) : breaks) decoding.put('\n', each.end, each.next);
      }
      copyLine(raw, line, indent, decoding);
      breaks = [];
      isFirst = false;
      wasFurther = isFurther;
    }
    breaks.push(line);
  }
}
