import { alternatives, listItems } from '../policy/alternatives.ts';
import type { Policy } from '../policy/policy.ts';
import { noPowers, type Powers } from '../policy/powers.ts';
import { readValue } from '../policy/read-value.ts';
import { type Part, type Value, valueKey } from '../policy/value.ts';
import { child, type Node, stringValue } from '../syntax/node.ts';
import { type Connections, connectionsOf } from './connections.ts';
import { type EscalationSummary, escalationSummaryOf } from './escalation-summary.ts';
import { type QuotaSummary, quotaSummaryOf } from './quota-summary.ts';
import { powersOfPolicyResource, powersOfRoleProperties, powersOfSamPolicies } from './written-powers.ts';

/**
 * What one resource of a template says of itself to the others. Plain data without positions in the text: equal
 * summaries mean that no rule beyond the resource itself can answer differently.
 */
export interface ResourceSummary extends Connections, EscalationSummary, QuotaSummary {
  readonly id: string;
  readonly type: string;
  readonly role?: RoleSummary;
  /** Roles that this policy resource is attached to, and what it grants them. */
  readonly attachment?: Attachment;
  /** The role that this function runs with, by logical id, and the function's name if it is fixed. */
  readonly function?: { readonly role: string; readonly name: readonly NamePart[] | undefined };
}

export interface RoleSummary {
  /** The `valueKey` of its name, where one is given. */
  readonly name?: string;
  /** What is written at the role itself, policies of this template left out; undefined where nothing is. */
  readonly powers: Powers | undefined;
  /** Logical ids of managed policies of the same template. */
  readonly managed: readonly string[];
}

export interface Attachment {
  /** Logical ids. */
  readonly roles: readonly string[];
  /** `valueKey`s of names; see `RoleSummary.name`. */
  readonly roleNames: readonly string[];
  readonly powers: Powers;
}

/** Literal text, or the name of a parameter or pseudo parameter. */
export type NamePart = string | { readonly symbol: string };

/** Undefined for resources that say nothing to others. `policies` are those of the resource itself. */
export function summarize(id: string, body: Node, policies: readonly Policy[]): ResourceSummary | undefined {
  const summary = summarizeByType(id, body, policies);
  if (summary === undefined) return undefined;
  const isInline = summary.type === 'AWS::IAM::Policy' || summary.type === 'AWS::IAM::RolePolicy';
  return {
    ...summary,
    ...escalationSummaryOf(child(body, 'Properties'), policies),
    ...(summary.attachment && quotaSummaryOf(body, policies, isInline)),
  };
}

function summarizeByType(id: string, body: Node, policies: readonly Policy[]): ResourceSummary | undefined {
  const type = stringValue(child(body, 'Type'));
  const properties = child(body, 'Properties');
  if (type === undefined) return undefined;
  const permissions = policies.filter((each) => each.kind !== 'trust');
  switch (type) {
    case 'AWS::IAM::Role': {
      const name = child(properties, 'RoleName');
      const written = powersOfRoleProperties(properties, permissions);
      return { id, type, role: { ...(name && { name: valueKey(readValue(name).parts) }), ...written } };
    }
    case 'AWS::IAM::Policy':
    case 'AWS::IAM::ManagedPolicy':
      return { id, type, attachment: attach(child(properties, 'Roles'), properties, permissions) };
    case 'AWS::IAM::RolePolicy':
      return { id, type, attachment: attach(child(properties, 'RoleName'), properties, permissions) };
    case 'AWS::Serverless::Function':
      if (child(properties, 'Role') !== undefined) return summarizeOther(id, type, body);
      return { id, type, role: roleOfSamFunction(properties, permissions), function: functionWith(id, properties) };
    default:
      return summarizeOther(id, type, body);
  }
}

/** SAM makes a role for a function that names none; what it adds by itself is harmless. */
function roleOfSamFunction(properties: Node | undefined, policies: readonly Policy[]): RoleSummary {
  const { powers, managed } = powersOfSamPolicies(properties, policies);
  return { powers: powers ?? noPowers, managed };
}

function attach(roles: Node | undefined, properties: Node | undefined, policies: readonly Policy[]): Attachment {
  return { ...namedRoles(roles), powers: powersOfPolicyResource(properties, policies) };
}

function summarizeOther(id: string, type: string, body: Node): ResourceSummary | undefined {
  const properties = child(body, 'Properties');
  const [roleId] = isFunction(type) ? namedRoles(child(properties, 'Role')).roles : [];
  const said = {
    ...connectionsOf(id, body),
    ...(roleId !== undefined && { function: functionWith(roleId, properties) }),
  };
  return Object.keys(said).length === 0 ? undefined : { id, type, ...said };
}

function isFunction(type: string): boolean {
  return type === 'AWS::Lambda::Function' || type === 'AWS::Serverless::Function';
}

function functionWith(role: string, properties: Node | undefined): NonNullable<ResourceSummary['function']> {
  const name = child(properties, 'FunctionName');
  return { role, name: name && fixedName(readValue(name).parts) };
}

/** A name made of literals and parameters; undefined if it depends on another resource or is not known. */
function fixedName(parts: readonly Part[]): readonly NamePart[] | undefined {
  const named = parts.map((part): NamePart | undefined => {
    if (part.type === 'literal') return part.text;
    return part.why === 'pseudo' || part.why === 'reference' ? { symbol: part.symbol } : undefined;
  });
  return named.every((part) => part !== undefined) && named.length > 0 ? named : undefined;
}

/** Roles by logical id (`Ref`, `GetAtt`, `Sub`), else by name. */
function namedRoles(node: Node | undefined): Pick<Attachment, 'roles' | 'roleNames'> {
  const values =
    node === undefined
      ? []
      : listItems(node)
          .flatMap((item) => alternatives(item))
          .map((each) => readValue(each));
  return {
    roles: values.flatMap((value) => referenceOf(value) ?? []),
    roleNames: values.flatMap((value) => (referenceOf(value) === undefined ? [valueKey(value.parts)] : [])),
  };
}

function referenceOf({ parts: [part, ...more] }: Value): string | undefined {
  if (part?.type !== 'hole' || more.length > 0) return undefined;
  return part.why === 'reference' || part.why === 'attribute' ? (part.symbol.split('.')[0] ?? part.symbol) : undefined;
}
