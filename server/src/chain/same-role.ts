import type { Entity, World } from '../role/entity.ts';
import { textKey } from '../role/text.ts';
import type { Hop } from './graph.ts';
import { roleArn } from './role-arn.ts';

/** Equal keys: one role, though several files declare it, such as a template and an output of the AWS CLI. */
export function roleKey(world: World, entity: Entity): string {
  return entity.places.map((place) => textKey(roleArn(entity, place, world))).join('\n');
}

/** One hop for each source that is a role of its own: of several files that declare one, that nearest to the target's. */
export function distinctSources(world: World, hops: readonly Hop[]): readonly Hop[] {
  const found = new Map<string, Hop>();
  for (const hop of hops) {
    const key = roleKey(world, hop.source);
    const known = found.get(key);
    if (known === undefined || sharedStart(hop) > sharedStart(known)) found.set(key, hop);
  }
  return [...found.values()];
}

/** How many folders the two files have in common. */
function sharedStart({ source, target }: Hop): number {
  const [one = [], two = []] = [source, target].map((each) => (each.source?.file ?? '').split('/').slice(0, -1));
  const differs = one.findIndex((folder, index) => folder !== two[index]);
  return differs < 0 ? one.length : differs;
}
