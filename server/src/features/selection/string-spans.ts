import { type Span, touches } from '../../base/span.ts';
import { spanInString, valueOffsetAt } from '../../syntax/decode.ts';
import type { StringNode } from '../../syntax/node.ts';
import { wordSpans } from './word-spans.ts';

/** A string with its quotes and without, and what can be selected in it around an offset of the fragment's text. */
export function stringSpans(node: StringNode, offset: number): readonly Span[] {
  return [...wholeString(node), ...partsOfString(node, offset)];
}

/** A string with its quotes and without. */
export function wholeString(node: StringNode): readonly Span[] {
  return [node.span, spanInString(node, 0, node.value.length)];
}

function partsOfString(node: StringNode, offset: number): readonly Span[] {
  const index = valueOffsetAt(node, offset);
  if (index === undefined) return [];
  return wordSpans(node.value, index)
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => spanInString(node, start, end))
    .filter((span) => touches(span, offset));
}
