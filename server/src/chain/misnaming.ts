import { groupBy } from '../base/group.ts';
import { keptWith } from '../base/once.ts';
import { type Steps, takeAll } from '../base/steps.ts';
import { closestName } from '../catalog/closest-name.ts';
import { editDistance } from '../catalog/edit-distance.ts';
import { parseIamArn } from '../role/arn-text.ts';
import type { Entity } from '../role/entity.ts';
import { literalText, type Text } from '../role/text.ts';
import type { Graph, Hop } from './graph.ts';
import { matchText } from './match.ts';
import { type Naming, namedByPermissions, namedByTrust, namesOne } from './naming.ts';

/** A value that names a role which is not there, and the role of the workspace that it nearly names. */
export interface Misnaming {
  /** Whose policy holds the value: the source's permissions, or the target's trust policy. */
  readonly side: 'source' | 'target';
  readonly by: Entity;
  readonly naming: Naming;
  /** Path and name as written. */
  readonly written: RolePath;
  readonly meant: Entity;
  /** Path and name as the role has them. */
  readonly actual: RolePath;
  readonly differs: 'path' | 'case' | 'spelling';
  /** True: no role that such a value names can be there beside this one, or this one answers. */
  readonly isCertain: boolean;
  /** True: no such role can be in the account, since names are unique in it whatever their path and case. */
  readonly isUnique: boolean;
}

export interface RolePath {
  /** `/` or `/a/b/`. */
  readonly path: string;
  readonly name: string;
}

/** Every value of the workspace that misses a role of it by path, case or spelling. */
export function findMisnamings(graph: Graph): readonly Misnaming[] {
  return takeAll(findMisnamingsInSteps(graph));
}

/** The same entity by entity. */
export function* findMisnamingsInSteps(graph: Graph): Steps<readonly Misnaming[]> {
  const known = found.get(graph);
  if (known !== undefined) return known;
  const search = newSearch(graph);
  const all: Misnaming[] = [];
  for (const by of graph.world.entities) {
    for (const naming of namedByPermissions(by)) all.push(...misnamed(search, 'source', by, naming));
    for (const naming of namedByTrust(by)) all.push(...misnamed(search, 'target', by, naming));
    yield;
  }
  found.set(graph, all);
  return all;
}

const found = keptWith<Graph, readonly Misnaming[]>();

/** Pairs of which one side misnames the other, by ids: what keeps them apart is said there. */
export function misnamedPairs(graph: Graph): ReadonlySet<string> {
  return new Set(
    findMisnamings(graph).map(({ side, by, meant }) =>
      side === 'source' ? pairKey({ source: by, target: meant }) : pairKey({ source: meant, target: by }),
    ),
  );
}

export function pairKey({ source, target }: { readonly source: Entity; readonly target: Entity }): string {
  return `${source.id}\u0000${target.id}`;
}

interface Search {
  readonly byName: ReadonlyMap<string, readonly Entity[]>;
  /** By the one that may misname the other. */
  readonly hops: Readonly<Record<Misnaming['side'], ReadonlyMap<Entity, readonly Hop[]>>>;
  /** Values that reach a role in sight. */
  readonly reaching: ReadonlySet<Naming>;
}

function newSearch({ world, hops }: Graph): Search {
  const roles = world.entities.filter(
    ({ kind, source, name, isServiceLinked }) =>
      kind === 'role' && source !== undefined && !isServiceLinked && literalText(name) !== undefined,
  );
  const reaching = new Set<Naming>();
  for (const { source, target, bySource, byTarget } of hops) {
    if (target.source !== undefined) for (const naming of bySource) reaching.add(naming);
    if (source.source !== undefined) for (const naming of byTarget) reaching.add(naming);
  }
  return {
    byName: groupBy(roles, ({ name }) => (literalText(name) ?? '').toLowerCase()),
    hops: { source: groupBy(hops, ({ source }) => source), target: groupBy(hops, ({ target }) => target) },
    reaching,
  };
}

/** Roles in sight that name the one that misses them, and those that it names by another value. */
function linkedTo(search: Search, side: Misnaming['side'], by: Entity) {
  const own = (search.hops[side].get(by) ?? []).map(({ source, target, bySource, byTarget }) =>
    side === 'source'
      ? { other: target, here: bySource, there: byTarget }
      : { other: source, here: byTarget, there: bySource },
  );
  const isExact = ({ who }: Naming) => who.type === 'role' && (side === 'target' || !who.hasWildcard);
  const seen = own.filter(({ other }) => other.source !== undefined);
  return {
    answering: seen.filter(({ there }) => there.some(isExact)).map(({ other }) => other),
    named: new Set(
      seen.filter(({ here }) => here.some((each) => side === 'source' || namesOne(each))).map(({ other }) => other),
    ),
  };
}

function misnamed(search: Search, side: Misnaming['side'], by: Entity, naming: Naming): readonly Misnaming[] {
  const { who } = naming;
  if (who.type !== 'role' || search.reaching.has(naming)) return [];
  const name = literalText(who.name);
  const path = literalText(parseIamArn(who.arn)?.path ?? []);
  if (name === undefined || path === undefined || /[*?]/.test(name) || path.includes('/aws-')) return [];
  const sameName = search.byName.get(name.toLowerCase()) ?? [];
  const { answering, named } = linkedTo(search, side, by);
  const found = sameName.length > 0 ? sameName : near(name, answering);
  return found.flatMap((meant): Misnaming[] => {
    if (meant === by || named.has(meant)) return [];
    const account = sameAccount(who.account, meant);
    const actualPath = literalText(meant.path ?? ['/']);
    if (account === 'no' || actualPath === undefined) return [];
    const actual: RolePath = { path: actualPath, name: literalText(meant.name) ?? '' };
    const answers = answering.includes(meant);
    const isSameName = actual.name.toLowerCase() === name.toLowerCase();
    const isSamePath = actual.path === path || (who.hasWildcard && matchText([path], [actual.path], 'like') === true);
    if (isSameName && actual.name === name && isSamePath) return [];
    const differs = !isSamePath && isSameName ? 'path' : isSameName ? 'case' : 'spelling';
    const isSlip = isSameName || editDistance(actual.name, name, 1) === 1;
    // "Names are not distinguished by case": https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    const isUnique = isSameName && account === 'yes';
    const isCertain = (answers && isSlip) || isUnique;
    // A role of the same name in an account that is not known may be quite another one.
    if (!answers && !isCertain && !isSpecific(actual.name)) return [];
    return [{ side, by, naming, written: { path, name }, meant, actual, differs, isCertain, isUnique }];
  });
}

/** Roles that answer, and whose name is a slip of the pen away. Names that differ in their digits are two names. */
function near(name: string, answering: readonly Entity[]): readonly Entity[] {
  const byName = new Map(
    answering.flatMap((each) => {
      const own = literalText(each.name);
      return own === undefined ? [] : [[own, each] as const];
    }),
  );
  const names = [...byName.keys()].filter((each) => {
    const isNumbered = each.replace(/\d+/g, '0') === name.replace(/\d+/g, '0');
    return !isNumbered && (name.length >= 12 || editDistance(each, name, 1) <= 1);
  });
  const closest = closestName(name, names);
  const meant = closest === undefined ? undefined : byName.get(closest);
  return meant === undefined ? [] : [meant];
}

/** `yes` only for one account that is known on both sides. */
function sameAccount(written: Text, { places }: Entity): 'yes' | 'maybe' | 'no' {
  const matches = places.map(({ account }) => matchText(written, account, 'like'));
  if (matches.every((match) => match === false)) return 'no';
  const literal = literalText(written);
  return literal !== undefined && /^\d{12}$/.test(literal) && matches.includes(true) ? 'yes' : 'maybe';
}

/** Names that many roles have say little. */
function isSpecific(name: string): boolean {
  return name.length >= 12;
}
