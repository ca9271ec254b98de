import type { Graph, Hop } from '../chain/graph.ts';
import { indexGraph } from '../chain/graph-index.ts';
import { describePlaces, isOutOfSight, sayOutOfSight, sharedTitleFile, wordOfHop } from '../chain/hop-words.ts';
import { indexMentions } from '../chain/mention-index.ts';
import type { Entity } from '../role/entity.ts';
import { declaredIn } from './declared-roles.ts';
import type { FragmentPlace } from './fragment-place.ts';
import { rolesAt, statementAt } from './roles-at.ts';

/** From where a walk along the hops begins: the roles under the cursor, else those whose policy or resource it is in. */
export function startsOfWalk(place: FragmentPlace, offset: number, graph: Graph): readonly Entity[] {
  const at = rolesAt(place, offset, graph);
  if (at !== undefined) return at.entities;
  const found = statementAt(place.model, offset);
  const { file, fragment } = place;
  const owners = found === undefined ? [] : indexMentions(graph).ownersOf({ file, fragment, policy: found.policy });
  if (owners.length > 0) return [...new Set(owners.map(({ entity }) => entity))];
  const declared = declaredIn(place, indexGraph(graph));
  // A fragment that is a whole file declares many: without a word on which, none is meant.
  return place.model.inTemplate || declared.length === 1 ? declared : [];
}

/** What stands beside an entity's name: what the hop to it is, and where it lives. */
export function describeStep(entity: Entity, { world }: Pick<Graph, 'world'>, hop?: Hop): string {
  // An editor cuts what is too long: the word comes first.
  const parts = [
    hop && wordOfHop(hop),
    describePlaces(entity),
    isOutOfSight(entity) ? sayOutOfSight(world) : sharedTitleFile(entity),
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Those that happen before those that are blocked. */
export function inOrder(hops: readonly Hop[]): readonly Hop[] {
  const isBlocked = ({ verdict }: Hop) => Number(verdict.verdict === 'blocked');
  return hops.toSorted((a, b) => isBlocked(a) - isBlocked(b));
}
