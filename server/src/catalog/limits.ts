import type { PolicyKind } from './policy-kind.ts';

/** How long a policy may be. */
export interface SizeLimit {
  /** In characters, of the default quota. */
  readonly characters: number;
  /** What the quota can be raised to on request, where it can. */
  readonly raisableTo?: number;
  /** Whether the white space outside of strings counts. */
  readonly countsWhiteSpace: boolean;
  readonly source: string;
}

const IAM_QUOTAS = 'IAM User Guide, IAM and AWS STS quotas';
const ORGANIZATIONS_QUOTAS = 'AWS Organizations User Guide, quotas and service limits (as of 2026-05-15)';

/**
 * The length a policy of the kind may have; undefined where every service has its own limit. Identity policies are
 * taken as managed ones: inline policies have a limit for all of one owner together, see `inlinePolicyTotals`.
 */
export function sizeLimitOf(kind: PolicyKind): SizeLimit | undefined {
  switch (kind) {
    case 'identity':
    case 'boundary':
      return { characters: 6144, countsWhiteSpace: false, source: IAM_QUOTAS };
    case 'trust':
      return { characters: 2048, raisableTo: 8192, countsWhiteSpace: false, source: `${IAM_QUOTAS} (L-C07B4B0D)` };
    case 'session':
      return { characters: 2048, countsWhiteSpace: true, source: 'STS API reference, AssumeRole (Policy)' };
    case 'scp':
      return { characters: 10240, countsWhiteSpace: true, source: ORGANIZATIONS_QUOTAS };
    case 'rcp':
      return { characters: 5120, countsWhiteSpace: true, source: ORGANIZATIONS_QUOTAS };
    case 'resource':
    case 'endpoint':
      return undefined;
  }
}

/** What all inline policies of one owner may come to, in characters without white space. */
export const inlinePolicyTotals = { role: 10240, group: 5120, user: 2048, source: IAM_QUOTAS } as const;

/**
 * How many managed policies a role, user or group may have attached by default. The quota of roles and users can be
 * raised; to how many, the pages do not agree on (20, 25).
 */
export const attachedManagedPolicies = { byDefault: 10, source: IAM_QUOTAS } as const;

/** What STS takes in a call that assumes a role. Durations in seconds. */
export const sessionLimits = {
  minimumDuration: 900,
  maximumDuration: 43200,
  /** A role assumed with the credentials of another role. */
  chainedDuration: 3600,
  tags: 50,
  tagKeyLength: 128,
  tagValueLength: 256,
  managedPolicies: 10,
  sessionNamePattern: /^[\w+=,.@-]{2,64}$/,
  externalIdPattern: /^[\w+=,.@:/-]{2,1224}$/,
  sourceIdentityPattern: /^(?!aws:)[\w+=,.@-]{2,64}$/,
  source: 'STS API reference, AssumeRole; IAM User Guide, roles terms and concepts (role chaining)',
} as const;

/** What a role may be called, and how long its sessions may be set to last (seconds). */
export const roleLimits = {
  namePattern: /^[\w+=,.@-]{1,64}$/,
  pathPattern: /^(\/|\/[!-~]{1,510}\/)$/,
  minimumMaxSessionDuration: 3600,
  maximumMaxSessionDuration: 43200,
  source: 'IAM API reference, CreateRole',
} as const;
