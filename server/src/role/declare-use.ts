import { table } from '../base/table.ts';
import { roleUsersOf } from '../catalog/role-users.ts';
import { alternatives } from '../policy/alternatives.ts';
import { child, type Node } from '../syntax/node.ts';
import type {
  Declaration,
  GlobalsDeclaration,
  IdentityDeclaration,
  ManagedReference,
  UseDeclaration,
} from './declaration.ts';
import { managedOf, trustOf } from './declare-identity.ts';
import type { Grant } from './grant.ts';
import { localAttribute } from './local-text.ts';
import { grantsOfPolicy } from './policy-grants.ts';
import { itemsOf, sourceOf, type TemplateResource, tagsOf, textAt } from './template-resource.ts';
import type { Text } from './text.ts';
import { readText } from './written-texts.ts';

/** What a resource says of the roles that a service assumes for it, and the role that SAM makes where it names none. */
export function declareUses(resource: TemplateResource): readonly Declaration[] {
  const { id, type, properties } = resource;
  const made = roleOfSam(resource);
  const uses = roleUsersOf(type).flatMap((row): UseDeclaration[] => {
    const roles = made
      ? [localAttribute(`${made.id}.Arn`)]
      : walk(properties, row.path).flatMap((node): Text[] => {
          const text = readText(node);
          return text === undefined ? [] : [text];
        });
    if (roles.length === 0) return [];
    const name = row.nameProperty === undefined ? undefined : textAt(resource, row.nameProperty);
    const { service, arn } = row;
    return [
      { declares: 'use', id, source: sourceOf(resource), service, roles, ...(name && { name }), ...(arn && { arn }) },
    ];
  });
  return made ? [made, ...uses] : uses;
}

/** Each value at a path, branches of `Fn::If` opened. */
function walk(node: Node | undefined, path: readonly string[]): readonly Node[] {
  if (node === undefined) return [];
  const [step, ...rest] = path;
  if (step === undefined) return alternatives(node);
  if (step === '[]') return itemsOf(node).flatMap((item) => walk(item, rest));
  return alternatives(node).flatMap((each) => walk(child(each, step), rest));
}

const samServices: Readonly<Record<string, string>> = table({
  'AWS::Serverless::Function': 'lambda.amazonaws.com',
  'AWS::Serverless::StateMachine': 'states.amazonaws.com',
});

/**
 * AWS SAM makes the role `<LogicalId>Role` for a function or a state machine that names none (AWS SAM Developer Guide,
 * generated CloudFormation resources). What it adds by itself, logs and traces, concerns no role.
 */
function roleOfSam(resource: TemplateResource): IdentityDeclaration | undefined {
  const { properties, type, condition } = resource;
  const service = samServices[type];
  if (service === undefined || child(properties, 'Role') !== undefined) return undefined;
  const id = `${resource.id}Role`;
  const role: TemplateResource = { ...resource, id };
  const list = child(properties, 'Policies');
  const boundary = textAt(resource, 'PermissionsBoundary');
  const written = child(properties, 'AssumeRolePolicyDocument') !== undefined;
  return {
    declares: 'role',
    id,
    source: { ...sourceOf(resource), label: id },
    path: textAt(resource, 'RolePath') ?? ['/'],
    trust: written ? trustOf(role) : [serviceTrust(role, service)],
    permissions: samGrants(role, list),
    managed: samManaged(role, list),
    ...(boundary && { boundary }),
    tags: tagsOf(undefined, false),
    ...(condition !== undefined && { condition }),
    ...(type === 'AWS::Serverless::Function' && { madeBySam: true as const }),
  };
}

/** The trust policy that SAM writes. */
function serviceTrust({ file, fragment, id }: TemplateResource, service: string): Grant {
  return {
    effect: 'Allow',
    origin: { file, fragment, policy: -1, statement: 0, label: `the trust policy that AWS SAM makes for \`${id}\`` },
    actions: { negated: false, values: [['sts:AssumeRole']], complete: true },
    principals: { negated: false, values: [{ type: 'Service', value: [service] }], complete: true },
    conditions: [],
    complete: true,
  };
}

function samGrants(role: TemplateResource, list: Node | undefined): readonly Grant[] {
  const items = new Set(itemsOf(list));
  const label = `a policy of \`${role.id}\``;
  return role.policies
    .filter(({ policy }) => items.has(policy.root))
    .flatMap((each) => grantsOfPolicy(each, { ...sourceOf(role), label, uncertain: role.uncertain }));
}

/** Policies by name or ARN. A template of SAM (`S3ReadPolicy: {…}`) grants access to data alone and is left out. */
function samManaged(role: TemplateResource, list: Node | undefined): readonly ManagedReference[] {
  if (list === undefined) return [];
  const named = itemsOf(list).filter((item) => item.type !== 'object');
  const references = named.flatMap((item) => managedOf(role, item));
  return references.map((each) => (role.uncertain.has(list) ? { ...each, certain: false } : each));
}

/** The section `Globals` of a SAM template. */
export function declareGlobals(section: Node): GlobalsDeclaration | undefined {
  const globals = child(section, 'Function');
  if (globals === undefined) return undefined;
  const boundary = readText(child(globals, 'PermissionsBoundary'));
  const path = readText(child(globals, 'RolePath'));
  return {
    declares: 'globals',
    ...(boundary && { boundary }),
    ...(path && { path }),
    setsTrust: child(globals, 'AssumeRolePolicyDocument') !== undefined,
  };
}
