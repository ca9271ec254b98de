import { groupBy } from '../base/group.ts';
import type { Entity } from '../role/entity.ts';
import { describeText, literalText } from '../role/text.ts';
import type { Graph, Hop } from './graph.ts';
import { roleArn } from './role-arn.ts';

/** Which part of a graph is asked for, by entities of it. */
export interface Selection {
  readonly from?: readonly Entity[];
  readonly to?: readonly Entity[];
}

/**
 * The part of a graph that chains go through: those that begin at `from`, those that lead to `to`, those between both.
 * A blocked hop is shown where a chain comes to it, and leads no further.
 */
export function selectChains(graph: Graph, { from, to }: Selection): Graph {
  if (from === undefined && to === undefined) return graph;
  const after =
    from &&
    reach(
      from,
      graph.hops,
      (hop) => hop.source,
      (hop) => hop.target,
    );
  const before =
    to &&
    reach(
      to,
      graph.hops,
      (hop) => hop.target,
      (hop) => hop.source,
    );
  const hops = graph.hops.filter(({ source, target }) => after?.has(source) !== false && before?.has(target) !== false);
  const seen = new Set([...(from ?? []), ...(to ?? []), ...hops.flatMap(({ source, target }) => [source, target])]);
  return { ...graph, hops, entities: graph.entities.filter((each) => seen.has(each)) };
}

function reach(
  start: readonly Entity[],
  hops: readonly Hop[],
  near: (hop: Hop) => Entity,
  far: (hop: Hop) => Entity,
): ReadonlySet<Entity> {
  const open = hops.filter(({ verdict }) => verdict.verdict === 'allowed');
  const next = groupBy(open, near);
  const reached = new Set(start);
  for (const entity of reached) for (const hop of next.get(entity) ?? []) reached.add(far(hop));
  return reached;
}

/** Those that a person may mean: by id, else by ARN, else by name, else by an id without its file. */
export function findEntities({ entities, world }: Pick<Graph, 'entities' | 'world'>, word: string): readonly Entity[] {
  const ways: readonly ((entity: Entity) => boolean)[] = [
    ({ id }) => id === word,
    (entity) => entity.places.some((place) => literalText(roleArn(entity, place, world)) === word),
    ({ name }) => describeText(name) === word,
    ({ id }) => id.endsWith(`#${word}`) || id.endsWith(`/${word}`),
  ];
  for (const means of ways) {
    const found = entities.filter(means);
    if (found.length > 0) return found;
  }
  return [];
}
