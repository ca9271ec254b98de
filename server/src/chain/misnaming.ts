import { groupBy } from '../base/group.ts';
import { closestName } from '../catalog/closest-name.ts';
import { editDistance } from '../catalog/edit-distance.ts';
import type { Entity, World } from '../role/entity.ts';
import { parseIamArn } from '../role/role-arn.ts';
import { literalText, type Text } from '../role/text.ts';
import type { Graph } from './graph.ts';
import { matchText } from './match.ts';
import { type Named, type Naming, namedByPermissions, namedByTrust, namesOne } from './naming.ts';
import { roleArn } from './role-arn.ts';

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
}

export interface RolePath {
  /** `/` or `/a/b/`. */
  readonly path: string;
  readonly name: string;
}

/** Every value of the workspace that misses a role of it by path, case or spelling. */
export function findMisnamings(graph: Graph): readonly Misnaming[] {
  const known = found.get(graph);
  if (known !== undefined) return known;
  const search = newSearch(graph);
  const all = graph.world.entities.flatMap((by) => [
    ...namedByPermissions(by).flatMap((naming) => misnamed(search, 'source', by, naming)),
    ...namedByTrust(by).flatMap((naming) => misnamed(search, 'target', by, naming)),
  ]);
  found.set(graph, all);
  return all;
}

const found = new WeakMap<Graph, readonly Misnaming[]>();

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
  readonly world: World;
  readonly byName: ReadonlyMap<string, readonly Entity[]>;
  /** By target and source: those that name the other exactly. */
  readonly namesSource: ReadonlyMap<Entity, readonly Entity[]>;
  readonly namesTarget: ReadonlyMap<Entity, readonly Entity[]>;
  /** Pairs of which that side names the other, by another value. */
  readonly isNamed: Readonly<Record<Misnaming['side'], ReadonlySet<string>>>;
}

function newSearch({ world, hops }: Graph): Search {
  const roles = world.entities.filter(({ kind, source }) => kind === 'role' && source !== undefined);
  const named = roles.filter(({ name, isServiceLinked }) => literalText(name) !== undefined && !isServiceLinked);
  const seen = hops.filter(({ source, target }) => source.source !== undefined && target.source !== undefined);
  const isExact = ({ who }: Naming) => who.type === 'role' && !who.hasWildcard;
  const byTarget = seen.filter((hop) => hop.byTarget.some(isExact));
  const bySource = seen.filter((hop) => hop.bySource.some(({ who }) => who.type === 'role'));
  return {
    world,
    byName: groupBy(named, ({ name }) => (literalText(name) ?? '').toLowerCase()),
    // Targets that name a source, by the source; sources that name a target, by the target.
    namesSource: mapOf(byTarget.map(({ source, target }) => [source, target])),
    namesTarget: mapOf(bySource.map(({ source, target }) => [target, source])),
    isNamed: {
      source: new Set(hops.flatMap((hop) => (hop.bySource.length > 0 ? [pairKey(hop)] : []))),
      target: new Set(hops.flatMap((hop) => (hop.byTarget.some(namesOne) ? [pairKey(hop)] : []))),
    },
  };
}

function mapOf(pairs: readonly (readonly [Entity, Entity])[]): ReadonlyMap<Entity, readonly Entity[]> {
  return new Map([...groupBy(pairs, ([key]) => key)].map(([key, values]) => [key, values.map(([, value]) => value)]));
}

function misnamed(search: Search, side: Misnaming['side'], by: Entity, naming: Naming): readonly Misnaming[] {
  const { who } = naming;
  if (who.type !== 'role') return [];
  const name = literalText(who.name);
  const path = literalText(parseIamArn(who.arn)?.path ?? []);
  if (name === undefined || path === undefined || /[*?]/.test(name) || path.includes('/aws-')) return [];
  const sameName = search.byName.get(name.toLowerCase()) ?? [];
  if (sameName.some((role) => reaches(search.world, who, role))) return [];
  const answering = (side === 'source' ? search.namesSource : search.namesTarget).get(by) ?? [];
  const found = sameName.length > 0 ? sameName : near(name, answering);
  return found.flatMap((meant): Misnaming[] => {
    const pair = pairKey(side === 'source' ? { source: by, target: meant } : { source: meant, target: by });
    if (meant === by || search.isNamed[side].has(pair)) return [];
    const account = sameAccount(who.account, meant);
    const actualPath = literalText(meant.path ?? ['/']);
    if (account === 'no' || actualPath === undefined) return [];
    const actual: RolePath = { path: actualPath, name: literalText(meant.name) ?? '' };
    const answers = answering.includes(meant);
    const isSameName = actual.name.toLowerCase() === name.toLowerCase();
    const isSamePath = actual.path === path || (who.hasWildcard && matchText([path], [actual.path], 'like') === true);
    if (isSameName && actual.name === name && isSamePath) return [];
    const differs = !isSamePath && isSameName ? 'path' : isSameName ? 'case' : 'spelling';
    const isSlip = isSameName || editDistance(actual.name, name) === 1;
    const isCertain = (answers && isSlip) || (isSameName && account === 'yes');
    // A role of the same name in an account that is not known may be quite another one.
    if (!answers && !isCertain && !isSpecific(actual.name)) return [];
    return [{ side, by, naming, written: { path, name }, meant, actual, differs, isCertain }];
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
    return !isNumbered && (name.length >= 12 || editDistance(each, name) <= 1);
  });
  const closest = closestName(name, names);
  const meant = closest === undefined ? undefined : byName.get(closest);
  return meant === undefined ? [] : [meant];
}

function reaches(
  world: World,
  { arn, hasWildcard }: Named & { readonly type: 'role' | 'user' },
  role: Entity,
): boolean {
  return role.places.some(
    (place) => matchText(arn, roleArn(role, place, world), hasWildcard ? 'like' : 'equals') !== false,
  );
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
