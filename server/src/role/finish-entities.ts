import { groupBy } from '../base/group.ts';
import type { Attached } from './attach.ts';
import type { IdentityDraft, UseDraft } from './draft.ts';
import type { Entity } from './entity.ts';
import { literalText, textKey } from './text.ts';

/** The entities of the workspace with ids that are unique in it. Groups are none: they only hold permissions. */
export function finishEntities(
  drafts: readonly IdentityDraft[],
  uses: readonly UseDraft[],
  attachedTo: (identity: IdentityDraft) => Attached,
): readonly Entity[] {
  const identities = drafts.filter(({ declares }) => declares !== 'group');
  const ids = uniqueIds([...identities, ...uses]);
  const idOf = (draft: IdentityDraft | UseDraft) => ids.get(draft) ?? draft.id;
  const roles = identities.filter(({ declares }) => declares === 'role');
  const roleByArn = new Map(roles.map((role) => [textKey(role.arn), role]));
  const roleByName = new Map(roles.map((role) => [`${role.scope}\n${textKey(role.name)}`, role]));
  const rolesOf = (use: UseDraft) =>
    use.roles.flatMap((role) => roleByArn.get(textKey(role)) ?? roleByName.get(`${use.scope}\n${textKey(role)}`) ?? []);
  const linked = uses.map((use) => ({ use, roles: rolesOf(use) }));
  const functions = groupBy(
    linked.flatMap(({ use, roles: of }) => (isFunction(use) ? of.map((role) => ({ role, use })) : [])),
    ({ role }) => role,
  );
  return [
    ...identities.map((identity) =>
      finishIdentity(
        identity,
        idOf(identity),
        attachedTo(identity),
        (functions.get(identity) ?? []).map(({ use }) => idOf(use)),
      ),
    ),
    ...linked.map(({ use, roles: of }) => {
      const [only, ...more] = of;
      const isOne = only !== undefined && more.length === 0 && use.roles.length === 1;
      return finishUse(use, idOf(use), isOne ? idOf(only) : undefined);
    }),
  ];
}

function isFunction({ service }: UseDraft): boolean {
  return service === 'lambda.amazonaws.com';
}

interface Finished {
  readonly parts: readonly unknown[];
  readonly entity: Entity;
}

/** The last entity made of a draft, and what it was made of: it is the same again where that is the same. */
const known = new WeakMap<IdentityDraft | UseDraft, Finished>();

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
  const parts = [id, ...permissions, '|', JSON.stringify(unseen), '|', ...functions, '|', ...partsOfBoundary(boundary)];
  return sameOrNew(draft, parts, () => ({
    id,
    kind: draft.declares === 'user' ? 'user' : 'role',
    name: draft.name,
    path: draft.path,
    places: draft.places,
    source: draft.source,
    ...(draft.trust && { trust: draft.trust }),
    permissions,
    unseen,
    ...(boundary && { boundary }),
    tags: draft.tags,
    ...(draft.maxSessionDuration !== undefined && { maxSessionDuration: draft.maxSessionDuration }),
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
    name: isFunction(draft) ? draft.nameText : [draft.service],
    places: draft.places,
    source: draft.source,
    permissions: [],
    unseen: [],
    tags: { values: [], complete: false },
    functions: [],
    ...(runsAs !== undefined && { runsAs }),
    ...(draft.arnText && { arn: draft.arnText }),
  }));
}

/** The plain id, `file#id` where two share one, and with a number where two share that. */
function uniqueIds<T extends IdentityDraft | UseDraft>(drafts: readonly T[]): ReadonlyMap<T, string> {
  const count = (ids: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  const plain = count(drafts.map(({ id }) => id));
  const taken = new Map<string, number>();
  return new Map(
    drafts.map((draft) => {
      const id = (plain.get(draft.id) ?? 0) > 1 ? `${draft.source.file}#${draft.id}` : draft.id;
      const number = (taken.get(id) ?? 0) + 1;
      taken.set(id, number);
      return [draft, number === 1 ? id : `${id}#${number}`];
    }),
  );
}
