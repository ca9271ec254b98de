import { keptWith } from '../base/once.ts';
import type { Graph } from '../chain/graph.ts';
import { roleArn, userArn } from '../chain/role-arn.ts';
import type { Entity } from '../role/entity.ts';
import { describeText, literalText } from '../role/text.ts';

/** A role that a person may look for. */
export interface RoleSymbol {
  readonly entity: Entity;
  /** What the query is found in: the name, or the ARN. */
  readonly name: string;
  /** The other of both. */
  readonly container: string;
}

/** An editor shows no more, and a person reads no more. */
const most = 200;

/** Roles and users of the workspace whose name, logical id or ARN holds the letters of a query, best first. */
export function findRoleSymbols(graph: Graph, query: string): readonly RoleSymbol[] {
  const wanted = query.trim().toLowerCase();
  const found = rowsOf(graph).flatMap((row) => match(row, wanted) ?? []);
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ symbol }) => symbol);
}

interface Row {
  readonly entity: Entity;
  readonly names: readonly string[];
  readonly arns: readonly string[];
}

const known = keptWith<Graph, readonly Row[]>();

function rowsOf(graph: Graph): readonly Row[] {
  const rows = known.get(graph) ?? graph.entities.flatMap((entity) => rowOf(entity, graph) ?? []);
  known.set(graph, rows);
  return rows;
}

function rowOf(entity: Entity, { world }: Graph): Row | undefined {
  const { kind, source, places, name } = entity;
  if ((kind !== 'role' && kind !== 'user') || source === undefined) return undefined;
  const arnAt = kind === 'user' ? userArn : roleArn;
  return {
    entity,
    names: [...new Set([source.label, literalText(name) ?? source.label])],
    arns: [...new Set(places.map((place) => describeText(arnAt(entity, place, world))))],
  };
}

function match({ entity, names, arns }: Row, wanted: string) {
  const [label = ''] = names;
  const [arn = ''] = arns;
  const ranked = names.map((name) => ({ name, rank: rankOf(name.toLowerCase(), wanted) ?? none }));
  const best = ranked.reduce((one, two) => (two.rank < one.rank ? two : one));
  if (best.rank < none) return { symbol: { entity, name: best.name, container: arn }, rank: best.rank };
  const byArn = arns.find((each) => each.toLowerCase().includes(wanted));
  return byArn === undefined ? undefined : { symbol: { entity, name: byArn, container: label }, rank: none };
}

const none = 4;

/** 0: the whole name; 3: its letters in their order, others between them. */
function rankOf(name: string, wanted: string): number | undefined {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(wanted)) return 2;
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return undefined;
  }
  return 3;
}
