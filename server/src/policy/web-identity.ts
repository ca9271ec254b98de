import { claimsOfEveryToken, findSharedProvider, type SharedProvider } from '../catalog/identity-providers.ts';
import { demandsKey, isPositive, letsAnyValueThrough } from './condition.ts';
import type { ConditionEntry, Principal, Statement } from './statement.ts';
import { describeParts, hasPlaceholder } from './value.ts';

/** A provider of web identities that a trust policy names. */
export interface WebIdentityProvider {
  /** For messages; undefined where it is a reference to a resource or a parameter. */
  readonly host: string | undefined;
  readonly shared: SharedProvider | undefined;
}

/** Reads a `Federated` principal; undefined for a SAML provider and for what has still to be filled in. */
export function webIdentityProviderOf({ type, value }: Principal): WebIdentityProvider | undefined {
  if (type !== 'Federated' || hasPlaceholder(value)) return undefined;
  const text = describeParts(value.parts);
  if (/:saml-provider\//.test(text) || text === '') return undefined;
  const host = /:oidc-provider\/(.+)$/.exec(text)?.[1] ?? (/^[\w.-]+$/.test(text) ? text : undefined);
  return { host, shared: host === undefined ? undefined : findSharedProvider(host) };
}

/** A condition on a claim of a token: what stands behind the last colon of a key that is none of AWS's own. */
export interface ClaimEntry {
  readonly claim: string;
  readonly entry: ConditionEntry;
}

/** The conditions on claims, whatever they ask. */
export function claimEntries({ condition }: Statement): readonly ClaimEntry[] {
  return condition.entries.flatMap((entry) => {
    const colon = entry.key.lastIndexOf(':');
    const isOwn = /^(aws|sts|saml|iam):/i.test(entry.key);
    return colon < 0 || isOwn ? [] : [{ claim: entry.key.slice(colon + 1).toLowerCase(), entry }];
  });
}

/** The conditions that a token without a certain value of the claim fails. */
export function claimsAskedFor(statement: Statement): readonly ClaimEntry[] {
  return claimEntries(statement).filter(({ claim, entry }) => {
    if (!isPositive(entry) || letsAnyValueThrough(entry)) return false;
    // GitHub, for one, has no `environment` in the tokens of jobs without one: `ForAllValues:` lets those through.
    return demandsKey(entry) || claimsOfEveryToken.includes(claim);
  });
}
