import type { PolicyKind } from '../catalog/policy-kind.ts';

export { isPolicyKind, type PolicyKind, policyKinds } from '../catalog/policy-kind.ts';

/** The kind's name in a sentence: "a trust policy", "a service control policy". */
export const kindNames: Readonly<Record<PolicyKind, string>> = {
  identity: 'identity policy',
  trust: 'trust policy',
  resource: 'resource policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  endpoint: 'VPC endpoint policy',
};
