import { alternatives, listItems } from '../policy/alternatives.ts';
import { kindNames } from '../policy/kind.ts';
import { child, type Node, stringValue } from '../syntax/node.ts';
import type { Declaration, IdentityDeclaration, ManagedReference, PolicyDeclaration } from './declaration.ts';
import type { Grant } from './grant.ts';
import { grantsOfPolicy, hiddenGrant, type PlacedPolicy } from './policy-grants.ts';
import { tagsOf } from './template-resource.ts';

/** A file that is no template while it is read. */
export interface StandaloneFile {
  readonly file: string;
  readonly fragment: string;
  readonly root: Node;
  readonly policies: readonly PlacedPolicy[];
}

/** What a policy that stands alone, or the input or output of an AWS command, declares. */
export function declareStandalone(file: StandaloneFile): readonly Declaration[] {
  const { root } = file;
  const list = (name: string) => listOf(child(root, name));
  const declared = [
    ...list('RoleDetailList').flatMap((node) => identityOf(file, 'role', node)),
    ...list('UserDetailList').flatMap((node) => identityOf(file, 'user', node)),
    ...list('GroupDetailList').flatMap((node) => identityOf(file, 'group', node)),
    ...list('Policies').flatMap((node) => managedOfDump(file, node) ?? []),
    ...[child(root, 'Role'), ...list('Roles'), ...rolesOfProfiles(root), root].flatMap((node) => roleAlone(file, node)),
    ...(policyOfCommand(file) ?? []),
  ];
  return declared.length > 0 ? declared : file.policies.map((each) => documentOf(file, each));
}

type Kind = IdentityDeclaration['declares'];

const words: Readonly<Record<Kind, { readonly name: string; readonly policies: string }>> = {
  role: { name: 'RoleName', policies: 'RolePolicyList' },
  user: { name: 'UserName', policies: 'UserPolicyList' },
  group: { name: 'GroupName', policies: 'GroupPolicyList' },
};

function identityOf(file: StandaloneFile, declares: Kind, node: Node): readonly IdentityDeclaration[] {
  const id = stringValue(child(node, words[declares].name));
  if (id === undefined) return [];
  const text = (name: string) => stringValue(child(node, name));
  const account = accountOf(text('Arn'));
  // An output has an object, the input of `create-role` the ARN alone.
  const limit = child(node, 'PermissionsBoundary');
  const boundary = stringValue(limit) ?? stringValue(child(limit, 'PermissionsBoundaryArn'));
  const duration = child(node, 'MaxSessionDuration');
  const groups = listOf(child(node, 'GroupList')).flatMap((each) => stringValue(each) ?? []);
  const inline = listOf(child(node, words[declares].policies));
  return [
    {
      declares,
      id,
      source: { file: file.file, fragment: file.fragment, label: id },
      name: [id],
      path: [text('Path') ?? '/'],
      ...(account !== undefined && { account }),
      ...(declares === 'role' && {
        trust: grantsAt(file, child(node, 'AssumeRolePolicyDocument'), `the trust policy of \`${id}\``),
      }),
      permissions: inline.flatMap((item) =>
        grantsAt(
          file,
          child(item, 'PolicyDocument'),
          `the policy \`${stringValue(child(item, 'PolicyName'))}\` of \`${id}\``,
        ),
      ),
      managed: listOf(child(node, 'AttachedManagedPolicies')).flatMap((item): ManagedReference[] => {
        const arn = stringValue(child(item, 'PolicyArn'));
        return arn === undefined ? [] : [{ policy: [arn], certain: true }];
      }),
      ...(boundary !== undefined && { boundary: [boundary] }),
      tags: tagsOf(child(node, 'Tags'), true),
      ...(duration?.type === 'number' && { maxSessionDuration: duration.value }),
      ...(groups.length > 0 && { groups: groups.map((name) => [name]) }),
    },
  ];
}

/** `get-role`, `list-roles`, `create-role`: what is attached to the role is not told. */
function roleAlone(file: StandaloneFile, node: Node | undefined): readonly IdentityDeclaration[] {
  if (node === undefined || child(node, 'AssumeRolePolicyDocument') === undefined) return [];
  return identityOf(file, 'role', node).map((role) => ({
    ...role,
    // `list-roles` prints no tags, and neither does `get-role` for a role that has none.
    tags: { ...role.tags, complete: child(file.root, 'Role') !== undefined },
    unseen: `what is attached to \`${role.id}\``,
  }));
}

function rolesOfProfiles(root: Node): readonly Node[] {
  const one = child(root, 'InstanceProfile');
  const profiles = one ? [one] : listOf(child(root, 'InstanceProfiles'));
  return profiles.flatMap((profile) => listOf(child(profile, 'Roles')));
}

/** A managed policy of an account's dump; only its default version is in force. */
function managedOfDump(file: StandaloneFile, node: Node): PolicyDeclaration | undefined {
  const id = stringValue(child(node, 'PolicyName'));
  const arn = stringValue(child(node, 'Arn'));
  if (id === undefined || arn === undefined) return undefined;
  const versions = listOf(child(node, 'PolicyVersionList'));
  const standard = stringValue(child(node, 'DefaultVersionId'));
  const version = versions.find((each) => {
    const isDefault = child(each, 'IsDefaultVersion');
    return (isDefault?.type === 'boolean' && isDefault.value) || stringValue(child(each, 'VersionId')) === standard;
  });
  return { ...policyBase(file, id, child(version, 'Document')), type: 'managed', arn };
}

/** `get-role-policy`, `put-user-policy`, ..., `create-policy-version`. */
function policyOfCommand(file: StandaloneFile): readonly PolicyDeclaration[] | undefined {
  const { root } = file;
  const document = child(root, 'PolicyDocument');
  const name = (property: string) => {
    const text = stringValue(child(root, property));
    return text === undefined ? [] : [{ name: [text], certain: true }];
  };
  const policy = stringValue(child(root, 'PolicyName'));
  const attached = { roles: name('RoleName'), users: name('UserName'), groups: name('GroupName') };
  const isAttached = attached.roles.length + attached.users.length + attached.groups.length > 0;
  if (document === undefined) return undefined;
  if (policy !== undefined && isAttached)
    return [{ ...policyBase(file, policy, document), ...attached, folder: folderOf(file.file) }];
  const arn = stringValue(child(root, 'PolicyArn'));
  return arn === undefined ? undefined : [{ ...policyBase(file, arn, document), type: 'managed', arn }];
}

function policyBase(file: StandaloneFile, id: string, document: Node | undefined): PolicyDeclaration {
  const label = `the policy \`${id}\``;
  const none = { roles: [], users: [], groups: [] };
  return {
    declares: 'policy',
    id,
    type: 'inline',
    path: ['/'],
    label,
    grants: grantsAt(file, document, label),
    ...none,
  };
}

function documentOf(file: StandaloneFile, placed: PlacedPolicy): Declaration {
  const { kind } = placed.policy;
  const name = file.file.slice(file.file.lastIndexOf('/') + 1);
  const label = `the ${kindNames[kind]} \`${name}\``;
  return { declares: 'document', id: name, kind, label, grants: grantsOf(file, placed, label) };
}

function grantsAt(file: StandaloneFile, value: Node | undefined, label: string): readonly Grant[] {
  const found = file.policies.filter(({ policy }) => (policy.embedding?.host ?? policy.root) === value);
  // A document that cannot be read, such as one that is still percent-encoded, may say anything.
  return found.length === 0 ? [hiddenGrant({ ...file, label })] : found.flatMap((each) => grantsOf(file, each, label));
}

function grantsOf({ file, fragment }: StandaloneFile, placed: PlacedPolicy, label: string): readonly Grant[] {
  return grantsOfPolicy(placed, { file, fragment, label, uncertain: new Set() });
}

function listOf(node: Node | undefined): readonly Node[] {
  return node?.type === 'array' ? listItems(node).flatMap((item) => alternatives(item)) : [];
}

function accountOf(arn: string | undefined): string | undefined {
  const account = arn?.split(':')[4];
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
