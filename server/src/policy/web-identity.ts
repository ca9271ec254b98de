import { type SharedProvider, sharedProviders } from '../catalog/identity-providers.ts';
import { isPositive, letsAnyValueThrough } from './condition.ts';
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
  return { host, shared: sharedProviders.find((each) => each.host === host) };
}

/** A condition on a claim of a token: what stands behind the last colon of a key that is none of AWS's own. */
export interface ClaimEntry {
  readonly claim: string;
  readonly entry: ConditionEntry;
}

/** The conditions that ask for a value of a claim. Tokens have their claims: `IfExists` and set prefixes change nothing. */
export function claimsAskedFor({ condition }: Statement): readonly ClaimEntry[] {
  return condition.entries.flatMap((entry) => {
    const colon = entry.key.lastIndexOf(':');
    const isOwn = /^(aws|sts|saml|iam):/i.test(entry.key);
    if (colon < 0 || isOwn || !isPositive(entry) || letsAnyValueThrough(entry)) return [];
    return [{ claim: entry.key.slice(colon + 1).toLowerCase(), entry }];
  });
}
