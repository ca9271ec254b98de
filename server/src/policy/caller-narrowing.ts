import { oncePer } from '../base/once.ts';
import { parseArn } from './arn.ts';
import { demandsKey } from './condition.ts';
import type { Policy } from './policy.ts';
import { allowsAction } from './powers.ts';
import type { ConditionEntry, Statement } from './statement.ts';
import { hasHole, literalOf, type Value } from './value.ts';
import { hasWildcard, wildcardMatches } from './wildcard.ts';

/**
 * True where conditions leave only callers of named accounts or organizations, or named principals. What says where a
 * request comes from (`aws:SourceIp`, `aws:SourceVpce`), what the caller chooses (`sts:ExternalId`, session names) and
 * what anyone can give to a role of their own (`aws:PrincipalTag`, a role's name) does not.
 */
export function narrowsToKnownCallers(statement: Statement, policy: Policy): boolean {
  return isNarrowed(statement, policy, knownCallers);
}

/**
 * True where conditions leave only some of the principals of an account that the statement trusts: those of an ARN, of
 * a tag, or those who know the external id.
 */
export function narrowsWithinAccount(statement: Statement, policy: Policy): boolean {
  return isNarrowed(statement, policy, someOfAnAccount);
}

/** Keys, and which patterns on them narrow: a pattern that all callers fit does not. */
type Narrowing = readonly (readonly [key: RegExp, narrows: (pattern: Value) => boolean])[];

const knownCallers: Narrowing = [
  [/^aws:(Principal|Source)(Account|OrgID)$/i, (value) => !valueHasWildcard(value)],
  [/^aws:(Principal|Source)OrgPaths$/i, (value) => startsLiterally(value, '/')],
  [/^aws:userid$/i, (value) => startsLiterally(value, ':')],
  [/^(aws:PrincipalArn|aws:SourceArn|ec2:SourceInstanceArn)$/i, namesAccount],
  // Keys of an identity provider, which stands in the role's own account. Who signed in at all says nothing.
  [/^saml:|^[^:]+\.[^:]+:(?!amr$)/i, isNotAnything],
];

const someOfAnAccount: Narrowing = [
  [/^aws:PrincipalArn$/i, (value) => !coversAnAccount(value)],
  [/^(aws:PrincipalTag\/.+|aws:userid|aws:username|sts:ExternalId)$/i, isNotAnything],
];

/** Also true where it cannot be known: where an intrinsic hides conditions, or an operator is none of AWS's. */
function isNarrowed(statement: Statement, policy: Policy, narrowing: Narrowing): boolean {
  const { complete, entries } = statement.condition;
  if (!complete || entries.some((entry) => entry.operator === undefined)) return true;
  if (entries.some((entry) => demandsKey(entry) && picksCallers(entry, narrowing))) return true;
  return denials(policy).some((other) => deniesOthers(other, narrowing));
}

const denials = oncePer((policy: Policy) => policy.statements.filter(({ effect }) => effect === 'Deny'));

/** A Deny to everyone but the callers picked. Further conditions would let some of the others pass. */
function deniesOthers(statement: Statement, narrowing: Narrowing): boolean {
  if (allowsAction(statement, 'sts:AssumeRole') === 'no' || !isForEveryone(statement)) return false;
  if (!statement.condition.complete) return true;
  const [only, ...more] = statement.condition.entries;
  if (only?.operator === undefined || more.length > 0) return false;
  // With ForAnyValue the condition does not hold where the key is missing, and the Deny does not apply.
  return only.operator.operator.negated && only.operator.qualifier !== 'any' && picksCallers(only, narrowing);
}

function isForEveryone({ principal }: Statement): boolean {
  return principal?.principals.some((each) => literalOf(each.value) === '*') ?? false;
}

function picksCallers(entry: ConditionEntry, narrowing: Narrowing): boolean {
  const narrows = narrowing.find(([key]) => key.test(entry.key))?.[1];
  if (narrows === undefined) return false;
  // Without wildcards every value is one caller, or matches no one.
  return !entry.complete || entry.operator?.operator.wildcards !== true || entry.values.every(narrows);
}

function isNotAnything(value: Value): boolean {
  return !/^[*?]+$/.test(literalOf(value) ?? '');
}

function valueHasWildcard(value: Value): boolean {
  return value.parts.some((part) => part.type === 'literal' && hasWildcard(part.text));
}

/** True when no wildcard stands before the separator. */
function startsLiterally(value: Value, separator: string): boolean {
  const text = value.parts.map((part) => (part.type === 'literal' ? part.text : '_')).join('');
  const end = text.indexOf(separator);
  return !hasWildcard(end < 0 ? text : text.slice(0, end));
}

function namesAccount(value: Value): boolean {
  const arn = parseArn(value.parts);
  if (arn === undefined)
    return hasHole(value) || !valueHasWildcard(value) || /:\d{12}(?!\d)/.test(literalOf(value) ?? '');
  const [first] = arn.account;
  if (first !== undefined) return !arn.account.some((part) => part.type === 'literal' && hasWildcard(part.text));
  // A bucket's ARN has no account, but its name is the only one of its kind.
  const [name] = arn.resource;
  return name?.type !== 'literal' || !/^[*?]/.test(name.text);
}

/** True for patterns that every role or every user of an account fits. */
function coversAnAccount(value: Value): boolean {
  const text = literalOf(value);
  if (text !== undefined && /^[*?]+$/.test(text)) return true;
  const resource = parseArn(value.parts)
    ?.resource.map((part) => (part.type === 'literal' ? part.text : '_'))
    .join('');
  if (resource === undefined) return false;
  return everyone.some((names) => names.every((name) => wildcardMatches(resource, name)));
}

/** Names that no one would give: a pattern that matches both matches all. */
const everyone = [
  ['role/q', 'role/zz/yy/xx'],
  ['user/q', 'user/zz/yy/xx'],
] as const;
