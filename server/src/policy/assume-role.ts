import { oncePer } from '../base/once.ts';
import { type Arn, fieldHasWildcard, fieldText, isAnything, parseArn } from './arn.ts';
import { demandsKey, entriesOn, letsAnyValueThrough } from './condition.ts';
import { holdsWithoutPath } from './organization-path.ts';
import type { Policy } from './policy.ts';
import { allowsAction } from './powers.ts';
import type { ConditionBlock, Statement } from './statement.ts';
import { hasPlaceholder, literalOf, type Value } from './value.ts';
import { hasWildcard, wildcardMatches } from './wildcard.ts';

/** How far one `Resource` value of an `sts:AssumeRole` grant reaches. */
export type Reach =
  /** `*`, or every role of an account or of all accounts. */
  | 'any-role'
  /** A role by name, in any account. */
  | 'any-account'
  /** Narrower than both, or not known. */
  | 'named';

/** True when the statement certainly lets its holder call `sts:AssumeRole`. */
export function allowsAssumeRole(statement: Statement): boolean {
  return statement.effect === 'Allow' && allowsAction(statement, 'sts:AssumeRole') === 'yes';
}

/** Two roles that no one would name: a pattern that matches both matches every role. */
const unlikelyRoles = ['arn:aws:iam::000000000000:role/q', 'arn:aws:iam::999999999999:role/zz/yy/xx'];

/** How far a resource reaches among roles. Values with an unknown part that decides, or a placeholder, are `named`. */
export function reachOf(value: Value): Reach {
  const text = literalOf(value);
  return text !== undefined && !hasWildcard(text) ? 'named' : reachOfPattern(value);
}

const reachOfPattern = oncePer((value: Value): Reach => {
  if (hasPlaceholder(value)) return 'named';
  const text = literalOf(value);
  if (text !== undefined && coversEveryRole(text)) return 'any-role';
  const arn = parseArn(value.parts);
  if (arn === undefined) return 'named';
  const resource = fieldText(arn.resource);
  if (resource !== undefined && everyRoleOfAccount(resource) && isIam(arn)) return 'any-role';
  const account = fieldText(arn.account);
  if (account === undefined || !fieldHasWildcard(arn.account) || !isIam(arn)) return 'named';
  return isAnything(arn.account) || /^[*?]+$/.test(account) ? 'any-account' : 'named';
});

function coversEveryRole(pattern: string): boolean {
  return hasWildcard(pattern) && unlikelyRoles.every((role) => wildcardMatches(pattern, role));
}

function everyRoleOfAccount(resource: string): boolean {
  return hasWildcard(resource) && wildcardMatches(resource, 'role/q') && wildcardMatches(resource, 'role/zz/yy/xx');
}

function isIam(arn: Arn): boolean {
  const service = fieldText(arn.service);
  return service !== undefined && wildcardMatches(service, 'iam');
}

/** Keys that say in which accounts or organization the role must be. */
export const resourceScopeKeys: readonly string[] = [
  'aws:ResourceOrgPaths',
  'aws:ResourceOrgID',
  'aws:ResourceAccount',
];

/**
 * True when the accounts of the assumed role are limited: by this statement's own condition, or by a Deny in the same
 * policy that applies to every role outside. Also true where conditions are hidden by an intrinsic.
 */
export function isScopedToAccounts(statement: Statement, policy: Policy): boolean {
  if (!statement.condition.complete) return true;
  if (limitsAccounts(statement)) return true;
  return policy.statements.some((other) => other.effect === 'Deny' && deniesOutside(other));
}

/** A scope that is there and leaks, by `ForAllValues:`, is a matter of its own: see `org-path-for-all-values`. */
function limitsAccounts(statement: Statement): boolean {
  return entriesOn(statement.condition, resourceScopeKeys).some(
    (entry) => (demandsKey(entry) || holdsWithoutPath(entry, statement)) && !letsAnyValueThrough(entry),
  );
}

/** A Deny of `sts:AssumeRole` on every role unless the role is in the named accounts or organization. */
function deniesOutside(statement: Statement): boolean {
  if (allowsAction(statement, 'sts:AssumeRole') !== 'yes') return false;
  const everywhere = statement.resource?.values.some((value) => reachOf(value) === 'any-role') ?? false;
  const [only, ...more] = statement.condition.entries;
  if (!everywhere || only === undefined || more.length > 0 || !statement.condition.complete) return false;
  // Without the key the condition must hold too, or roles outside any organization slip through.
  return entriesOn(statement.condition, resourceScopeKeys).length === 1 && holdsForOthers(only);
}

function holdsForOthers(entry: ConditionBlock['entries'][number]): boolean {
  const use = entry.operator;
  return use?.operator.negated === true && use.qualifier !== 'any' && !letsAnyValueThrough(entry);
}

/** True where conditions pick roles other than by their ARN. Also true where conditions are hidden by an intrinsic. */
export function isNarrowedByTag({ condition }: Statement): boolean {
  if (!condition.complete) return true;
  return condition.entries.some(
    (entry) => /^(aws|iam):resourcetag\//i.test(entry.key) && demandsKey(entry) && !letsAnyValueThrough(entry),
  );
}
