import { type Span, touches } from '../base/span.ts';
import type { GraphIndex } from '../chain/graph-index.ts';
import type { Entity } from '../role/entity.ts';
import type { FragmentPlace } from './fragment-place.ts';
import { innerSpan } from './mention-place.ts';
import { pathAt } from './path-at.ts';

/** The role, user or resource that is declared where the cursor stands: on its logical id, on its name in an output. */
export function declaredAt(
  place: FragmentPlace,
  offset: number,
  index: GraphIndex,
): { readonly span: Span; readonly entities: readonly Entity[] } | undefined {
  const { model } = place;
  const keys = [...model.nested.flatMap(({ tree }) => tree.key ?? []), ...(model.tree.key ? [model.tree.key] : [])];
  const key = keys.find(({ span }) => touches(span, offset));
  if (key !== undefined) {
    const entities = entitiesOfResource(place, key.value, index);
    return entities.length === 0 ? undefined : { span: innerSpan(key), entities };
  }
  const path = model.inTemplate ? undefined : pathAt(model, offset);
  const [leaf, name] = [path?.nodes.at(-1), path?.keys.at(-1)?.value];
  if (leaf?.type !== 'string' || (name !== 'RoleName' && name !== 'UserName')) return undefined;
  const entities = declaredIn(place, index).filter(({ source }) => source?.label === leaf.value);
  return entities.length === 0 ? undefined : { span: innerSpan(leaf), entities };
}

/** What a fragment declares. */
export function declaredIn({ file, fragment }: FragmentPlace, index: GraphIndex): readonly Entity[] {
  return index.inFile(file).filter(({ source }) => source?.fragment === fragment);
}

/** The role or user that a logical id means in the template of the fragment. */
export function entityOfId(
  { file, fragment }: FragmentPlace,
  id: string,
  isNested: boolean,
  index: GraphIndex,
): Entity | undefined {
  const document = /^\d+:/.exec(fragment)?.[0] ?? '';
  return index.inFile(file).find(({ kind, source }) => {
    if ((kind !== 'role' && kind !== 'user') || source?.label !== id) return false;
    if (isNested) return source.fragment === fragment;
    // The role that SAM makes for a function stands with the function.
    const own = [`${document}Resources/${id}`, `${document}Resources/${id.replace(/Role$/, '')}`];
    return own.includes(source.fragment);
  });
}

/** Those of one resource: a function, and the role that SAM makes for it. */
function entitiesOfResource(place: FragmentPlace, id: string, index: GraphIndex): readonly Entity[] {
  const all = declaredIn(place, index).filter(({ source }) => source?.label === id || source?.label === `${id}Role`);
  return all.toSorted((a, b) => Number(b.source?.label === id) - Number(a.source?.label === id));
}
