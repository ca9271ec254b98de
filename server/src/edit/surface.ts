import { keptWith } from '../base/once.ts';
import type { Span } from '../base/span.ts';
import { table } from '../base/table.ts';
import { lastAtOrBefore } from '../base/text-index.ts';
import type { StringNode } from '../syntax/node.ts';
import { type TextChange, tidy } from './change.ts';
import { type CommentMark, nextLine } from './scan.ts';
import type { EditTarget } from './target.ts';
import type { Text } from './writable.ts';

/**
 * The text as its writer reads it. For an embedded policy the escapes of the string that holds it are undone, while
 * real line breaks and their indentation stay: so every operation sees lines and quotes as in a file of its own, and
 * only the surface knows how they are spelled in the fragment.
 */
export interface Surface {
  readonly text: string;
  /** The part of `text` that is written in the format edited: all of it, or the content of the embedding string. */
  readonly region: Span;
  readonly language: 'json' | 'yaml';
  readonly comment: CommentMark;
  /** The line break of the region; of the whole text if the region is one line. */
  readonly eol: '\n' | '\r\n';
  /** What an `Fn::Sub` is here: an intrinsic of a template, the very text around, or impossible. */
  readonly substitution: 'intrinsic' | 'bare' | 'none';
  readonly host?: StringNode;
  /** Where a span of the fragment's text lies in `text`. */
  locate(span: Span): Span;
  /** Changes of `text` as changes of the fragment's text, tidied. */
  toFragment(changes: readonly TextChange[]): readonly TextChange[];
}

/** Undefined where the string cannot hold an editable policy: a string in an embedded string, or an unquoted one. */
export function openSurface(target: EditTarget): Surface | undefined {
  const { text, embedding } = target;
  if (!embedding) {
    const whole = target.format === 'yaml' ? yaml : json;
    return { ...whole, ...identity, text, region: { start: 0, end: text.length }, eol: eolOf(text, text) };
  }
  const { host } = embedding;
  if (host.host || host.style === 'plain') return undefined;
  const isBlock = host.style === 'literal' || host.style === 'folded';
  if (embedding.format === 'yaml') {
    // The lines of a literal block are lines of the fragment; in any other style they are written differently.
    if (host.style !== 'literal' || embedding.isSub) return undefined;
    const region = { start: nextLine(text, host.span.start), end: host.span.end };
    return { ...yaml, ...identity, text, region, eol: eolOf(text, text), host };
  }
  const substitution = embedding.isTemplate ? 'intrinsic' : embedding.isSub ? 'bare' : 'none';
  if (isBlock) {
    const eol = eolOf(text, text);
    const region = { start: nextLine(text, host.span.start), end: host.span.end };
    return { ...json, ...identity, text, region, eol, substitution, host };
  }
  return { ...json, ...knownSurface(text, host, host.style), substitution, host };
}

/** The string is read once, whatever number of fixes is written in it. */
function knownSurface(text: string, host: StringNode, style: 'single' | 'double'): QuotedSurface {
  const known = surfaces.get(host);
  if (known?.fragment === text) return known.surface;
  const surface = quotedSurface(text, host, style);
  surfaces.set(host, { fragment: text, surface });
  return surface;
}

const surfaces = keptWith<StringNode, { readonly fragment: string; readonly surface: QuotedSurface }>();

type QuotedSurface = Pick<Surface, 'text' | 'region' | 'eol' | 'locate' | 'toFragment'>;

const json = { language: 'json', comment: '//', substitution: 'intrinsic' } as const;
const yaml = { language: 'yaml', comment: '#', substitution: 'intrinsic' } as const;
const identity = { locate: (span: Span) => span, toFragment: tidy };

function quotedSurface(text: string, host: StringNode, style: 'single' | 'double'): QuotedSurface {
  const content = { start: host.span.start + 1, end: Math.max(host.span.start + 1, host.span.end - 1) };
  const units = readUnits(text.slice(content.start, content.end), style);
  const decoded = units.map((unit) => unit.char).join('');
  const region = { start: content.start, end: content.start + decoded.length };
  const offsets = [...units.map((unit) => content.start + unit.at), content.end];
  const whole = text.slice(0, content.start) + decoded + text.slice(content.end);
  const eol = eolOf(decoded, text);
  const hasRealBreaks = text.slice(content.start, content.end).includes('\n');

  const inward = (offset: number): number => {
    if (offset <= content.start) return offset;
    if (offset >= content.end) return offset - content.end + region.end;
    return content.start + lastAtOrBefore(offsets, offset);
  };
  const outward = (offset: number): number => {
    if (offset <= region.start) return offset;
    return offsets[offset - region.start] ?? offset - region.end + content.end;
  };
  const respell = (part: string): string => {
    if (style === 'single') return part.replaceAll("'", "''");
    return part
      .split(/\r?\n/)
      .map(escapeDouble)
      .join(hasRealBreaks ? eol : escapeDouble(eol));
  };
  const toFragment = (changes: readonly TextChange[]): readonly TextChange[] =>
    tidy(changes).map(({ span, parts }) => ({
      span: { start: outward(span.start), end: outward(span.end) },
      parts: parts.map((part) => (typeof part === 'string' ? respell(part) : part)) satisfies Text,
    }));
  const locate = (span: Span): Span => ({ start: inward(span.start), end: inward(span.end) });
  return { text: whole, region, eol, locate, toFragment };
}

/** One character of the surface, and where its spelling begins in the string's content. */
interface Unit {
  readonly char: string;
  readonly at: number;
}

function readUnits(content: string, style: 'single' | 'double'): Unit[] {
  const spelled =
    style === 'single' ? /''|[\s\S]/g : /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|U[\da-fA-F]{8}|\r\n|[\s\S])|[\s\S]/g;
  return [...content.matchAll(spelled)].map((match) => ({
    char: style === 'single' ? match[0].slice(0, 1) : readEscape(match[0]),
    at: match.index,
  }));
}

const escapes: Readonly<Record<string, string>> = table({
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  '/': '/',
});

/** Escapes that stand for no character of JSON's own grammar matter for nothing but their place: they become `x`. */
function readEscape(spelled: string): string {
  if (spelled.length === 1) return spelled;
  if (/^\\u/.test(spelled)) return String.fromCharCode(Number.parseInt(spelled.slice(2), 16));
  const letter = spelled.slice(1);
  return escapes[letter] ?? (letter.endsWith('\n') ? '\n' : 'x');
}

function escapeDouble(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function eolOf(region: string, text: string): '\n' | '\r\n' {
  const sample = region.includes('\n') ? region : text;
  const newline = sample.indexOf('\n');
  return newline > 0 && sample[newline - 1] === '\r' ? '\r\n' : '\n';
}
