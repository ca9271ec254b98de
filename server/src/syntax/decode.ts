import type { Span } from '../base/span.ts';
import type { StringNode } from './node.ts';
import { mapString } from './string-map.ts';

/**
 * Where the characters `[from, to)` of a string's value stand in the fragment's text: through escapes, folded lines and
 * indentation, and through the string that holds this one. An empty range stands before the character at `from`.
 * Offsets beyond the value count as its end.
 */
export function spanInString(node: StringNode, from: number, to: number): Span {
  const { starts, ends, contentEnd } = mapString(node);
  const first = Math.max(from, 0);
  const start = starts[first] ?? contentEnd;
  const end = to > first ? (ends[Math.min(to, ends.length) - 1] ?? contentEnd) : start;
  return outerSpan(node, start, Math.max(start, end));
}

/**
 * The index in a string's value of an offset in the fragment's text, as a cursor has it: 0 right behind the opening
 * quote, the value's length right before the closing one. Undefined outside of the string's content.
 */
export function valueOffsetAt(node: StringNode, offset: number): number | undefined {
  const raw = rawOffsetAt(node, offset);
  if (raw === undefined) return undefined;
  const { starts, ends, contentStart, contentEnd } = mapString(node);
  if (raw < contentStart || raw > contentEnd) return undefined;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > raw || (starts[middle] ?? 0) >= raw) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** From offsets in `raw` to the fragment's text. */
function outerSpan(node: StringNode, start: number, end: number): Span {
  const { host, span } = node;
  if (host !== undefined) return spanInString(host.node, host.offset + start, host.offset + end);
  return { start: span.start + start, end: span.start + end };
}

function rawOffsetAt(node: StringNode, offset: number): number | undefined {
  const { host, span, raw } = node;
  if (host === undefined) return offset < span.start || offset > span.end ? undefined : offset - span.start;
  const inHost = valueOffsetAt(host.node, offset);
  if (inHost === undefined || inHost < host.offset || inHost > host.offset + raw.length) return undefined;
  return inHost - host.offset;
}
