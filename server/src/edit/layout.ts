import type { StringNode } from '../syntax/node.ts';
import type { Surface } from './surface.ts';

/**
 * How a human writes around one place of the text: what operations and renderers need to go on in the same hand. Every
 * habit is read from its nearest example, so a file of several styles is continued in the style of the place.
 */
export interface Layout {
  /** `json` also for JSON written inside a YAML file. */
  readonly language: 'json' | 'yaml';
  readonly eol: string;
  /** One step of indentation. */
  readonly unit: string;
  /** YAML: how far the dash of a list stands behind its key. Empty where lists are not indented. */
  readonly itemIndent: string;
  /** YAML: the quotes of a string that needs some. */
  readonly quote: Quote;
  /** YAML: quotes that names with a colon have here, like `'aws:SourceArn'` as a key or `'s3:*'` as a value. */
  readonly nameQuotes: NameQuotes;
  /** YAML: quotes that every string value gets, where its neighbours have them without need. */
  readonly valueQuote?: Quote;
  /** Between key and value in JSON, between items, inside braces, inside brackets. */
  readonly colon: string;
  readonly comma: string;
  readonly bracePadding: string;
  readonly bracketPadding: string;
  /** Whether a list of scalars, an object, a call of a function (`{ "Ref": "A" }`) goes on one line if it fits. */
  readonly lists: Spread;
  readonly objects: Spread;
  readonly functions: Spread;
  readonly substitution: Surface['substitution'];
  /** The string around an embedded policy. */
  readonly host?: StringNode;
}

export interface NameQuotes {
  readonly key?: Quote;
  readonly value?: Quote;
}

export type Quote = 'single' | 'double';

/** `inline` on the line of its key, `lines` with a line for each element. */
export type Spread = 'inline' | 'lines';

/** Longer lines are not begun; what the user already wrote on one line is not broken for it. */
export const lineLimit = 100;

/** How far from the place an example of the user's style still counts, in characters. */
const reach = 20_000;

/** The layout at an offset of the surface. `json` tells that the place is JSON inside YAML. */
export function layoutAt(surface: Surface, offset: number, json = false): Layout {
  const start = Math.max(surface.region.start, offset - reach);
  const sample: Sample = {
    text: surface.text.slice(start, Math.min(surface.region.end, offset + reach)),
    at: offset - start,
  };
  const language = json ? 'json' : surface.language;
  const style = language === 'json' ? jsonStyle(sample) : yamlStyle(sample);
  const { eol, substitution } = surface;
  return { language, eol, substitution, ...style, ...(surface.host ? { host: surface.host } : {}) };
}

interface Sample {
  readonly text: string;
  readonly at: number;
}

type Style = Omit<Layout, 'language' | 'eol' | 'substitution' | 'host' | 'valueQuote'>;

function jsonStyle(sample: Sample): Style {
  const colon = nearest(sample, /"([ \t]*:[ \t]*)(?=["{[$\dtfn-])/g) ?? ': ';
  return {
    unit: unitOf(sample, /[{[][ \t]*(?:\/\/.*)?$/),
    itemIndent: '',
    quote: 'double',
    nameQuotes: {},
    colon,
    comma: nearest(sample, /(,[ \t]*)(?=["{[$\dtfn-])/g) ?? (colon === ':' ? ',' : ', '),
    bracePadding: nearest(sample, /\{([ \t]*)(?=")/g) ?? (colon === ':' ? '' : ' '),
    bracketPadding: nearest(sample, /\[([ \t]*)(?=["{])/g) ?? '',
    lists: spread(sample, /\[[ \t]*"[^"\\\n]*(?:\\.[^"\\\n]*)*"[^[\]{}\n]*\]/g, /\[[ \t]*\r?\n\s*"/g) ?? 'lines',
    objects: spread(sample, inlineLeaf, openedLeaf) ?? 'lines',
    functions: spread(sample, /\{[ \t]*"(?:Ref"|Fn::)/g, /\{[ \t]*\r?\n\s*"(?:Ref"|Fn::)/g) ?? 'inline',
  };
}

/** An object of several lines that calls no function. */
const openedLeaf = /:[ \t]*\{[ \t]*\r?\n(?!\s*"(?:Ref"|Fn::))/g;

/** An object in one line, itself without objects, that calls no function; `${…}` may stand in its strings. */
const inlineLeaf = /:[ \t]*\{(?![ \t]*"(?:Ref"|Fn::))(?:[^\n{}]|\$\{[^{}\n]*\})+\}/g;

function yamlStyle(sample: Sample): Style {
  return {
    unit: unitOf(sample, /:[ \t]*(?:#.*)?$/),
    itemIndent: itemIndentOf(sample),
    quote: quoteOf(sample.text),
    nameQuotes: {
      ...nameQuote(sample, 'key', /(?<=^|[\s,{])(['"]?)[\w-]+:[\w:/.*-]+\1:(?=\s)/gm),
      ...nameQuote(sample, 'value', /(?<=[\s[])(['"]?)[\w-]+:[\w:/.*-]+\1(?=[,\]}]|[ \t]*\r?$)/gm),
    },
    colon: ': ',
    comma: nearest(sample, /[\w'"](,[ \t]*)(?=["'{[\w])/g) ?? ', ',
    bracePadding: nearest(sample, /(?<!\$)\{([ \t]*)(?=["'\w])/g) ?? ' ',
    bracketPadding: nearest(sample, /\[([ \t]*)(?=["'{!\w])/g) ?? '',
    lists: spread(sample, /(?::|-)[ \t]+\[[ \t]*[^{}[\]\s]/g, scalarItem) ?? 'lines',
    objects: spread(sample, inlineLeaf, openedLeaf) ?? 'lines',
    functions: 'inline',
  };
}

/** A line that is an item and holds neither a map nor a flow collection. */
const scalarItem = /^[ \t]*-[ \t]+(?![{[!])(?!.*:(?:[ \t]|\r?$))\S/gm;

/** The captured text of the match nearest to the place. */
function nearest(sample: Sample, pattern: RegExp): string | undefined {
  return nearestMatch(sample, pattern)?.[1];
}

function spread(sample: Sample, inline: RegExp, lines: RegExp): Spread | undefined {
  const asInline = nearestMatch(sample, inline);
  const asLines = nearestMatch(sample, lines);
  if (!asInline || !asLines) return asInline ? 'inline' : asLines && 'lines';
  return distance(sample, asInline) < distance(sample, asLines) ? 'inline' : 'lines';
}

function nearestMatch(sample: Sample, pattern: RegExp): RegExpExecArray | undefined {
  let best: RegExpExecArray | undefined;
  for (const match of sample.text.matchAll(pattern)) {
    if (!best || distance(sample, match) < distance(sample, best)) best = match;
  }
  return best;
}

function distance(sample: Sample, match: RegExpExecArray): number {
  return Math.abs(match.index - sample.at);
}

/** The step from the nearest line that opens a level to the line below it. */
function unitOf(sample: Sample, opener: RegExp): string {
  let best: { readonly step: string; readonly distance: number } | undefined;
  for (const { line, below, at } of linePairs(sample.text)) {
    const outer = leadingColumn(line);
    const inner = /^[ \t]*/.exec(below)?.[0] ?? '';
    if (!opener.test(line) || /^\s*-/.test(below) || inner.length <= outer) continue;
    const away = Math.abs(at - sample.at);
    if (!best || away < best.distance) best = { step: inner.slice(outer), distance: away };
  }
  return best?.step ?? '  ';
}

function itemIndentOf(sample: Sample): string {
  let best: { readonly step: number; readonly distance: number } | undefined;
  for (const { line, below, at } of linePairs(sample.text)) {
    const dash = /^([ \t]*)-(?=\s|$)/.exec(below)?.[1]?.length;
    if (dash === undefined || !/:[ \t]*(?:#.*)?$/.test(line)) continue;
    const away = Math.abs(at - sample.at);
    if (!best || away < best.distance) best = { step: dash - leadingColumn(line), distance: away };
  }
  return ' '.repeat(Math.max(0, best?.step ?? 2));
}

/** Each line that says something with the next one that does, blank lines and comment lines left out. */
function linePairs(text: string): { readonly line: string; readonly below: string; readonly at: number }[] {
  const lines = [...text.matchAll(/^.*$/gm)]
    .map((match) => ({ line: match[0].replace(/\r$/, ''), at: match.index }))
    .filter(({ line }) => !/^\s*(?:#.*|\/\/.*)?$/.test(line));
  return lines.slice(0, -1).map(({ line, at }, index) => ({ line, at, below: lines[index + 1]?.line ?? '' }));
}

/** The column at which the line's own content begins, behind the dashes of lists. */
export function leadingColumn(line: string): number {
  return /^[ \t]*(?:-[ \t]+)*/.exec(line)?.[0].length ?? 0;
}

function nameQuote(sample: Sample, role: 'key' | 'value', pattern: RegExp): NameQuotes {
  const quote = nearest(sample, pattern);
  return quote ? { [role]: quote === '"' ? 'double' : 'single' } : {};
}

function quoteOf(text: string): Quote {
  const singles = [...text.matchAll(/(?:[:\-,[{]|!\w+)[ \t]*'/g)].length;
  const doubles = [...text.matchAll(/(?:[:\-,[{]|!\w+)[ \t]*"/g)].length;
  return doubles > singles ? 'double' : 'single';
}
