import { longFormIntrinsic } from './intrinsic.ts';
import type { ArrayNode, IntrinsicNode, Node, ObjectNode, Property } from './node.ts';
import { endsWord, type ReadValue, readBare, readKey, readQuoted, resolveBare } from './yaml-plain-scalar.ts';

/** Deeper than any policy; a text nested deeper is read by the parser, which knows what to say of it. */
const deepest = 60;

/** Tabs, which may be indentation; a lone carriage return, which is a line break for some. */
const doubtful = /[\t\uFEFF]|\r(?!\n)/;

const tag = /![A-Za-z]\w*(?:::\w+)*/y;

/** Where a line with something on it begins that is no comment. */
interface Line {
  /** -1 at the end of the text. */
  readonly column: number;
  /** Of its first character that is no space. */
  readonly at: number;
}

/** A value, and the line that follows it. */
interface ReadBlock<Kind extends Node = Node> {
  readonly node: Kind;
  readonly next: Line;
}

/**
 * Reads a map of YAML whose text is written in the plain way nearly all templates are: blocks of keys and dashes,
 * values of one line, lists in brackets on one line, tags. Undefined for a text in which anything else stands, or that
 * is not in order: the parser reads those. What is read here is what the parser would read, which a property test
 * holds; it takes a tenth of the time, and leaves nothing behind to be collected.
 */
export function readPlainYaml(text: string): ObjectNode | undefined {
  if (doubtful.test(text)) return undefined;
  const first = contentFrom(text, 0);
  if (first.column < 0) return undefined;
  const root = readMap(text, first, 0);
  return root?.next.column === -1 ? root.node : undefined;
}

function readMap(text: string, first: Line, depth: number): ReadBlock<ObjectNode> | undefined {
  if (depth > deepest) return undefined;
  const properties: Property[] = [];
  let next = first;
  let end = first.at;
  do {
    const key = readKey(text, next.at);
    const value = key && readValue(text, key.end, next.column, depth, true);
    if (key === undefined || value === undefined) return undefined;
    properties.push({ key: key.node, value: value.node });
    end = value.node.span.end;
    next = value.next;
  } while (next.column === first.column);
  if (next.column > first.column) return undefined;
  const span = { start: first.at, end };
  return { node: { type: 'object', span, style: 'block', properties }, next };
}

function readList(text: string, first: Line, depth: number): ReadBlock<ArrayNode> | undefined {
  if (depth > deepest) return undefined;
  const items: Node[] = [];
  let next = first;
  let end = first.at;
  do {
    const item = readItem(text, next, depth);
    if (item === undefined) return undefined;
    items.push(item.node);
    end = item.node.span.end;
    next = item.next;
  } while (next.column === first.column && isDash(text, next.at));
  if (next.column > first.column) return undefined;
  return { node: { type: 'array', span: { start: first.at, end }, style: 'block', items }, next };
}

/** A map may begin behind the dash. */
function readItem(text: string, { column, at }: Line, depth: number): ReadBlock | undefined {
  const begin = behindSpaces(text, at + 1);
  if (isDash(text, begin) || isEmptyFrom(text, begin)) return undefined;
  if (readKey(text, begin) === undefined) return readValue(text, begin, column, depth, false);
  return longForm(readMap(text, { column: column + begin - at, at: begin }, depth + 1));
}

/** What stands behind a colon or a dash of a column, on the same line or below it. */
function readValue(text: string, from: number, column: number, depth: number, isOfKey: boolean): ReadBlock | undefined {
  const at = behindSpaces(text, from);
  if (isEmptyFrom(text, at)) return readBelow(text, at, column, depth, isOfKey);
  const tagged = readTag(text, at);
  if (tagged === undefined && text[at] === '!') return undefined;
  const begin = tagged === undefined ? at : behindSpaces(text, tagged.end);
  if (tagged !== undefined && isEmptyFrom(text, begin)) {
    const below = readBelow(text, begin, column, depth, false);
    return below && { ...below, node: shortForm(text, at, tagged.end, below.node) };
  }
  const value = readInline(text, begin, 'block', depth, tagged !== undefined);
  if (value === undefined || !isEmptyFrom(text, behindSpaces(text, value.end), value.end)) return undefined;
  const next = contentFrom(text, lineEnd(text, value.end));
  // It goes on there.
  if (next.column > column) return undefined;
  return { node: tagged === undefined ? value.node : shortForm(text, at, tagged.end, value.node), next };
}

/** The items of a list may stand in the column of its key. */
function readBelow(text: string, from: number, column: number, depth: number, isOfKey: boolean): ReadBlock | undefined {
  const next = contentFrom(text, lineEnd(text, from));
  const isList = next.column >= 0 && isDash(text, next.at);
  if (next.column > column) return isList ? readList(text, next, depth + 1) : longForm(readMap(text, next, depth + 1));
  return isOfKey && isList && next.column === column ? readList(text, next, depth + 1) : undefined;
}

/** A value of one line. A tag makes a text of whatever is written without quotes. */
function readInline(
  text: string,
  at: number,
  where: 'block' | 'brackets',
  depth: number,
  isTagged: boolean,
): ReadValue | undefined {
  if (text[at] === '[') return readBrackets(text, at, depth + 1);
  const quoted = readQuoted(text, at);
  if (quoted !== undefined) return quoted;
  const bare = readBare(text, at, where);
  if (bare === undefined || isTagged) return bare;
  const node = resolveBare(bare.node);
  return node && { node, end: bare.end };
}

function readBrackets(text: string, start: number, depth: number): ReadValue<ArrayNode> | undefined {
  if (depth > deepest) return undefined;
  const items: Node[] = [];
  for (let at = start; text[at] !== ']'; ) {
    const begin = behindSpaces(text, at + 1);
    const tagged = readTag(text, begin);
    const from = tagged === undefined ? begin : behindSpaces(text, tagged.end);
    const item = readInline(text, from, 'brackets', depth, tagged !== undefined);
    if (item === undefined) return undefined;
    items.push(tagged === undefined ? item.node : shortForm(text, begin, tagged.end, item.node));
    at = behindSpaces(text, item.end);
    if (text[at] !== ',' && text[at] !== ']') return undefined;
    if (text[at] === ']') {
      const end = at + 1;
      return { node: { type: 'array', span: { start, end }, style: 'flow', items }, end };
    }
  }
  return undefined;
}

function readTag(text: string, at: number): { readonly end: number } | undefined {
  if (text[at] !== '!') return undefined;
  tag.lastIndex = at;
  return tag.test(text) && endsWord(text, tag.lastIndex) ? { end: tag.lastIndex } : undefined;
}

function shortForm(text: string, start: number, end: number, argument: Node): IntrinsicNode {
  return {
    type: 'intrinsic',
    span: { start, end: argument.span.end },
    name: text.slice(start + 1, end),
    form: 'short',
    nameSpan: { start, end },
    argument,
  };
}

function longForm(read: ReadBlock<ObjectNode> | undefined): ReadBlock | undefined {
  return read && { node: longFormIntrinsic(read.node), next: read.next };
}

function isDash(text: string, at: number): boolean {
  return text[at] === '-' && endsWord(text, at + 1);
}

/** Nothing or a comment stands on the rest of the line; a comment begins behind a space, so not at `value`'s end. */
function isEmptyFrom(text: string, at: number, value = -1): boolean {
  const here = text[at];
  return here === undefined || here === '\n' || here === '\r' || (here === '#' && at !== value);
}

function behindSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

/** The line break, or the end of the text. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The first line from a line break or the text's start on that is neither blank nor a comment. */
function contentFrom(text: string, from: number): Line {
  let start = from === 0 && text[0] !== '\n' ? 0 : from + 1;
  while (start < text.length) {
    const at = behindSpaces(text, start);
    if (!isEmptyFrom(text, at)) return { column: at - start, at };
    start = lineEnd(text, at) + 1;
  }
  return { column: -1, at: text.length };
}
