import type { Graph } from '../../../server/src/chain/graph.ts';

export const emptyGraph: Graph = {
  world: { entities: [], controlPolicies: [], partition: ['aws'] },
  entities: [],
  hops: [],
};
