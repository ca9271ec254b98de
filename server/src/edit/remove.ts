import type { ArrayNode, ObjectNode } from '../syntax/node.ts';
import { removeFromBlock } from './block-elements.ts';
import { removeFromFlow } from './flow-elements.ts';
import { withDashes } from './insert-item.ts';
import { type Changes, edit, itemSpans, propertySpans } from './place.ts';
import { replaceOnSurface } from './replace-value.ts';
import type { Surface } from './surface.ts';
import type { EditTarget } from './target.ts';

/**
 * Removes the last property of that name, with its comma or line and the comment at the line's end; comments on lines
 * of their own stay. Undefined if there is none.
 */
export function removeProperty(target: EditTarget, object: ObjectNode, key: string): Changes {
  return edit(target, (surface) => removePropertyOnSurface(surface, object, key));
}

/** The same for operations that are made of several. */
export function removePropertyOnSurface(surface: Surface, object: ObjectNode, key: string): Changes {
  const index = object.properties.findLastIndex((each) => each.key.value === key);
  const elements = propertySpans(surface, object);
  if (index < 0 || !elements) return undefined;
  if (object.style === 'flow') return removeFromFlow(surface, elements, index);
  if (object.properties.length === 1) return replaceOnSurface(surface, object, {});
  return removeFromBlock(surface, elements.spans, index);
}

/** Removes an item likewise. Undefined if there is none at the index. */
export function removeItem(target: EditTarget, array: ArrayNode, index: number): Changes {
  return edit(target, (surface) => removeItemOnSurface(surface, array, index));
}

/** The same for operations that are made of several. */
export function removeItemOnSurface(surface: Surface, array: ArrayNode, index: number): Changes {
  const elements = itemSpans(surface, array);
  if (!array.items[index] || !elements) return undefined;
  if (array.style === 'flow') return removeFromFlow(surface, elements, index);
  if (array.items.length === 1) return replaceOnSurface(surface, array, []);
  const spans = withDashes(surface, elements.spans);
  return spans && removeFromBlock(surface, spans, index);
}
