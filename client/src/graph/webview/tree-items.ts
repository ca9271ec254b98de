import type { GraphPicture, PictureHop, PictureRole } from '../../../../server/src/protocol/graph.ts';

/** A row of the tree: a role, or below one a hop to a role. */
export interface TreeItem {
  /** Unique in the tree: the ids on the way to it. */
  readonly key: string;
  readonly role: PictureRole;
  /** Undefined on the first level. */
  readonly hop: PictureHop | undefined;
  /** From 1. */
  readonly level: number;
  /** From 1, among `size`. */
  readonly position: number;
  readonly size: number;
  /** Undefined: there is nothing below it. */
  readonly isExpanded: boolean | undefined;
  /** It stands on the way to itself: what is below it is above it too. */
  readonly isRepeated: boolean;
}

/** The rows that are seen: every role, and below it whom it may assume or tries to, level after level. */
export function treeItems(
  { roles, hops }: Pick<GraphPicture, 'roles' | 'hops'>,
  expanded: ReadonlySet<string>,
): readonly TreeItem[] {
  const byId = new Map(roles.map((role) => [role.id, role]));
  const outgoing = new Map<string, PictureHop[]>();
  for (const hop of hops) outgoing.set(hop.source, [...(outgoing.get(hop.source) ?? []), hop]);
  const items: TreeItem[] = [];
  const add = (
    role: PictureRole,
    hop: PictureHop | undefined,
    way: readonly string[],
    position: number,
    size: number,
  ) => {
    const isRepeated = way.includes(role.id);
    const key = [...way, role.id].join('\n');
    // A blocked hop leads no further.
    const below = isRepeated || hop?.state === 'blocked' ? [] : (outgoing.get(role.id) ?? []);
    const isExpanded = below.length === 0 ? undefined : expanded.has(key);
    items.push({ key, role, hop, level: way.length + 1, position, size, isExpanded, isRepeated });
    if (isExpanded !== true) return;
    for (const [index, next] of below.entries()) {
      const target = byId.get(next.target);
      if (target !== undefined) add(target, next, [...way, role.id], index + 1, below.length);
    }
  };
  for (const [index, role] of roles.entries()) add(role, undefined, [], index + 1, roles.length);
  return items;
}

/** The key of the row above it in the tree; undefined on the first level. */
export function parentKey(key: string): string | undefined {
  const end = key.lastIndexOf('\n');
  return end < 0 ? undefined : key.slice(0, end);
}
