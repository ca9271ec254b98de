import { groupBy } from '../base/group.ts';
import { keptWith } from '../base/once.ts';
import type { Entity, World } from '../role/entity.ts';
import type { Grant, Origin } from '../role/grant.ts';
import { describeText, literalText, textKey } from '../role/text.ts';
import type { Graph } from './graph.ts';
import { matchText } from './match.ts';
import { type Mention, type MentionedRole, mentionsIn } from './mention.ts';
import { roleArn, userArn } from './role-arn.ts';
import { indexRoles } from './role-index.ts';

/** The place of a policy in the workspace. */
export type PolicyPlace = Pick<Origin, 'file' | 'fragment' | 'policy'>;

/** Whom a policy belongs to, and what it is to them. */
export interface PolicyOwner {
  readonly entity: Entity;
  readonly as: 'trust' | 'permissions' | 'boundary';
}

/** Which values of a workspace name which role. */
export interface MentionIndex {
  readonly inStatement: (place: PolicyPlace & Pick<Origin, 'statement'>) => readonly Mention[];
  /** Values that may mean this role or user. */
  readonly of: (entity: Entity) => readonly Mention[];
  readonly ownersOf: (place: PolicyPlace) => readonly PolicyOwner[];
  /** The roles and users that a name or pattern may mean. */
  readonly meant: (who: MentionedRole) => readonly Entity[];
  /** Roles of exactly this name. */
  readonly named: (name: string) => readonly Entity[];
}

const known = keptWith<Graph, MentionIndex>();

/** A graph never changes: it is indexed once. */
export function indexMentions(graph: Graph): MentionIndex {
  const index = known.get(graph) ?? build(graph);
  known.set(graph, index);
  return index;
}

/** Each part is made when it is first asked for. */
function build(graph: Graph): MentionIndex {
  const { world, entities } = graph;
  const byFile = lazily(() => grantsByFile(world));
  const byName = lazily(() => mentionsByName(byFile()));
  const roles = lazily(() => indexRoles(entities));
  const ownedAt = ({ file, fragment, policy }: PolicyPlace) =>
    (byFile().get(file) ?? []).filter(
      ({ grant: { origin } }) => origin.fragment === fragment && origin.policy === policy,
    );
  return {
    inStatement: (place) => {
      const grants = ownedAt(place).flatMap(({ grant }) => (grant.origin.statement === place.statement ? [grant] : []));
      return [...new Set(grants)].flatMap(mentionsIn);
    },
    of: (entity) =>
      [...(byName().get(textKey(entity.name)) ?? []), ...(byName().get(undefined) ?? [])].filter(({ who }) =>
        mayMean(who, entity, world),
      ),
    ownersOf: (place) => {
      const owners = new Map(ownedAt(place).flatMap(({ owner }) => (owner ? [[owner.entity, owner] as const] : [])));
      return [...owners.values()];
    },
    meant: (who) =>
      roles()
        .byName(who.type === 'user' ? 'user' : 'role', who.name, isPattern(who))
        .filter((entity) => mayMean(who, entity, world)),
    named: (name) => roles().byName('role', [name], false),
  };
}

function lazily<T extends object>(make: () => T): () => T {
  const made: T[] = [];
  return () => {
    const value = made[0] ?? make();
    made[0] = value;
    return value;
  };
}

interface OwnedGrant {
  readonly grant: Grant;
  /** Undefined for the policies of an organization. */
  readonly owner?: PolicyOwner;
}

function grantsByFile({ entities, controlPolicies }: World): ReadonlyMap<string, readonly OwnedGrant[]> {
  const all: OwnedGrant[] = [];
  for (const entity of entities) {
    const { trust, permissions, boundary, sessionPolicies = [] } = entity;
    const as = (role: PolicyOwner['as']): PolicyOwner => ({ entity, as: role });
    if (trust !== undefined) collect(trust, as('trust'), all);
    collect(permissions, as('permissions'), all);
    if (boundary?.type === 'seen') collect(boundary.grants, as('boundary'), all);
    for (const grants of sessionPolicies) collect(grants, undefined, all);
  }
  for (const { grants } of controlPolicies) collect(grants, undefined, all);
  return groupBy(all, ({ grant }) => grant.origin.file);
}

function collect(grants: readonly Grant[], owner: PolicyOwner | undefined, all: OwnedGrant[]): void {
  for (const grant of grants) all.push({ grant, ...(owner && { owner }) });
}

/** By the key of the name; patterns under `undefined`. */
function mentionsByName(
  byFile: ReadonlyMap<string, readonly OwnedGrant[]>,
): ReadonlyMap<string | undefined, readonly Mention[]> {
  const grants = new Set([...byFile.values()].flatMap((all) => all.map(({ grant }) => grant)));
  const mentions = [...grants].flatMap(mentionsIn);
  return groupBy(mentions, ({ who }) => (isPattern(who) ? undefined : textKey(who.name)));
}

function isPattern(who: MentionedRole): boolean {
  return who.type !== 'session' && who.hasWildcard && /[*?]/.test(literalText(who.name) ?? '');
}

function mayMean(who: MentionedRole, entity: Entity, world: World): boolean {
  const { kind, source, places } = entity;
  if (who.type === 'session')
    return (
      kind === 'role' &&
      textKey(entity.name) === textKey(who.name) &&
      places.some(({ account }) => matchText(who.account, account, 'equals') !== false)
    );
  if (kind !== who.type) return false;
  if (source === undefined) return entity.id === describeText(who.arn);
  const arnAt = kind === 'user' ? userArn : roleArn;
  const mode = who.hasWildcard ? 'like' : 'equals';
  return places.some((place) => matchText(who.arn, arnAt(entity, place, world), mode) !== false);
}
