import type { Property } from '../syntax/node.ts';
import { layoutAt } from './layout.ts';
import { type Changes, edit, isJsonLike, quotesOf } from './place.ts';
import { keyText } from './scalar.ts';
import type { Surface } from './surface.ts';
import type { EditTarget } from './target.ts';

/** Gives a property another name, in the quotes of the old one. */
export function renameKey(target: EditTarget, property: Property, newKey: string): Changes {
  return edit(target, (surface) => renameOnSurface(surface, property, newKey));
}

/** The same for operations that are made of several. */
export function renameOnSurface(surface: Surface, { key }: Property, newKey: string): Changes {
  const span = surface.locate(key.span);
  const layout = layoutAt(surface, span.start, isJsonLike(key));
  return [{ span, parts: keyText(newKey, layout, 'flow', quotesOf(key)) }];
}
