import { contentSpan } from '../../edit/place.ts';
import type { Surface } from '../../edit/surface.ts';
import type { Node } from '../../syntax/node.ts';

/** The surface as if nothing were written inside a node: what takes its place goes on in the style of what is around it. */
export function withoutInside(surface: Surface, node: Node): Surface {
  const { start, end } = contentSpan(surface, node);
  const { text } = surface;
  const inside = text.slice(start + 1, end - 1).replace(/[^\r\n]/g, ' ');
  return { ...surface, text: text.slice(0, start + 1) + inside + text.slice(end - 1) };
}
