import { groupBy } from '../base/group.ts';
import { groupsOf } from './graph-groups.ts';
import type { Box, GraphLayout, Point } from './graph-layout.ts';
import type { GraphReport, HopReport, RoleReport } from './graph-report.ts';
import { labelOf } from './graph-words.ts';

const gap = { column: 110, row: 14, lane: 34, margin: 24, padding: 16, title: 26 };

/**
 * Lays a large graph out in time that grows with its size alone: a lane for each account or unit, one below the other,
 * and columns by how many hops lead to a role. Beyond some hundred hops dagre takes seconds, or minutes.
 */
export function layOutLanes(
  { roles, hops }: Pick<GraphReport, 'roles' | 'hops'>,
  sizeOf: (role: RoleReport) => Pick<Box, 'width' | 'height'>,
): GraphLayout {
  const columns = columnsOf(roles, hops);
  const widths: number[] = [];
  for (const role of roles) {
    const column = columns.get(role.id) ?? 0;
    widths[column] = Math.max(widths[column] ?? 0, sizeOf(role).width);
  }
  const lefts = runningSum(widths, gap.margin + gap.padding, gap.column);
  const width = (lefts.at(-1) ?? 0) + (widths.at(-1) ?? 0) + gap.padding + gap.margin;
  const boxes = new Map<string, Box>();
  const groups: (Box & { readonly title: string })[] = [];
  let top = gap.margin;
  for (const { title, roles: members } of groupsOf(roles)) {
    const begin = title === undefined ? top : top + gap.title;
    let bottom = begin;
    for (const [column, cell] of groupBy(members, ({ id }) => columns.get(id) ?? 0)) {
      let y = begin;
      for (const role of cell) {
        const size = sizeOf(role);
        boxes.set(role.id, { x: lefts[column] ?? 0, y, ...size });
        y += size.height + gap.row;
      }
      bottom = Math.max(bottom, y - gap.row);
    }
    const height = bottom + gap.padding - top;
    if (title !== undefined) groups.push({ title, ...around(members, boxes, top, height) });
    top += height + gap.lane;
  }
  return {
    width,
    height: top - gap.lane + gap.margin,
    groups,
    roles: roles.map((role) => ({ ...boxOf(boxes, role.id), role, label: labelOf(role) })),
    hops: hops.map((hop) => {
      const points = lineBetween(boxOf(boxes, hop.source), boxOf(boxes, hop.target));
      return { hop, points, label: middleOf(points) };
    }),
  };
}

/** How many hops lead to each role on the longest way, ways that come back left out. */
function columnsOf(roles: readonly RoleReport[], hops: readonly HopReport[]): ReadonlyMap<string, number> {
  const incoming = groupBy(hops, ({ target }) => target);
  const columns = new Map<string, number>();
  const onTheWay = new Set<string>();
  for (const { id: start } of roles) {
    // A chain may be longer than the stack of calls is deep.
    const stack = [start];
    while (stack.length > 0) {
      const id = stack[stack.length - 1] ?? start;
      if (columns.has(id)) {
        stack.pop();
        continue;
      }
      const sources = (incoming.get(id) ?? []).map(({ source }) => source);
      const isBack = onTheWay.has(id);
      onTheWay.add(id);
      const open = isBack ? [] : sources.filter((each) => !columns.has(each) && !onTheWay.has(each));
      if (open.length > 0) {
        stack.push(...open);
        continue;
      }
      stack.pop();
      onTheWay.delete(id);
      columns.set(id, Math.max(0, ...sources.map((each) => (columns.get(each) ?? -1) + 1)));
    }
  }
  return columns;
}

function runningSum(lengths: readonly number[], start: number, between: number): readonly number[] {
  const sums: number[] = [];
  let sum = start;
  for (const length of lengths) {
    sums.push(sum);
    sum += (length ?? 0) + between;
  }
  return sums;
}

/** The box of a lane: no wider than its roles need. */
function around(members: readonly RoleReport[], boxes: ReadonlyMap<string, Box>, y: number, height: number): Box {
  const own = members.map(({ id }) => boxOf(boxes, id));
  const left = Math.min(...own.map(({ x }) => x)) - gap.padding;
  const right = Math.max(...own.map(({ x, width }) => x + width)) + gap.padding;
  return { x: left, y, width: right - left, height };
}

function boxOf(boxes: ReadonlyMap<string, Box>, id: string): Box {
  return boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** From the right side of one box to the left side of the other; round below where that lies behind. */
function lineBetween(source: Box, target: Box): readonly Point[] {
  const start = { x: source.x + source.width, y: source.y + source.height / 2 };
  const end = { x: target.x, y: target.y + target.height / 2 };
  const reach = gap.column / 3;
  if (end.x > start.x) return [start, { x: start.x + reach, y: start.y }, { x: end.x - reach, y: end.y }, end];
  const below = Math.max(source.y + source.height, target.y + target.height) + gap.row / 2;
  return [
    start,
    { x: start.x + reach, y: start.y },
    { x: start.x + reach, y: below },
    { x: end.x - reach, y: below },
    { x: end.x - reach, y: end.y },
    end,
  ];
}

function middleOf(points: readonly Point[]): Point {
  const [before, after] = [points[points.length / 2 - 1], points[points.length / 2]];
  return { x: ((before?.x ?? 0) + (after?.x ?? 0)) / 2, y: ((before?.y ?? 0) + (after?.y ?? 0)) / 2 };
}
