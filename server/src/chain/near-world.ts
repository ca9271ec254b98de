import { keptWith } from '../base/once.ts';
import type { Entity, World } from '../role/entity.ts';

/**
 * What of a world the calls of a source rest on. A verdict is kept for longer than the world in which it was given, and
 * is not to hold all of that.
 */
export function nearWorld({ entities, controlPolicies, partition, organization }: World, source: Entity): World {
  const { functions } = source;
  const near = functions.length === 0 ? [] : functionsAmong(entities, functions);
  return { entities: near, controlPolicies, partition, ...(organization && { organization }) };
}

interface Placed {
  readonly entity: Entity;
  readonly at: number;
}

const known = keptWith<readonly Entity[], ReadonlyMap<string, Placed>>();

/** In the order of the world. */
function functionsAmong(entities: readonly Entity[], ids: readonly string[]): readonly Entity[] {
  const byId = known.get(entities) ?? new Map(entities.map((entity, at) => [entity.id, { entity, at }]));
  known.set(entities, byId);
  return ids
    .flatMap((id) => byId.get(id) ?? [])
    .sort((one, two) => one.at - two.at)
    .map(({ entity }) => entity);
}
