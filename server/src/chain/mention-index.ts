import { groupBy } from '../base/group.ts';
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

const known = new WeakMap<Graph, MentionIndex>();

/** A graph never changes: it is indexed once. */
export function indexMentions(graph: Graph): MentionIndex {
  const index = known.get(graph) ?? build(graph);
  known.set(graph, index);
  return index;
}

function build({ world, entities }: Graph): MentionIndex {
  const { owners, grants } = collect(world);
  const mentions = [...grants].flatMap(mentionsIn);
  const byStatement = groupBy(mentions, ({ grant: { origin } }) => `${placeKey(origin)}\n${origin.statement}`);
  const exact = groupBy(mentions, ({ who }) => (isPattern(who) ? undefined : textKey(who.name)));
  const patterns = exact.get(undefined) ?? [];
  const roles = indexRoles(entities);
  return {
    inStatement: (place) => byStatement.get(`${placeKey(place)}\n${place.statement}`) ?? [],
    of: (entity) =>
      [...(exact.get(textKey(entity.name)) ?? []), ...patterns].filter(({ who }) => mayMean(who, entity, world)),
    ownersOf: (place) => owners.get(placeKey(place)) ?? [],
    meant: (who) =>
      roles
        .byName(who.type === 'user' ? 'user' : 'role', who.name, isPattern(who))
        .filter((entity) => mayMean(who, entity, world)),
    named: (name) => roles.byName('role', [name], false),
  };
}

function collect({ entities, controlPolicies }: World) {
  const owners = new Map<string, PolicyOwner[]>();
  const grants = new Set<Grant>();
  const add = (grant: Grant, owner?: PolicyOwner): void => {
    grants.add(grant);
    if (owner === undefined) return;
    const key = placeKey(grant.origin);
    const list = owners.get(key) ?? [];
    if (!list.some(({ entity, as }) => entity === owner.entity && as === owner.as)) list.push(owner);
    owners.set(key, list);
  };
  for (const entity of entities) {
    const { trust = [], permissions, boundary, sessionPolicies = [] } = entity;
    for (const grant of trust) add(grant, { entity, as: 'trust' });
    for (const grant of permissions) add(grant, { entity, as: 'permissions' });
    for (const grant of boundary?.type === 'seen' ? boundary.grants : []) add(grant, { entity, as: 'boundary' });
    for (const grant of sessionPolicies.flat()) add(grant);
  }
  for (const { grants: all } of controlPolicies) for (const grant of all) add(grant);
  return { owners, grants };
}

function placeKey({ file, fragment, policy }: PolicyPlace): string {
  return `${file}\n${fragment}\n${policy}`;
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
