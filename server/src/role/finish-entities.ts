import { groupBy } from '../base/group.ts';
import { keptWith } from '../base/once.ts';
import type { Steps } from '../base/steps.ts';
import type { Attached } from './attach.ts';
import type { IdentityDraft, UseDraft } from './draft.ts';
import type { Entity } from './entity.ts';
import { literalText, textKey } from './text.ts';

/** The entities of the workspace with ids that are unique in it. Groups are none: they only hold permissions. */
export function* finishEntitiesInSteps(
  drafts: readonly IdentityDraft[],
  uses: readonly UseDraft[],
  attachedTo: (identity: IdentityDraft) => Attached,
): Steps<readonly Entity[]> {
  const identities = drafts.filter(({ declared }) => declared.declares !== 'group');
  const ids = uniqueIds([...identities, ...uses]);
  const idOf = (draft: IdentityDraft | UseDraft) => ids.get(draft) ?? draft.declared.id;
  const roles = identities.filter(({ declared }) => declared.declares === 'role');
  const roleByArn = new Map(roles.map((role) => [textKey(role.arn), role]));
  const roleByName = new Map(roles.map((role) => [`${role.scope}\n${textKey(role.name)}`, role]));
  // Several files may declare one role: the one beside the resource that runs with it is meant.
  const ownByArn = new Map(roles.map((role) => [`${role.scope}\n${textKey(role.arn)}`, role]));
  const rolesOf = (use: UseDraft) =>
    use.roles.flatMap((role) => {
      const key = textKey(role);
      const own = `${use.scope}\n${key}`;
      return ownByArn.get(own) ?? roleByName.get(own) ?? roleByArn.get(key) ?? [];
    });
  const linked = uses.map((use) => ({ use, roles: rolesOf(use) }));
  const functions = groupBy(
    linked.flatMap(({ use, roles: of }) => (isFunction(use) ? of.map((role) => ({ role, use })) : [])),
    ({ role }) => role,
  );
  yield;
  const entities: Entity[] = [];
  for (const identity of identities) {
    const running = (functions.get(identity) ?? []).map(({ use }) => idOf(use));
    entities.push(finishIdentity(identity, idOf(identity), attachedTo(identity), running));
    yield;
  }
  for (const { use, roles: of } of linked) {
    const [only, ...more] = of;
    const isOne = only !== undefined && more.length === 0 && use.roles.length === 1;
    entities.push(finishUse(use, idOf(use), isOne ? idOf(only) : undefined));
  }
  return entities;
}

function isFunction({ declared }: UseDraft): boolean {
  return declared.service === 'lambda.amazonaws.com';
}

interface Finished {
  readonly parts: readonly unknown[];
  readonly entity: Entity;
}

/** The last entity made of a draft, and what it was made of: it is the same again where that is the same. */
const known = keptWith<IdentityDraft | UseDraft, Finished>();

function sameOrNew(draft: IdentityDraft | UseDraft, parts: readonly unknown[], make: () => Entity): Entity {
  const last = known.get(draft);
  if (last?.parts.length === parts.length && last.parts.every((part, index) => part === parts[index]))
    return last.entity;
  const entity = make();
  known.set(draft, { parts, entity });
  return entity;
}

function finishIdentity(
  draft: IdentityDraft,
  id: string,
  { permissions, unseen, boundary }: Attached,
  functions: readonly string[],
): Entity {
  const { declared } = draft;
  const parts = [
    id,
    ...permissions,
    '|',
    unseen.length === 0 ? '' : JSON.stringify(unseen),
    '|',
    ...functions,
    '|',
    ...partsOfBoundary(boundary),
  ];
  return sameOrNew(draft, parts, () => ({
    id,
    kind: declared.declares === 'user' ? 'user' : 'role',
    name: draft.name,
    path: draft.path,
    places: draft.places,
    source: declared.source,
    ...(draft.trust && { trust: draft.trust }),
    permissions,
    unseen,
    ...(boundary && { boundary }),
    tags: draft.tags,
    ...(declared.maxSessionDuration !== undefined && { maxSessionDuration: declared.maxSessionDuration }),
    functions,
    arn: draft.arn,
    ...(literalText(draft.path)?.startsWith('/aws-service-role/') && { isServiceLinked: true }),
  }));
}

function partsOfBoundary(boundary: Attached['boundary']): readonly unknown[] {
  if (boundary === undefined) return [];
  return boundary.type === 'seen' ? [boundary.label, ...boundary.grants] : [JSON.stringify(boundary.policy)];
}

function finishUse(draft: UseDraft, id: string, runsAs: string | undefined): Entity {
  return sameOrNew(draft, [id, runsAs], () => ({
    id,
    kind: isFunction(draft) ? 'function' : 'service',
    name: isFunction(draft) ? draft.name : [draft.declared.service],
    places: draft.places,
    source: draft.declared.source,
    permissions: [],
    unseen: [],
    tags: { values: [], complete: false },
    functions: [],
    ...(runsAs !== undefined && { runsAs }),
    ...(draft.arn && { arn: draft.arn }),
  }));
}

/** The plain id, `file#id` where two share one, and with a number where two share that. */
function uniqueIds<T extends IdentityDraft | UseDraft>(drafts: readonly T[]): ReadonlyMap<T, string> {
  const count = (ids: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  const plain = count(drafts.map(({ declared }) => declared.id));
  const taken = new Map<string, number>();
  return new Map(
    drafts.map((draft) => {
      const { id: own, source } = draft.declared;
      const id = (plain.get(own) ?? 0) > 1 ? `${source.file}#${own}` : own;
      const number = (taken.get(id) ?? 0) + 1;
      taken.set(id, number);
      return [draft, number === 1 ? id : `${id}#${number}`];
    }),
  );
}
