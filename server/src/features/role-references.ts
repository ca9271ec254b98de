import type { Span } from '../base/span.ts';
import type { Entity } from '../role/entity.ts';
import type { FragmentPlace } from './fragment-place.ts';
import { referencesIn } from './logical-ids.ts';
import { treesOf } from './path-at.ts';

/** Where a fragment names a role of its own template by logical id, in the fragment's text. */
export function referencesToRole({ file, fragment, model }: FragmentPlace, { source }: Entity): readonly Span[] {
  if (source === undefined || source.file !== file || !model.inTemplate) return [];
  if (documentOf(source.fragment) !== documentOf(fragment)) return [];
  // A template in a string knows its own resources only.
  const isNested = source.fragment === fragment && model.nested.some(({ tree }) => declares(tree.path, source.label));
  return treesOf(model)
    .filter(({ nested }) => (nested !== undefined) === isNested)
    .flatMap(({ root, substitution }) => referencesIn(root, substitution))
    .filter(({ id }) => id === source.label)
    .map(({ span }) => span);
}

function documentOf(fragment: string): string {
  return /^\d+:/.exec(fragment)?.[0] ?? '';
}

function declares(path: readonly string[], id: string): boolean {
  return path[1] === id || `${path[1]}Role` === id;
}
