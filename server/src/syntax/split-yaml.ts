import { namesIntrinsic } from './intrinsic.ts';
import type { ResourcesPart } from './recut.ts';
import type { Slice } from './slice.ts';
import { indentation, lineEnd, nextLine } from './text-lines.ts';
import { sharesAnchors } from './yaml-anchors.ts';

/**
 * Cuts a YAML file into its documents, and each document that is a template into sections and resources, by its lines
 * alone. A document that is no template, or whose lines leave a doubt, is one slice.
 *
 * Why lines are enough: inside a block map the parser lets no value reach beyond a line that is indented no further
 * than the map's keys; text in quotes, brackets and block scalars ends there as well.
 */
export function splitYaml(text: string): readonly (readonly Slice[])[] {
  return documentStretches(text).map(({ start, end }) => splitDocument(text, start, end));
}

const byteOrderMark = 0xfeff;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const documentMark = /^(?:---|\.\.\.)(?=\s|$)/gm;

/** A document begins with its `---` line, or behind a `...` line. Comments and directives belong to what follows. */
function documentStretches(text: string): Stretch[] {
  const starts = [0];
  if (!/^[-.]/.test(text) && !text.includes('\n---') && !text.includes('\n...'))
    return [{ start: 0, end: text.length }];
  for (const mark of text.matchAll(documentMark)) {
    const begin = mark[0] === '---' ? mark.index : nextLine(text, mark.index);
    const current = starts.at(-1) ?? 0;
    if (begin >= text.length && mark[0] === '...') continue;
    if (begin > current && !isOnlyComments(text.slice(current, begin))) starts.push(begin);
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

function isOnlyComments(text: string): boolean {
  return !/(?:^\uFEFF?|\n)(?!\uFEFF|%|[ \t]*(?:#|\r?\n|$))/.test(text);
}

/** A line that begins an entry, of the template or of its resources. */
interface Entry {
  /** With the comments right above the line. */
  readonly start: number;
  readonly key: string;
  /** What stands behind the colon on the line, without a comment. */
  readonly inline: string;
}

function splitDocument(text: string, start: number, end: number): readonly Slice[] {
  const whole: readonly Slice[] = [{ kind: 'document', start, end }];
  const contents = text.charCodeAt(start) === byteOrderMark ? start + 1 : start;
  const sections = entriesAt(text, contents, end, 0);
  const template = sections?.some((section) => section.key === 'Resources' && mayHoldEntries(section.inline));
  if (sections === undefined || !template) return whole;

  const slices: Slice[] = [];
  for (const [index, section] of sections.entries()) {
    const from = index === 0 ? start : section.start;
    const to = sections[index + 1]?.start ?? end;
    const entries =
      section.key === 'Resources' && section.inline === '' ? resourceEntries(text, section.start, to) : [];
    if (entries === undefined) return whole;
    const first = entries[0];
    if (first === undefined) {
      slices.push({ kind: 'section', start: from, end: to });
      continue;
    }
    slices.push({ kind: 'resources', start: from, end: first.start });
    entries.forEach((entry, at) => {
      slices.push({ kind: 'resource', start: entry.start, end: entries[at + 1]?.start ?? to });
    });
  }
  return sharesAnchors(text, slices) ? whole : slices;
}

/** `Resources` holds a map, in braces or behind a tag or an anchor, or nothing yet. */
function mayHoldEntries(inline: string): boolean {
  return inline === '' || /^[{!&]/.test(inline);
}

/** No entries when the section is to be read as one. Undefined when the lines leave a doubt. */
function resourceEntries(text: string, section: number, end: number): readonly Entry[] | undefined {
  const first = firstContentLine(text, afterKeyLine(text, section), end);
  if (first === undefined) return [];
  const column = indentation(text, first);
  if (isDash(text, first + column)) return undefined;
  if (column === 0 || text[first + column] === '\t') return [];
  const entries = entriesAt(text, afterKeyLine(text, section), end, column);
  const [only, ...others] = entries ?? [];
  // One entry named as a function (`Fn::Transform`) is what all of `Resources` is, not a resource.
  return only !== undefined && others.length === 0 && namesIntrinsic(only.key) ? [] : entries;
}

/** Behind the line that holds the key; a section's slice may begin with comments. */
function afterKeyLine(text: string, section: number): number {
  let at = section;
  while (at < text.length && isSkipped(text, at)) at = nextLine(text, at);
  return nextLine(text, at);
}

function firstContentLine(text: string, start: number, end: number): number | undefined {
  for (let at = start; at < end; at = nextLine(text, at)) {
    if (!isSkipped(text, at)) return at;
  }
  return undefined;
}

const skippedLine = /[ \t]*(?:#|\r?$|(?:---|\.\.\.)(?=\s|$)[ \t]*(?:#|\r?$))/my;

/** A blank line, a comment, or the mark that begins or ends a document. */
function isSkipped(text: string, line: number): boolean {
  skippedLine.lastIndex = line;
  return skippedLine.test(text);
}

const space = 32;

/** Where resources begin, for `recut`. */
export function recutYaml({ text, start, end, sibling, holds }: ResourcesPart): readonly number[] | undefined {
  const part = text.slice(start, end);
  if (text[end - 1] !== '\n' && end < text.length) return undefined;
  // Another document, or what is shared with another resource.
  if (/^(?:---|\.\.\.)/m.test(part) || (/[&*]/.test(part) && holds('&'))) return undefined;
  const column = indentation(text, firstContentLine(text, sibling, text.length) ?? sibling);
  const scanned = column === 0 ? undefined : scanEntries(text, start, end, column);
  // Comments at its end would belong to what follows.
  return scanned?.comments === undefined ? scanned?.entries.map((entry) => entry.start) : undefined;
}

/** The entries whose lines begin at `column`. Undefined when a line at or before that column is no entry. */
function entriesAt(text: string, start: number, end: number, column: number): readonly Entry[] | undefined {
  const entries = scanEntries(text, start, end, column)?.entries;
  return entries?.length === 0 ? undefined : entries;
}

interface ScannedEntries {
  readonly entries: readonly Entry[];
  /** Where comments begin that stand above what follows. */
  readonly comments: number | undefined;
}

function scanEntries(text: string, start: number, end: number, column: number): ScannedEntries | undefined {
  const entries: Entry[] = [];
  /** Where the comments right above the line begin. */
  let comments: number | undefined;
  for (let line = start; line < end; line = nextLine(text, line)) {
    // Nearly all lines are deeper. Only comments waiting for their key make it matter whether such a line is blank.
    const isDeeper = text.charCodeAt(line + column) === space && indentation(text, line) > column;
    if (isDeeper && comments === undefined) continue;
    if (isSkipped(text, line)) {
      if (!isDeeper && text[line + indentation(text, line)] === '#') comments ??= line;
      continue;
    }
    const above = comments ?? line;
    comments = undefined;
    if (isDeeper) continue;
    const indent = indentation(text, line);
    const here = text[line + indent];
    if (here === '\t' || here === ']' || here === '}') continue;
    if (indent < column) return undefined;
    // The items of a list may stand in the column of their key.
    if (isDash(text, line + indent) && entries.length > 0) continue;
    const entry = readEntry(text.slice(line + indent, lineEnd(text, line)));
    if (entry === undefined) return undefined;
    entries.push({ start: above, ...entry });
  }
  return { entries, comments };
}

/** YAML takes a key of no more than 1,024 characters. https://yaml.org/spec/1.2.2/#742-flow-mappings */
const quotedKey = /^(?:"((?:[^"\\]|\\.){0,1024})"|'((?:[^']|''){0,1024})')[ \t]*(?=:(?:\s|$))/;

/** A key and a colon; or, half-typed, a text alone on its line. Undefined for anything else, such as a list's item. */
function readEntry(line: string): Omit<Entry, 'start'> | undefined {
  const comment = line.search(/\s#/);
  const content = comment < 0 ? line : line.slice(0, comment);
  const quoted = quotedKey.exec(line);
  if (quoted !== null) {
    const inline = line.slice(quoted[0].length + 1).replace(/(?:^|\s)#.*$/, '');
    return { key: quoted[1] ?? quoted[2] ?? '', inline: inline.trim() };
  }
  if (!/^[\w.<]/.test(line)) return undefined;
  const colon = content.search(/:(?:\s|$)/);
  if (colon < 0) return /^\w/.test(line) ? { key: content.trim(), inline: '' } : undefined;
  return { key: content.slice(0, colon).trim(), inline: content.slice(colon + 1).trim() };
}

function isDash(text: string, offset: number): boolean {
  return text[offset] === '-' && /\s/.test(text[offset + 1] ?? '\n');
}
