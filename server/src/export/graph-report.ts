import { closedWorldOf } from '../chain/closed-world.ts';
import type { Graph, Hop } from '../chain/graph.ts';
import type { Reason } from '../chain/verdict.ts';
import type { Entity, EntityKind } from '../role/entity.ts';
import { describeText, literalText, type Text } from '../role/text.ts';
import type { Range } from './report.ts';

/** What `rolechain graph --format json` prints. Tools of others read it: a change of shape is a new `version`. */
export interface GraphReport {
  readonly version: 1;
  /** What every verdict takes for granted. */
  readonly closedWorld: string;
  readonly roles: readonly RoleReport[];
  readonly hops: readonly HopReport[];
}

export interface RoleReport {
  readonly id: string;
  readonly name: string;
  /** Null, here and below: not known, or not of the workspace. */
  readonly path: string | null;
  readonly account: string | null;
  readonly deployment: { readonly organizationalUnits: readonly string[] } | null;
  readonly kind: EntityKind;
  readonly file: string | null;
  readonly range: Range | null;
}

export interface HopReport {
  /** Ids of `roles`. */
  readonly source: string;
  readonly target: string;
  readonly verdict: 'allowed' | 'blocked';
  readonly assumptions: readonly string[];
  readonly locked: { readonly source: boolean | null; readonly target: boolean | null };
  readonly reasons: readonly ReasonReport[];
}

export interface ReasonReport {
  readonly side: Reason['side'];
  readonly effect: Reason['effect'];
  readonly message: string;
  readonly file: string | null;
  readonly range: Range | null;
}

/** Where things stand; undefined where that is not known. */
export interface Places {
  readonly ofEntity: (entity: Entity) => FileRange | undefined;
  readonly ofReason: (reason: Reason) => FileRange | undefined;
}

export interface FileRange {
  readonly file: string;
  readonly range: Range;
}

export function reportGraph(graph: Graph, places: Places): GraphReport {
  return {
    version: 1,
    closedWorld: closedWorldOf(graph.world),
    roles: graph.entities.map((each) => reportRole(each, places.ofEntity(each))),
    hops: graph.hops.map((each) => reportHop(each, places)),
  };
}

/** The same for readers: the file in an id that has one is named as it is shown. */
export function reportForReaders(graph: Graph, places: Places): GraphReport {
  const shown = new Map(graph.entities.map((each) => [each.id, shownId(each, places.ofEntity(each)?.file)]));
  const idOf = (id: string) => shown.get(id) ?? id;
  const { roles, hops, ...rest } = reportGraph(graph, places);
  return {
    ...rest,
    roles: roles.map((each) => ({ ...each, id: idOf(each.id) })),
    hops: hops.map((each) => ({ ...each, source: idOf(each.source), target: idOf(each.target) })),
  };
}

function shownId({ id, source }: Entity, file: string | undefined): string {
  if (source === undefined || file === undefined || !id.startsWith(`${source.file}#`)) return id;
  return `${file}${id.slice(source.file.length)}`;
}

/** One entity; `at` is where it stands. */
export function reportRole(entity: Entity, at: FileRange | undefined): RoleReport {
  const { id, name, path, places, kind, source } = entity;
  const units = places.flatMap(({ unit }) => unit ?? []);
  const [place, ...more] = places;
  return {
    id,
    name: kind === 'anyone' ? '*' : describeText(name),
    path: known(path),
    account: more.length === 0 ? known(place?.account) : null,
    deployment: units.length > 0 ? { organizationalUnits: units } : null,
    kind,
    file: at?.file ?? source?.file ?? null,
    range: at?.range ?? null,
  };
}

export function reportHop({ source, target, verdict, locked }: Hop, places: Places): HopReport {
  return {
    source: source.id,
    target: target.id,
    verdict: verdict.verdict,
    assumptions: verdict.assumptions.map(({ sentence }) => sentence),
    locked,
    reasons: inOrder(verdict.reasons).map((reason) => {
      const at = places.ofReason(reason);
      const { side, effect, message, origin } = reason;
      return { side, effect, message, file: at?.file ?? origin?.file ?? null, range: at?.range ?? null };
    }),
  };
}

const sides: readonly Reason['side'][] = ['source', 'session', 'boundary', 'scp', 'target', 'rcp'];

/** As a call passes them: what the source may do, then what the target lets in. */
export function inOrder(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.toSorted((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side));
}

function known(text: Text | undefined): string | null {
  return (text && literalText(text)) ?? null;
}
