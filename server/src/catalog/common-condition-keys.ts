import type { PolicyKind } from './policy-kind.ts';

/**
 * Global condition keys that policies ask for most. The order is a judgement, not a fact of AWS: after how many of AWS's
 * managed policies, of its published control policies and of public templates hold each (2026-11), those that lock a
 * policy to an organization, an account or a source before those that stand in exceptions.
 */
const byUse: readonly string[] = [
  'aws:PrincipalOrgID',
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:ResourceAccount',
  'aws:PrincipalArn',
  'aws:RequestedRegion',
  'aws:ResourceOrgPaths',
  'aws:PrincipalOrgPaths',
  'aws:ResourceOrgID',
  'aws:SecureTransport',
  'aws:ViaAWSService',
  'aws:CalledVia',
  'aws:PrincipalAccount',
  'aws:PrincipalTag/',
  'aws:ResourceTag/',
  'aws:RequestTag/',
  'aws:TagKeys',
  'aws:SourceIp',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:PrincipalIsAWSService',
  'aws:MultiFactorAuthPresent',
  'aws:PrincipalType',
];

/**
 * What a kind of policy asks for before all else: trust policies and resource-based policies say who calls, and for whom;
 * permissions say where the resource is.
 * Source: IAM User Guide, the confused deputy problem; establish permissions guardrails using data perimeters.
 */
const firstOf: Readonly<Record<'caller' | 'target', readonly string[]>> = {
  caller: ['aws:SourceArn', 'aws:SourceAccount', 'aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:PrincipalArn'],
  target: ['aws:ResourceOrgPaths', 'aws:ResourceAccount', 'aws:ResourceOrgID', 'aws:RequestedRegion'],
};

/** Global keys that are asked for most in a kind of policy, the first before all others. */
export function commonConditionKeys(kind: PolicyKind): readonly string[] {
  const isAboutCaller = kind === 'trust' || kind === 'resource' || kind === 'rcp' || kind === 'endpoint';
  return [...new Set([...firstOf[isAboutCaller ? 'caller' : 'target'], ...byUse])];
}
