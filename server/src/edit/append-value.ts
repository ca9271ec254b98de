import type { Node } from '../syntax/node.ts';
import { insertItemsOnSurface } from './insert-item.ts';
import { type Changes, contentSpan, edit } from './place.ts';
import { replaceOnSurface } from './replace-value.ts';
import type { Surface } from './surface.ts';
import type { EditTarget } from './target.ts';
import { existing, type Writable } from './writable.ts';

/**
 * Adds a value to an element that takes one or many, like `Action`: a list grows by an item, a single value becomes a
 * list of two. Undefined where that would lose a comment.
 */
export function appendValue(target: EditTarget, node: Node, value: Writable): Changes {
  return edit(target, (surface) => {
    if (node.type === 'array') return insertItemsOnSurface(surface, node, node.items.length, [value]);
    if (node.type === 'null') return replaceOnSurface(surface, node, value);
    return holdsComment(surface, node) ? undefined : replaceOnSurface(surface, node, [existing(node), value]);
  });
}

/** A scalar holds none; in a collection anything that looks like one counts. */
function holdsComment(surface: Surface, node: Node): boolean {
  if (node.type !== 'object' && node.type !== 'intrinsic') return false;
  const { start, end } = contentSpan(surface, node);
  const text = surface.text.slice(start, end);
  return surface.comment === '#' ? /(?:^|\s)#/.test(text) : /(?:^|[\s,{[])\/[/*]/.test(text);
}
