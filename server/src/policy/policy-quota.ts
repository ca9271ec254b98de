import { inlinePolicyTotals, sizeLimitOf } from '../catalog/limits.ts';
import { aKind } from './phrase.ts';
import type { Policy } from './policy.ts';

/** How many characters a policy may have, by its kind and by what it belongs to. */
export interface PolicyQuota {
  /** What has the quota, with its article. */
  readonly of: string;
  readonly characters: number;
  readonly raisableTo?: number | undefined;
  /** Whether white space outside of strings counts. */
  readonly countsWhiteSpace: boolean;
  /** False where it depends on what the policy is attached to. */
  readonly isCertain: boolean;
}

/** Undefined where there is none that is known. */
export function quotaOf({ kind, owner }: Pick<Policy, 'kind' | 'owner'>): PolicyQuota | undefined {
  // Permission sets and the like have quotas of their own.
  if (kind === 'identity' && /^AWS::(?!IAM::|Serverless::)/.test(owner?.type ?? '')) return undefined;
  if (kind === 'identity' && !isManaged(owner?.type)) {
    const { role, group, user } = inlinePolicyTotals;
    if (owner?.type === 'AWS::IAM::Group' || owner?.type === 'AWS::IAM::GroupPolicy')
      return inline('group', group, true);
    if (owner?.type === 'AWS::IAM::User' || owner?.type === 'AWS::IAM::UserPolicy') return inline('user', user, true);
    return inline('role', role, owner?.type === 'AWS::IAM::Role' || owner?.type === 'AWS::IAM::RolePolicy');
  }
  const limit = sizeLimitOf(kind);
  if (limit === undefined) return undefined;
  const { characters, raisableTo, countsWhiteSpace } = limit;
  const of = kind === 'identity' ? 'a managed policy' : aKind(kind);
  return { of, characters, raisableTo, countsWhiteSpace, isCertain: true };
}

function inline(owner: string, characters: number, isCertain: boolean): PolicyQuota {
  const of = `all inline policies of a ${owner} together`;
  return { of, characters, countsWhiteSpace: false, isCertain };
}

function isManaged(type: string | undefined): boolean {
  return type === 'AWS::IAM::ManagedPolicy';
}
