import { entriesOn } from './condition.ts';
import type { ConditionEntry, Statement } from './statement.ts';

/**
 * Conditions that let requests in by a header, in which a caller writes what it likes: in an Allow what matches is let
 * in, in a Deny it is spared.
 * Source: IAM User Guide, AWS global condition context keys, the warnings of aws:referer and aws:UserAgent.
 */
export function headerConditions({ condition, effect }: Statement): readonly ConditionEntry[] {
  return entriesOn(condition, headers).filter(
    ({ operator }) => operator?.operator.type === 'string' && effect === (operator.operator.negated ? 'Deny' : 'Allow'),
  );
}

const headers: readonly string[] = ['aws:referer', 'aws:UserAgent'];

/**
 * Keys that leave open who it is. Amazon S3 takes addresses, networks, accounts and the like for what makes a policy
 * not public; of any other key it is not known here what it says.
 * Source: Amazon S3 User Guide, blocking public access to your Amazon S3 storage (the meaning of "public").
 */
const openKeys =
  /^(aws:(SecureTransport|Referer|UserAgent|CurrentTime|EpochTime|RequestedRegion|MultiFactorAuth\w+|PrincipalType)|s3:(x-amz-(acl|server-side-encryption|storage-class)|prefix|delimiter|max-keys|TlsVersion))$/i;

/** Whether its conditions may say who it is that comes in. */
export function mayNarrowCaller({ condition }: Statement): boolean {
  return (
    !condition.complete || condition.entries.some(({ key, operator }) => operator === undefined || !openKeys.test(key))
  );
}
