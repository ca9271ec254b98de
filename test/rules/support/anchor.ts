import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Span } from '../../../server/src/base/span.ts';

/** A place of a document that keeps its meaning when the document is written in another format. */
export interface Anchor {
  readonly path: readonly (string | number)[];
  readonly on: 'key' | 'value';
  /** Indices into the string there, where only part of it is meant. */
  readonly part?: Span;
}

/** What stands at a range of a JSON text. */
export function anchorAt(text: string, range: Span): Anchor {
  const found = placesIn(text)
    .filter(({ span }) => contains(span, range))
    .at(-1);
  if (found === undefined)
    throw new Error(`No value stands at the mark ${JSON.stringify(text.slice(range.start, range.end))}.`);
  const { path, on, node, span } = found;
  if (span.start === range.start && span.end === range.end) return { path, on };
  const from = textStart(text, node);
  return { path, on, part: { start: range.start - from, end: range.end - from } };
}

/** Where an anchor stands in a JSON or YAML text; `under` is the path at which the anchor's document begins. */
export function spanOfAnchor(text: string, under: readonly string[], anchor: Anchor): Span {
  const wanted = JSON.stringify([...under, ...anchor.path]);
  const found = placesIn(text).find(({ path, on }) => on === anchor.on && JSON.stringify(path) === wanted);
  if (found === undefined) throw new Error(`Nothing stands at ${wanted}.`);
  if (anchor.part === undefined) return found.span;
  const from = textStart(text, found.node);
  return { start: from + anchor.part.start, end: from + anchor.part.end };
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly on: 'key' | 'value';
  readonly node: Node;
  readonly span: Span;
}

/** Every key and value, outer ones first. A short intrinsic has the path of its long form. */
function placesIn(text: string): readonly Place[] {
  const found: Place[] = [];
  const visit = (node: unknown, path: readonly (string | number)[]): void => {
    if (!isNode(node)) return;
    const span = spanOf(text, node);
    if (node.tag?.startsWith('!')) {
      found.push({ path, on: 'value', node, span: { start: text.lastIndexOf(node.tag, span.start), end: span.end } });
      path = [...path, longName(node.tag)];
    }
    found.push({ path, on: 'value', node, span });
    if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const steps = [...path, String(key.value)];
      found.push({ path: steps, on: 'key', node: key, span: spanOf(text, key) });
      visit(value, steps);
    }
  };
  visit(parseDocument(text, { uniqueKeys: false, logLevel: 'silent' }).contents, []);
  return found;
}

/** `Fn::Sub` for `!Sub`. */
export function longName(tag: string): string {
  const name = tag.slice(1);
  return name === 'Ref' ? name : `Fn::${name}`;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value);
}

/** With the quotes, without the tag and without the line break behind a block. */
function spanOf(text: string, node: Node): Span {
  const [start, end] = rangeOf(node);
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Where a string's own characters begin: marks inside a string are given by their index in it. */
function textStart(text: string, node: Node): number {
  const [start, end] = rangeOf(node);
  if (!isScalar(node) || typeof node.value !== 'string')
    throw new Error('A mark covers part of something that is no string.');
  const quote = /^["']/.test(text.slice(start)) ? 1 : 0;
  const written = text.slice(start + quote, end - quote);
  if (written !== node.value)
    throw new Error(`Give this case as text of its own, since the string is not written as it reads: ${written}`);
  return start + quote;
}

function rangeOf(node: Node): readonly [number, number] {
  if (!node.range) throw new Error('A node without a place.');
  return [node.range[0], node.range[1]];
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
