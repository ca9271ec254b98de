import type { Span } from '../base/span.ts';
import type { ArrayNode, Node } from '../syntax/node.ts';
import { insertInBlock } from './block-elements.ts';
import { blockBody } from './block-text.ts';
import { type FlowElements, insertInFlow } from './flow-elements.ts';
import { all, flowText } from './flow-text.ts';
import { type Layout, layoutAt } from './layout.ts';
import { type Changes, edit, isBlankInside, isJsonLike, itemSpans, quotesOf } from './place.ts';
import { replaceOnSurface } from './replace-value.ts';
import { columnAt, headOf } from './scan.ts';
import type { Surface } from './surface.ts';
import type { EditTarget } from './target.ts';
import { isList, isMarked, type Text, type Writable } from './writable.ts';

/** Puts a value before the item at `index`; at the end if there is no such item. */
export function insertItem(target: EditTarget, array: ArrayNode, index: number, value: Writable): Changes {
  return insertItems(target, array, index, [value]);
}

/** The same for several values, in their order. */
export function insertItems(target: EditTarget, array: ArrayNode, index: number, values: readonly Writable[]): Changes {
  return edit(target, (surface) => insertItemsOnSurface(surface, array, index, values));
}

/** The same for operations that are made of several. */
export function insertItemsOnSurface(
  surface: Surface,
  array: ArrayNode,
  index: number,
  values: readonly Writable[],
): Changes {
  if (values.length === 0) return [];
  if (array.items.length === 0)
    return isBlankInside(surface, array) ? replaceOnSurface(surface, array, values) : undefined;
  const elements = itemSpans(surface, array);
  if (!elements) return undefined;
  const place = Math.min(index, array.items.length);
  const sibling = array.items[Math.max(0, place - 1)];
  const start = elements.spans[Math.max(0, place - 1)]?.start ?? elements.container.start;
  if (array.style === 'flow') {
    const layout = likeSibling(layoutAt(surface, start, isJsonItem(sibling)), sibling);
    return insertInFlow(surface, layout, elements, place, (indent, spread) =>
      all(values.map((value) => flowText(value, layout, indent, spread))),
    );
  }
  const layout = likeSibling(layoutAt(surface, start), sibling);
  // Among statements that stand on a line each, the new one does too.
  const asFlow = (value: Writable) => sibling?.type === 'object' && sibling.style === 'flow' && isObject(value);
  const render = (column: number) =>
    all(
      values.map((value) => (asFlow(value) ? flowText(value, layout, '', 'inline') : blockBody(value, layout, column))),
    );
  return insertBlockItems(surface, elements, place, render);
}

function insertBlockItems(
  surface: Surface,
  { spans }: FlowElements,
  index: number,
  render: (column: number) => readonly Text[] | undefined,
): Changes {
  const { text } = surface;
  const elements = withDashes(surface, spans);
  const dash = elements?.[0]?.start;
  const item = spans[0]?.start;
  if (!elements || dash === undefined || item === undefined) return undefined;
  const gap = text.slice(dash, item);
  const bullet = /^- +$/.test(gap) ? gap : '- ';
  const bodies = render(columnAt(text, dash) + bullet.length);
  const added = bodies?.map((body): Text => [bullet, ...body]);
  return added && insertInBlock(surface, elements, index, added);
}

/** The spans of block items from their dashes on; undefined if an item has something else before it, like an anchor. */
export function withDashes({ text }: Surface, spans: FlowElements['spans']): FlowElements['spans'] | undefined {
  const dashes: Span[] = [];
  for (const { start, end } of spans) {
    const head = headOf(text, start);
    if (head?.mark === '-') dashes.push({ start: head.end - 1, end });
  }
  return dashes.length === spans.length ? dashes : undefined;
}

function isObject(value: Writable): boolean {
  return typeof value === 'object' && !isList(value) && !isMarked(value);
}

function isJsonItem(item: Node | undefined): boolean {
  return item?.type === 'object' && isJsonLike(item.properties[0]?.key);
}

function likeSibling(layout: Layout, sibling: Node | undefined): Layout {
  const quote = layout.language === 'yaml' ? quotesOf(sibling) : undefined;
  return quote ? { ...layout, quote, valueQuote: quote } : layout;
}
