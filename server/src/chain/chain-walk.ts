import { groupBy } from '../base/group.ts';
import { oncePer } from '../base/once.ts';
import type { Entity } from '../role/entity.ts';
import type { Graph, Hop } from './graph.ts';

/** The hops that can happen between two different roles or users in sight. */
export const openHops = oncePer(({ hops }: Graph): readonly Hop[] =>
  hops.filter(
    ({ verdict, source, target }) =>
      verdict.verdict === 'allowed' &&
      source !== target &&
      (source.kind === 'role' || source.kind === 'user') &&
      source.source !== undefined &&
      target.source !== undefined,
  ),
);

/** For each entity from which one of the ends can be reached, the shortest chain of hops to the nearest. */
export function chainsTo(
  hops: readonly Hop[],
  isEnd: (entity: Entity) => boolean,
): ReadonlyMap<Entity, readonly Hop[]> {
  const into = groupBy(hops, ({ target }) => target);
  const chains = new Map<Entity, readonly Hop[]>();
  const ends = [...into.keys()].filter(isEnd);
  const queue: Entity[] = [...ends];
  for (const end of ends) chains.set(end, []);
  for (const entity of queue)
    for (const hop of into.get(entity) ?? []) {
      if (chains.has(hop.source)) continue;
      chains.set(hop.source, [hop, ...(chains.get(entity) ?? [])]);
      queue.push(hop.source);
    }
  return chains;
}

/** One round for each group of roles that can all reach each other: hops that lead from its first role back to it. */
export function findCycles(hops: readonly Hop[]): readonly (readonly Hop[])[] {
  const out = groupBy(hops, ({ source }) => source);
  const groups = strongGroups([...out.keys()], (entity) => (out.get(entity) ?? []).map(({ target }) => target));
  const groupOf = new Map(groups.flatMap((group, index) => group.map((each) => [each, index] as const)));
  const within = hops.filter(({ source, target }) => groupOf.get(source) === groupOf.get(target));
  return [...groupBy(within, ({ source }) => groupOf.get(source)).values()].flatMap((own) => {
    const first = own[0]?.source;
    if (first === undefined) return [];
    const back = chainsTo(own, (entity) => entity === first);
    const rounds = own
      .filter(({ source }) => source === first)
      .map((hop) => [hop, ...(back.get(hop.target) ?? [])])
      .toSorted((one, other) => one.length - other.length);
    return rounds.slice(0, 1);
  });
}

/** Tarjan's strongly connected components, without recursion: chains may be as long as the workspace. */
function strongGroups(
  nodes: readonly Entity[],
  next: (node: Entity) => readonly Entity[],
): readonly (readonly Entity[])[] {
  const index = new Map<Entity, number>();
  const low = new Map<Entity, number>();
  const onStack = new Set<Entity>();
  const stack: Entity[] = [];
  const groups: Entity[][] = [];
  for (const root of nodes) {
    if (index.has(root)) continue;
    const work: { readonly node: Entity; readonly after: readonly Entity[]; at: number }[] = [];
    const enter = (node: Entity) => {
      index.set(node, index.size);
      low.set(node, index.size - 1);
      stack.push(node);
      onStack.add(node);
      work.push({ node, after: next(node), at: 0 });
    };
    enter(root);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const { node, after } = top;
      const target = after[top.at];
      top.at += 1;
      if (target !== undefined) {
        if (!index.has(target)) enter(target);
        else if (onStack.has(target)) lower(low, node, index.get(target));
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent !== undefined) lower(low, parent.node, low.get(node));
      if (low.get(node) === index.get(node)) groups.push(popTo(node, stack, onStack));
    }
  }
  return groups;
}

function lower(low: Map<Entity, number>, node: Entity, to: number | undefined): void {
  low.set(node, Math.min(low.get(node) ?? 0, to ?? 0));
}

function popTo(node: Entity, stack: Entity[], onStack: Set<Entity>): Entity[] {
  const group = stack.splice(stack.lastIndexOf(node));
  for (const each of group) onStack.delete(each);
  return group;
}
