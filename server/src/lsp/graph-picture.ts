import { closedWorldOf, sayCut } from '../chain/closed-world.ts';
import { sayOutOfSight, stateOf, wordOf } from '../chain/hop-words.ts';
import { type Box, type GraphLayout, layoutGraph } from '../export/graph-layout.ts';
import type { FileRange, GraphReport, HopReport, ReasonReport, RoleReport } from '../export/graph-report.ts';
import { pathThrough } from '../export/graph-svg.ts';
import { groupOf, labelOf } from '../export/graph-words.ts';
import type {
  GraphFocus,
  GraphPicture,
  PictureHop,
  PictureProblem,
  PictureReason,
  PictureRole,
  Place,
} from '../protocol/graph.ts';
import type { World } from '../role/entity.ts';

/** A picture of more roles cannot be read, and its layout would keep the rest of the server waiting. */
export const mostRoles = 500;

/** The same for hops. */
export const mostHops = 1500;

export interface PictureFrame {
  readonly title: string;
  readonly focus: GraphFocus | null;
  /** Ids of those that the question is about. */
  readonly meant: ReadonlySet<string>;
  readonly isReading: boolean;
  readonly world: World;
}

/** A picture without roles, and why. */
export function drawNothing(frame: PictureFrame, problem: PictureProblem): GraphPicture {
  return { ...frameOf(frame), problem, width: 0, height: 0, groups: [], roles: [], hops: [] };
}

/** Lays a report out whose files are URIs; where it is too large, the answer says so. `layouts` keeps the last layout. */
export function drawGraph(report: GraphReport, frame: PictureFrame, layouts: LayoutCache): GraphPicture {
  const { roles, hops } = report;
  if (roles.length > mostRoles || hops.length > mostHops)
    return drawNothing(frame, { type: 'too-large', roles: roles.length, hops: hops.length });
  const { meant, world } = frame;
  const layout = layouts.of(report);
  const boxes = new Map(layout.roles.map((each) => [each.role.id, each]));
  const lines = new Map(layout.hops.map((each) => [keyOf(each.hop), each]));
  return {
    ...frameOf(frame),
    width: layout.width,
    height: layout.height,
    groups: layout.groups.map(({ title, ...rest }) => ({ title, ...boxOf(rest) })),
    roles: roles.flatMap((role) => {
      const box = boxes.get(role.id);
      return box === undefined ? [] : [drawRole(role, box, meant.has(role.id), world)];
    }),
    hops: hops.flatMap((hop) => {
      const line = lines.get(keyOf(hop));
      return line === undefined ? [] : [drawHop(hop, line)];
    }),
  };
}

function frameOf({ title, focus, isReading, world }: PictureFrame) {
  const cut = sayCut(world);
  return { title, focus, isReading, ...(cut !== undefined && { cut }), closedWorld: closedWorldOf(world) };
}

/**
 * The last layout. An edit mostly changes verdicts and places, which move nothing: what is drawn the same is not laid
 * out again.
 */
export class LayoutCache {
  #last: { readonly key: string; readonly layout: GraphLayout } | undefined;

  of(report: GraphReport): GraphLayout {
    const roles = report.roles.map((role) => [role.id, labelOf(role), groupOf(role)]);
    const key = JSON.stringify([roles, report.hops.map(({ source, target }) => [source, target])]);
    if (this.#last?.key !== key) this.#last = { key, layout: layoutGraph(report) };
    return this.#last.layout;
  }
}

function drawRole(role: RoleReport, box: Box, isFocus: boolean, world: World): PictureRole {
  const place = placeOf(role);
  return {
    ...boxOf(box),
    id: role.id,
    label: labelOf(role),
    kind: kindOf(role, world),
    group: groupOf(role) ?? null,
    isFocus,
    place,
  };
}

const kinds = {
  role: 'role',
  user: 'user',
  function: 'function',
  service: 'service',
  federated: 'identity provider',
  account: 'account',
  anyone: 'wildcard',
} as const;

/** What an entity is, in words; of a role also that it is only named. */
export function kindOf({ kind, file }: Pick<RoleReport, 'kind' | 'file'>, world: World): string {
  const isElsewhere = file === null && (kind === 'role' || kind === 'user');
  return isElsewhere ? `${kinds[kind]}, ${sayOutOfSight(world)}` : kinds[kind];
}

function drawHop(hop: HopReport, { points, label }: GraphLayout['hops'][number]): PictureHop {
  const { source, target, assumptions, locked } = hop;
  return {
    source,
    target,
    state: stateOf(hop),
    word: wordOf(hop),
    assumptions,
    locked,
    reasons: hop.reasons.map(drawReason),
    place: placeOf(decidingOf(hop.reasons)),
    path: pathThrough(points),
    label,
  };
}

function drawReason(reason: ReasonReport): PictureReason {
  const { side, effect, message } = reason;
  return { side, effect, message, place: placeOf(reason) };
}

/** What a reader wants to see first: what denies, else what is missing, else the door that the target opens. */
export function decidingOf<Each extends Pick<ReasonReport, 'side' | 'effect' | 'range'>>(
  reasons: readonly Each[],
): Each | undefined {
  const placed = reasons.filter(({ range }) => range !== null);
  const ways: readonly ((reason: Each) => boolean)[] = [
    ({ effect }) => effect === 'deny',
    ({ effect }) => effect === 'none',
    ({ side }) => side === 'target',
    () => true,
  ];
  for (const way of ways) {
    const found = placed.find(way);
    if (found !== undefined) return found;
  }
  return undefined;
}

function placeOf(at: Pick<ReasonReport, 'file' | 'range'> | undefined): Place | null {
  return at === undefined || at.file === null || at.range === null ? null : { uri: at.file, range: at.range };
}

/** A place as the answer to where something is. */
export function placeOfRange(at: FileRange | undefined): Place | null {
  return at === undefined ? null : { uri: at.file, range: at.range };
}

function boxOf({ x, y, width, height }: Box): Box {
  return { x, y, width, height };
}

function keyOf({ source, target }: Pick<HopReport, 'source' | 'target'>): string {
  return `${source}\u0000${target}`;
}
