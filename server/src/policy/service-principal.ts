import { findGlobalConditionKey } from '../catalog/condition-keys.ts';
import type { ServicePrincipal } from '../catalog/service-principal.ts';
import { normalizeServicePrincipal } from '../catalog/service-principals.ts';
import { demandsKey, entriesOn, isPositive } from './condition.ts';
import type { ConditionEntry, Statement } from './statement.ts';
import { describeParts, type Value } from './value.ts';

/**
 * The name of a service principal as AWS's tables have it, without Region and in the usual suffix, which may both come
 * from pseudo parameters: `lambda.${AWS::URLSuffix}` is `lambda.amazonaws.com`. Undefined where anything else is not
 * known.
 */
export function serviceNameOf(value: Value): string | undefined {
  const known = value.parts.every((part) => part.type === 'literal' || suffixes.includes(part.symbol));
  return known ? normalizeServicePrincipal(describeParts(value.parts)) : undefined;
}

const suffixes = ['AWS::URLSuffix', 'AWS::Region'];

/** Keys that a service sends about the resource for which it acts. */
export const sourceKeys: readonly string[] = [
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
];

export type Pin =
  /** Nothing in the statement says for whom the service must act. */
  | { readonly pinned: 'no' }
  | { readonly pinned: 'yes' }
  /** Only requests that carry the key are held to it; this service is known to send it. */
  | { readonly pinned: 'if-exists'; readonly entry: ConditionEntry };

/** Whether the statement's own condition holds the service to a source. Conditions behind an intrinsic count as a pin. */
export function pinOf(statement: Statement, service: ServicePrincipal | undefined): Pin {
  if (!statement.condition.complete) return { pinned: 'yes' };
  const entries = entriesOn(statement.condition, [
    ...sourceKeys,
    ...(service?.alternativeKeys ?? []).map(({ key }) => key),
  ]);
  if (entries.some(demandsKey)) return { pinned: 'yes' };
  const lenient = entries.find(
    (entry) => isPositive(entry) && service !== undefined && isKnownToSend(service, entry.key),
  );
  return lenient === undefined ? { pinned: 'no' } : { pinned: 'if-exists', entry: lenient };
}

/** What holds for `aws:SourceAccount` is taken to hold for the organization of that account. */
function isKnownToSend(service: ServicePrincipal, key: string): boolean {
  if (service.grade !== 'established') return false;
  const name = key.toLowerCase();
  if (name === 'aws:sourcearn') return service.sends === 'source-arn';
  return service.sendsSourceAccount || !sourceKeys.some((each) => each.toLowerCase() === name);
}

/**
 * The operator that holds only where the key is there: without `IfExists` and `ForAllValues:`, and with `ForAnyValue:`
 * for a key of several values. Undefined if AWS has no such operator.
 */
export function strictOperator({ operator: use, key }: ConditionEntry): string | undefined {
  if (use === undefined) return undefined;
  return findGlobalConditionKey(key)?.multivalued ? `ForAnyValue:${use.operator.name}` : use.operator.name;
}
