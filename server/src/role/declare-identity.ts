import { table } from '../base/table.ts';
import { child, type Node } from '../syntax/node.ts';
import type { AttachedTo, IdentityDeclaration, ManagedReference, PolicyDeclaration } from './declaration.ts';
import type { Grant } from './grant.ts';
import { hiddenGrant } from './policy-grants.ts';
import { grantsAt, itemsOf, sourceOf, type TemplateResource, tagsOf, textAt, textsAt } from './template-resource.ts';
import { literalText, type Text } from './text.ts';
import { readText, readTexts } from './written-texts.ts';

const root: Text = ['/'];

/** `AWS::IAM::Role`, `AWS::IAM::User`, `AWS::IAM::Group`. */
export function declareIdentity(resource: TemplateResource): IdentityDeclaration {
  const { id, properties, type, condition } = resource;
  const declares = type === 'AWS::IAM::Role' ? 'role' : type === 'AWS::IAM::User' ? 'user' : 'group';
  const name = textAt(resource, `${capital(declares)}Name`);
  const boundary = textAt(resource, 'PermissionsBoundary');
  const duration = Number(literalText(textAt(resource, 'MaxSessionDuration') ?? [DEFAULT_DURATION]) || Number.NaN);
  const groups = textsAt(resource, 'Groups');
  return {
    declares,
    id,
    source: sourceOf(resource),
    ...(name && { name }),
    path: textAt(resource, 'Path') ?? root,
    ...(declares === 'role' && { trust: trustOf(resource) }),
    permissions: [
      ...inlineGrants(resource, child(properties, 'Policies')),
      ...hiddenIn(resource, `the permissions of \`${id}\``),
    ],
    managed: managedOf(resource, child(properties, 'ManagedPolicyArns')),
    ...(boundary && { boundary }),
    tags: tagsOf(child(properties, 'Tags'), false),
    ...(declares === 'role' && Number.isFinite(duration) && { maxSessionDuration: duration }),
    ...(groups.length > 0 && { groups }),
    ...(condition !== undefined && { condition }),
  };
}

/** Seconds. CloudFormation, AWS::IAM::Role: without `MaxSessionDuration`, "the default value of one hour is applied". */
const DEFAULT_DURATION = '3600';

export function trustOf(resource: TemplateResource): readonly Grant[] {
  const node = child(resource.properties, 'AssumeRolePolicyDocument');
  const label = `the trust policy of \`${resource.id}\``;
  return [...grantsAt(resource, node, label), ...hiddenIn(resource, label)];
}

function hiddenIn(resource: TemplateResource, label: string): readonly Grant[] {
  return resource.isOpen ? [hiddenGrant({ ...sourceOf(resource), label })] : [];
}

function inlineGrants(resource: TemplateResource, list: Node | undefined): readonly Grant[] {
  return itemsOf(list).flatMap((item) => {
    const label = labelOf(resource, child(item, 'PolicyName'));
    const document = child(item, 'PolicyDocument');
    return document === undefined
      ? [hiddenGrant({ ...sourceOf(resource), label })]
      : grantsAt(resource, document, label);
  });
}

function labelOf({ id }: TemplateResource, name: Node | undefined): string {
  const literal = literalText(readText(name) ?? []);
  return literal ? `the policy \`${literal}\` of \`${id}\`` : `a policy of \`${id}\``;
}

/** What may be attached under a condition is so; a list that hides some has one that nothing is known of. */
export function managedOf(resource: TemplateResource, list: Node | undefined): readonly ManagedReference[] {
  if (list === undefined) return [];
  const { complete } = readTexts(list, 'iam');
  const items = itemsOf(list).flatMap((item): ManagedReference[] => {
    const policy = readText(item);
    return policy === undefined ? [] : [{ policy, certain: !resource.uncertain.has(item) }];
  });
  const hidden: Text = [
    {
      unknown: `function:more policies of ${resource.id}`,
      label: `what else is attached to \`${resource.id}\``,
      type: 'text',
    },
  ];
  const isHidden = !complete && items.every(({ certain }) => certain);
  return isHidden ? [...items, { policy: hidden, certain: false }] : items;
}

const attachedTo: Readonly<Record<string, { roles?: string; users?: string; groups?: string }>> = table({
  'AWS::IAM::Policy': { roles: 'Roles', users: 'Users', groups: 'Groups' },
  'AWS::IAM::ManagedPolicy': { roles: 'Roles', users: 'Users', groups: 'Groups' },
  'AWS::IAM::RolePolicy': { roles: 'RoleName' },
  'AWS::IAM::UserPolicy': { users: 'UserName' },
  'AWS::IAM::GroupPolicy': { groups: 'GroupName' },
});

/** A policy that is a resource of its own; undefined for other types. */
export function declarePolicy(resource: TemplateResource): PolicyDeclaration | undefined {
  const { id, properties, type, condition } = resource;
  const propertiesOf = attachedTo[type];
  if (propertiesOf === undefined) return undefined;
  const isManaged = type === 'AWS::IAM::ManagedPolicy';
  const name = textAt(resource, isManaged ? 'ManagedPolicyName' : 'PolicyName');
  const label = `the policy \`${id}\``;
  const document = child(properties, 'PolicyDocument');
  const names = (property: string | undefined) => (property === undefined ? [] : namesAt(resource, property));
  return {
    declares: 'policy',
    id,
    type: isManaged ? 'managed' : 'inline',
    ...(name && { name }),
    path: textAt(resource, 'Path') ?? root,
    label,
    grants:
      document === undefined ? [hiddenGrant({ ...sourceOf(resource), label })] : grantsAt(resource, document, label),
    roles: names(propertiesOf.roles),
    users: names(propertiesOf.users),
    groups: names(propertiesOf.groups),
    ...(condition !== undefined && { condition }),
  };
}

function namesAt(resource: TemplateResource, property: string): readonly AttachedTo[] {
  return itemsOf(child(resource.properties, property)).flatMap((item): AttachedTo[] => {
    const name = readText(item);
    return name === undefined ? [] : [{ name, certain: !resource.uncertain.has(item) }];
  });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
