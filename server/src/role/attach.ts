import { groupBy } from '../base/group.ts';
import { keptWith } from '../base/once.ts';
import { managedPolicyPowers } from '../catalog/managed-policy-powers.ts';
import type { ManagedReference } from './declaration.ts';
import type { IdentityDraft, PolicyDraft } from './draft.ts';
import type { Boundary, UnseenPolicy } from './entity.ts';
import type { Grant } from './grant.ts';
import { escalatingActions } from './relevant-actions.ts';
import { uncertainGrants } from './resolve-grant.ts';
import { describeText, literalText, type Text, textKey } from './text.ts';

/** What a role or user may do, put together from all places. */
export interface Attached {
  readonly permissions: readonly Grant[];
  readonly unseen: readonly UnseenPolicy[];
  readonly boundary?: Boundary;
}

/**
 * Finds what is attached to each role, user and group of the workspace. Without `areAll`
 * more may be attached to each, by policies that were not read.
 */
export function attachPolicies(
  identities: readonly IdentityDraft[],
  policies: readonly PolicyDraft[],
  areAll = true,
): (identity: IdentityDraft) => Attached {
  const managed = new Map(policies.flatMap((each) => (each.arn ? [[textKey(each.arn), each] as const] : [])));
  const byName = groupBy(identities, nameKey);
  const attached = new Map<IdentityDraft, { readonly policy: PolicyDraft; readonly certain: boolean }[]>();
  for (const policy of policies) {
    const named = [
      ...policy.roles.map((each) => ({ ...each, kind: 'role' })),
      ...policy.users.map((each) => ({ ...each, kind: 'user' })),
      ...policy.groups.map((each) => ({ ...each, kind: 'group' })),
    ];
    for (const { kind, name, certain } of named)
      for (const found of candidatesOf(policy, byName.get(`${kind}:${textKey(name)}`) ?? [])) {
        const list = attached.get(found.identity) ?? [];
        list.push({ policy, certain: certain && found.certain });
        attached.set(found.identity, list);
      }
  }
  const groupsNamed = (name: Text, { account, scope }: IdentityDraft) =>
    (byName.get(`group:${textKey(name)}`) ?? []).filter(
      (group) => group.scope === scope || textKey(group.account) === textKey(account),
    );
  const attachedToGroup = (name: Text, identity: IdentityDraft): readonly Attached[] => {
    const found = groupsNamed(name, identity);
    if (found.length > 0) return found.map(permissionsOf);
    const label = `what is attached to the group \`${describeText(name)}\``;
    const id = `${textKey(identity.account)}:group/${textKey(name)}`;
    return [{ permissions: [], unseen: [{ id, label }] }];
  };

  const permissionsOf = (identity: IdentityDraft): Attached => {
    const grants = [...identity.permissions];
    const unseen: UnseenPolicy[] = [];
    const own = attached.get(identity) ?? [];
    for (const { policy, certain } of own) grants.push(...grantsOf(policy, identity, certain));
    if (identity.declared.unseen !== undefined && own.length === 0)
      unseen.push({ id: `${textKey(identity.arn)}#policies`, label: identity.declared.unseen });
    for (const reference of identity.managed) {
      const found = managed.get(textKey(reference.policy));
      if (found !== undefined) grants.push(...grantsOf(found, identity, reference.certain));
      else addUnseen(reference, identity, grants, unseen);
    }
    return { permissions: grants, unseen };
  };

  return (identity) => {
    const { permissions, unseen } = permissionsOf(identity);
    const groups = identity.groups.flatMap((name) => attachedToGroup(name, identity));
    const { boundary } = identity;
    const unread = areAll ? [] : [unreadOf(identity)];
    return {
      permissions: [...permissions, ...groups.flatMap((each) => each.permissions)],
      unseen: [...unseen, ...groups.flatMap((each) => each.unseen), ...unread],
      ...(boundary && { boundary: boundaryOf(boundary, identity, managed.get(textKey(boundary))) }),
    };
  };
}

function unreadOf({ arn, declared: { source } }: IdentityDraft): UnseenPolicy {
  return {
    id: `${textKey(arn)}#unread`,
    label: `what files that were not read attach to \`${source.label}\``,
    isUnread: true,
  };
}

function nameKey({ declared, name }: IdentityDraft): string {
  return `${declared.declares}:${textKey(name)}`;
}

/** Those that a policy is attached to by a name: of the same account, where that can be told. */
function candidatesOf(
  policy: PolicyDraft,
  named: readonly IdentityDraft[],
): readonly { readonly identity: IdentityDraft; readonly certain: boolean }[] {
  const { folder } = policy.declared;
  if (folder !== undefined) {
    const outputs = named.filter(({ isOutput }) => isOutput);
    const beside = outputs.filter(({ declared }) => folderOf(declared.source.file) === folder);
    const meant = beside.length > 0 ? beside : outputs;
    return meant.map((identity) => ({ identity, certain: meant.length === 1 }));
  }
  return named.flatMap((identity): { identity: IdentityDraft; certain: boolean }[] => {
    if (identity.scope === policy.scope || identity.name.some((part) => typeof part !== 'string'))
      return [{ identity, certain: true }];
    if (textKey(identity.account) === textKey(policy.account)) return [{ identity, certain: true }];
    const areOther = literalText(identity.account) !== undefined && literalText(policy.account) !== undefined;
    return areOther ? [] : [{ identity, certain: false }];
  });
}

/** A policy under a condition of its template is there for certain only where what it is attached to is under the same. */
function grantsOf(policy: PolicyDraft, identity: IdentityDraft, certain: boolean): readonly Grant[] {
  const { condition } = policy.declared;
  const isThere =
    condition === undefined || (policy.scope === identity.scope && condition === identity.declared.condition);
  return certain && isThere ? policy.grants : uncertainGrants(policy.grants);
}

function addUnseen(
  { policy, certain }: ManagedReference,
  identity: IdentityDraft,
  grants: Grant[],
  unseen: UnseenPolicy[],
): void {
  const literal = literalText(policy);
  const powers = literal === undefined ? undefined : managedPolicyPowers(literal);
  const label = literal === undefined ? labelOf(policy) : `\`${literal}\``;
  const id = literal ?? textKey(policy);
  if (powers === undefined) {
    unseen.push({ id, label });
    return;
  }
  const actions = powers.allowsEverything ? ['*'] : powers.administersIamFreely ? escalatingActions : undefined;
  if (actions) grants.push(allow(actions, certain, identity, policy, label));
  const known = { mayAllow: powers.assumesRoles && !powers.allowsEverything, mayDeny: powers.holdsDeny };
  if (known.mayAllow || known.mayDeny) unseen.push({ id, label, known });
}

function labelOf(policy: Text): string {
  const [only, ...more] = policy;
  return only !== undefined && typeof only !== 'string' && more.length === 0
    ? only.label
    : `\`${describeText(policy)}\``;
}

const allowing = keptWith<Text, Grant>();

/** What a policy of AWS allows on everything. The same each time for the same reference of a draft. */
function allow(
  actions: readonly string[],
  complete: boolean,
  { declared: { source } }: IdentityDraft,
  reference: Text,
  label: string,
): Grant {
  const { file, fragment } = source;
  const grant: Grant = allowing.get(reference) ?? {
    effect: 'Allow',
    origin: { file, fragment, policy: -1, statement: 0, label: `${label}, which is attached to \`${source.label}\`` },
    actions: { negated: false, values: actions.map((action) => [action]), complete: true },
    resources: { negated: false, values: [['*']], complete: true },
    conditions: [],
    complete,
  };
  allowing.set(reference, grant);
  return grant;
}

function boundaryOf(arn: Text, identity: IdentityDraft, policy: PolicyDraft | undefined): Boundary {
  const literal = literalText(arn);
  const label = labelOf(arn);
  if (policy !== undefined && grantsOf(policy, identity, true) === policy.grants)
    return { type: 'seen', grants: policy.grants, label: policy.declared.label };
  const powers = literal === undefined ? undefined : managedPolicyPowers(literal);
  if (powers?.allowsEverything) return { type: 'seen', grants: [allow(['*'], true, identity, arn, label)], label };
  const known = powers && { mayAllow: powers.assumesRoles, mayDeny: powers.holdsDeny };
  return { type: 'unseen', policy: { id: literal ?? textKey(arn), label, ...(known && { known }) } };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
