import type { ObjectNode } from '../syntax/node.ts';
import { insertInBlock } from './block-elements.ts';
import { blockProperty } from './block-text.ts';
import { insertByBreakingLines } from './break-lines.ts';
import { insertInFlow, type RenderElements } from './flow-elements.ts';
import { all, type Entry, flowProperty } from './flow-text.ts';
import { layoutAt, leadingColumn } from './layout.ts';
import { type Changes, edit, isBlankInside, isJsonLike, propertySpans, quotesOf } from './place.ts';
import { replaceOnSurface } from './replace-value.ts';
import { columnAt, lineStart } from './scan.ts';
import type { Surface } from './surface.ts';
import type { EditTarget } from './target.ts';
import type { Writable } from './writable.ts';

export interface InsertPropertyOptions {
  /** The new property goes behind the last of these that the object has, else to the end. */
  readonly after?: readonly string[];
  /** The new property goes before all others. */
  readonly first?: true;
}

/** Adds a property to an object that does not have it. */
export function insertProperty(
  target: EditTarget,
  object: ObjectNode,
  key: string,
  value: Writable,
  options: InsertPropertyOptions = {},
): Changes {
  return edit(target, (surface) => insertOnSurface(surface, object, [[key, value]], options));
}

/** Adds several properties in one place, for operations that are made of several. */
export function insertOnSurface(
  surface: Surface,
  object: ObjectNode,
  entries: readonly Entry[],
  { after = [], first }: InsertPropertyOptions = {},
): Changes {
  if (object.properties.length === 0) {
    return isBlankInside(surface, object) ? replaceOnSurface(surface, object, Object.fromEntries(entries)) : undefined;
  }
  const elements = propertySpans(surface, object);
  if (!elements) return undefined;
  const behind = object.properties.findLastIndex(({ key }) => after.includes(key.value));
  const index = first ? 0 : behind < 0 ? object.properties.length : behind + 1;
  const sibling = object.properties[Math.max(index - 1, 0)]?.key;
  const start = elements.spans[Math.max(index - 1, 0)]?.start ?? elements.container.start;
  const keyQuote = quotesOf(sibling);

  if (object.style === 'flow') {
    const layout = layoutAt(surface, start, isJsonLike(sibling));
    const render: RenderElements = (indent, spread) =>
      all(entries.map((entry) => flowProperty(entry, layout, indent, spread, keyQuote)));
    return (
      insertByBreakingLines(surface, layout, elements, index, render) ??
      insertInFlow(surface, layout, elements, index, render)
    );
  }
  const column = columnAt(surface.text, start);
  const isPlainColumn = leadingColumn(surface.text.slice(lineStart(surface.text, start), start)) === column;
  const layout = layoutAt(surface, start);
  const texts = all(entries.map((entry) => blockProperty(entry, layout, column, keyQuote)));
  return texts && isPlainColumn ? insertInBlock(surface, elements.spans, index, texts) : undefined;
}
