import { groupBy } from '../base/group.ts';
import { keptWith } from '../base/once.ts';
import type { Entity } from '../role/entity.ts';
import type { Graph, Hop } from './graph.ts';

/** The hops and entities of a graph by what they are asked for. */
export interface GraphIndex {
  /** By `entityKey`. */
  readonly entity: (key: string) => Entity | undefined;
  readonly from: (source: Entity) => readonly Hop[];
  readonly to: (target: Entity) => readonly Hop[];
  readonly between: (source: Entity, target: Entity) => Hop | undefined;
  /** Those that a file declares. */
  readonly inFile: (file: string) => readonly Entity[];
  /** Those that run with this role. */
  readonly runningAs: (role: Entity) => readonly Entity[];
}

const known = keptWith<Graph, GraphIndex>();

/** A graph never changes: it is indexed once. */
export function indexGraph(graph: Graph): GraphIndex {
  const index = known.get(graph) ?? build(graph);
  known.set(graph, index);
  return index;
}

/** Unique in a graph: one that is only named may have the id of one that is declared. */
export function entityKey({ kind, id }: Entity): string {
  return `${kind} ${id}`;
}

function build({ entities, hops }: Graph): GraphIndex {
  const byKey = new Map(entities.map((each) => [entityKey(each), each]));
  const bySource = groupBy(hops, ({ source }) => source);
  const byTarget = groupBy(hops, ({ target }) => target);
  const byFile = groupBy(
    entities.filter(({ source }) => source !== undefined),
    ({ source }) => source?.file ?? '',
  );
  const byRole = groupBy(
    entities.filter(({ runsAs }) => runsAs !== undefined),
    ({ runsAs }) => runsAs ?? '',
  );
  return {
    entity: (key) => byKey.get(key),
    from: (source) => bySource.get(source) ?? [],
    to: (target) => byTarget.get(target) ?? [],
    between: (source, target) => bySource.get(source)?.find((hop) => hop.target === target),
    inFile: (file) => byFile.get(file) ?? [],
    runningAs: ({ id }) => byRole.get(id) ?? [],
  };
}
