import { keptWith } from '../base/once.ts';
import type { StringNode } from './node.ts';
import {
  type Decoded,
  decodeBlock,
  decodeDouble,
  decodePlain,
  decodeSingle,
  decodeVerbatim,
} from './string-decoders.ts';

/**
 * Where each character (UTF-16 code unit) of a string's value is written in its `raw`. `starts` and `ends` rise, and
 * have the value's length.
 */
export interface StringMap {
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  /** The stretch of `raw` that holds the value, without quotes or a block scalar's header. */
  readonly contentStart: number;
  readonly contentEnd: number;
}

const known = keptWith<StringNode, StringMap>();

/** The map of a string, computed when it is first asked for. */
export function mapString(node: StringNode): StringMap {
  const found = known.get(node);
  if (found !== undefined) return found;
  const map = computeMap(node);
  known.set(node, map);
  return map;
}

function computeMap(node: StringNode): StringMap {
  const { value, raw } = node;
  if (value === raw) return decodeVerbatim(raw, 0, raw.length);
  // Nearly all that stands in quotes stands for itself.
  if (isQuoted(node) && raw.slice(1, -1) === value) return decodeVerbatim(raw, 1, raw.length - 1);
  for (const decoded of decodings(node)) {
    const rest = value.slice(decoded.value.length);
    // The lines that end a block scalar are not part of its raw text.
    if (value.startsWith(decoded.value) && rest.trim() === '') return padded(decoded, rest.length);
  }
  return wholeRaw(node);
}

/** A decoding of the raw text, or several where the raw text alone does not say which it is. */
function* decodings(node: StringNode): Generator<Decoded> {
  const { raw, style } = node;
  switch (style) {
    case 'double':
      yield decodeDouble(raw, 'yaml');
      yield decodeDouble(raw, 'json');
      return;
    case 'single':
      yield decodeSingle(raw);
      return;
    case 'plain':
      yield decodePlain(raw);
      return;
    case 'literal':
    case 'folded':
      yield* decodeBlock(raw, style);
      return;
    default:
      style satisfies never;
  }
}

/** Quotes at both ends; between them nothing that only looks like one. */
function isQuoted({ raw, style, value }: StringNode): boolean {
  if (raw.length !== value.length + 2) return false;
  return style === 'single' ? /^'[^']*'$/.test(raw) : style === 'double' && /^"[^"\\]*"$/.test(raw);
}

function padded(decoded: Decoded, count: number): StringMap {
  if (count === 0) return decoded;
  const tail = Array.from({ length: count }, () => decoded.contentEnd);
  return { ...decoded, starts: [...decoded.starts, ...tail], ends: [...decoded.ends, ...tail] };
}

/** A text that no decoder explains: every character of the value stands for the whole of it. */
function wholeRaw(node: StringNode): StringMap {
  const length = { length: node.value.length };
  return {
    starts: Array.from(length, () => 0),
    ends: Array.from(length, () => node.raw.length),
    contentStart: 0,
    contentEnd: node.raw.length,
  };
}
