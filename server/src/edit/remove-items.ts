import type { Span } from '../base/span.ts';
import type { ArrayNode } from '../syntax/node.ts';
import { removeFromBlock } from './block-elements.ts';
import type { TextChange } from './change.ts';
import { type FlowElements, removeFromFlow } from './flow-elements.ts';
import { withDashes } from './insert-item.ts';
import { type Changes, edit, itemSpans } from './place.ts';
import type { Surface } from './surface.ts';
import type { EditTarget } from './target.ts';

/**
 * Removes several items with their commas or lines and the comments at the ends of those lines. Undefined where none
 * would be left, and where comments stand between items at the end of a list in braces.
 */
export function removeItems(target: EditTarget, array: ArrayNode, indexes: readonly number[]): Changes {
  return edit(target, (surface) => removeItemsOnSurface(surface, array, indexes));
}

/** The same for operations that are made of several. */
export function removeItemsOnSurface(surface: Surface, array: ArrayNode, indexes: readonly number[]): Changes {
  const elements = itemSpans(surface, array);
  const removed = new Set(indexes);
  const last = array.items.findLastIndex((_, index) => !removed.has(index));
  if (!elements || last < 0) return undefined;
  if (array.style === 'block') return removeBlockItems(surface, elements, removed);
  const inner = [...removed].filter((index) => index < last);
  const changes = inner.map((index) => removeFromFlow(surface, elements, index));
  if (last < array.items.length - 1) changes.push(removeTail(surface, elements, last));
  return joined(changes);
}

function removeBlockItems(surface: Surface, elements: FlowElements, removed: ReadonlySet<number>): Changes {
  const spans = withDashes(surface, elements.spans);
  return spans && joined([...removed].map((index) => removeFromBlock(surface, spans, index)));
}

/** All behind an item. A comma that closes the list stays, behind that item then. */
function removeTail({ text }: Surface, { spans }: FlowElements, kept: number): Changes {
  const behind = spans.slice(kept);
  const gaps = behind.slice(1).map((span, index) => text.slice(behind[index]?.end ?? 0, span.start));
  const start = behind[0]?.end;
  const end = behind.at(-1)?.end;
  if (start === undefined || end === undefined || !gaps.every((gap) => /^\s*,\s*$/.test(gap))) return undefined;
  return [{ span: { start, end }, parts: [] }];
}

/** Deletions as one edit: where two of them share a line break, it goes once. */
function joined(all: readonly Changes[]): Changes {
  const spans: Span[] = [];
  for (const changes of all) {
    if (changes === undefined) return undefined;
    spans.push(...changes.map(({ span }) => span));
  }
  const merged: TextChange[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)?.span;
    if (last === undefined || last.end < span.start) merged.push({ span, parts: [] });
    else merged[merged.length - 1] = { span: { start: last.start, end: Math.max(last.end, span.end) }, parts: [] };
  }
  return merged;
}
