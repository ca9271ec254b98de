import type { Span } from '../base/span.ts';
import type { ArrayNode, Node } from '../syntax/node.ts';
import { lineStart } from '../syntax/text-lines.ts';

/** What stands between the brackets of a collection, as it stands there: an editor's own selecting takes it so, too. */
export function insideBrackets(node: Node, text: string): readonly Span[] {
  const { start, end } = node.span;
  const brackets = text.charAt(start) + text.charAt(end - 1);
  // What ends with an unclosed string ends with whatever that swallows.
  const isClosed = end - 1 >= endOfChildren(node);
  return isClosed && (brackets === '{}' || brackets === '[]') ? [{ start: start + 1, end: end - 1 }] : [];
}

function endOfChildren(node: Node): number {
  const last =
    node.type === 'object' ? node.properties.at(-1)?.value : node.type === 'array' ? node.items.at(-1) : undefined;
  const end = (node.type === 'intrinsic' ? node.argument : last)?.span.end ?? 0;
  // An anchor's node may stand anywhere.
  return end > node.span.end ? 0 : end;
}

const aliasBehind = /\s*:\s*\*[^\s,[\]{}]+/y;

/**
 * A key, or the name of a function, with its value, in the object around them. Undefined for what a merge key brings from
 * elsewhere; of an alias, whose node is elsewhere, the span is that of the alias.
 */
export function namedSpan(name: Span, value: Node, { span: around }: Node, text: string): Span | undefined {
  if (name.start < around.start || name.end > around.end) return undefined;
  if (value.span.start >= name.end && value.span.end <= around.end) return { start: name.start, end: value.span.end };
  aliasBehind.lastIndex = name.end;
  return { start: name.start, end: aliasBehind.test(text) ? aliasBehind.lastIndex : name.end };
}

/** An item of a list with its dash where it has one; undefined for an alias, whose node is elsewhere. */
export function itemSpan(list: ArrayNode, index: number, text: string): Span | undefined {
  const item = list.items[index]?.span;
  if (item === undefined || item.start < list.span.start || item.end > list.span.end) return undefined;
  return { start: dashOf(list, index, text) ?? item.start, end: item.end };
}

function dashOf({ items, span, style }: ArrayNode, index: number, text: string): number | undefined {
  if (style !== 'block' || text[span.start] !== '-') return undefined;
  if (index === 0) return span.start;
  const [before, item] = [items[index - 1]?.span, items[index]?.span];
  if (before === undefined || item === undefined || before.start < span.start) return undefined;
  // All dashes of a list stand in one column; other ones may stand in comments and in names of anchors.
  const line = `\n${' '.repeat(span.start - lineStart(text, span.start))}-`;
  const found = text.slice(before.end, item.start).lastIndexOf(line);
  return found < 0 ? undefined : before.end + found + line.length - 1;
}
