import { graphlib, layout } from '@dagrejs/dagre';
import { groupsOf } from './graph-groups.ts';
import { layOutLanes } from './graph-lanes.ts';
import type { GraphReport, HopReport, RoleReport } from './graph-report.ts';
import { labelOf } from './graph-words.ts';

/** Where everything of a graph is drawn. Lengths are pixels at normal size, from the top left corner. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly (Box & { readonly title: string })[];
  readonly roles: readonly (Box & { readonly role: RoleReport; readonly label: string })[];
  readonly hops: readonly { readonly hop: HopReport; readonly points: readonly Point[]; readonly label: Point }[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `x` and `y` are the top left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

const box = { height: 44, padding: 28, letter: 7.2, least: 120, most: 440 };

/** Up to here dagre answers at once, whatever the graph: its time grows much faster than the graph. */
const small = { roles: 40, hops: 60 };

/** Above the roles of a group stands its title. */
const titleHeight = 14;

/**
 * Lays a graph out from left to right, roles of one account or unit in one box. Where dagre fails on boxes in boxes,
 * roles are laid out without them; a large graph is laid out in lanes.
 */
export function layoutGraph(report: Pick<GraphReport, 'roles' | 'hops'>): GraphLayout {
  if (report.roles.length > small.roles || report.hops.length > small.hops)
    return layOutLanes(report, (role) => ({ width: widthOf(role), height: box.height }));
  try {
    return layoutWith(report, true);
  } catch {
    return layoutWith(report, false);
  }
}

function layoutWith({ roles, hops }: Pick<GraphReport, 'roles' | 'hops'>, inGroups: boolean): GraphLayout {
  const graph = new graphlib.Graph({ compound: inGroups });
  graph.setGraph({ rankdir: 'LR', nodesep: 20, ranksep: 90, marginx: 24, marginy: 24 + titleHeight });
  const groups = inGroups ? groupsOf(roles).filter(({ title }) => title !== undefined) : [];
  for (const role of roles) graph.setNode(role.id, { width: widthOf(role), height: box.height });
  for (const [index, group] of groups.entries()) {
    graph.setNode(groupKey(index), {});
    for (const { id } of group.roles) graph.setParent(id, groupKey(index));
  }
  for (const { source, target } of hops) graph.setEdge(source, target, { width: 90, height: 16, labelpos: 'c' });
  layout(graph);
  const size = graph.graph() as { readonly width?: number; readonly height?: number };
  return {
    width: finite(size.width),
    height: finite(size.height),
    groups: groups.map(({ title = '' }, index) => ({ ...withTitle(boxOf(graph.node(groupKey(index)))), title })),
    roles: roles.map((role) => ({ ...boxOf(graph.node(role.id)), role, label: labelOf(role) })),
    hops: hops.map((hop) => {
      const edge = graph.edge(hop.source, hop.target) as Edge | undefined;
      const points = edge?.points ?? [];
      return { hop, points, label: { x: finite(edge?.x), y: finite(edge?.y) } };
    }),
  };
}

function withTitle({ x, y, width, height }: Box): Box {
  return { x, y: y - titleHeight, width, height: height + titleHeight };
}

interface Edge extends Partial<Point> {
  readonly points?: readonly Point[];
}

/** No role has such an id: file names and logical ids have no control characters. */
function groupKey(index: number): string {
  return `\u0001${index}`;
}

function widthOf(role: RoleReport): number {
  return Math.min(box.most, Math.max(box.least, labelOf(role).length * box.letter + box.padding));
}

/** Dagre gives the middle of a box. */
function boxOf(node: unknown): Box {
  const { x, y, width, height } = (node ?? {}) as Partial<Box>;
  const size = { width: finite(width), height: finite(height) };
  return { x: finite(x) - size.width / 2, y: finite(y) - size.height / 2, ...size };
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}
