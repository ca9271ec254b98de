import type { OtherCheck, OtherNames } from './linters.ts';
import { starInTrust } from './reasons.ts';

/** A mistake around trust policies and role chains that some other linter finds; `name` says it in our words. */
export interface TrustCheck extends OtherCheck {
  readonly others: OtherNames;
  /** Ids of the rules that find it; empty where it is left out. */
  readonly rules: readonly string[];
}

/** Trust policies, the confused deputy and role chains: what any of the linters finds there. */
export const trustChecks: readonly TrustCheck[] = [
  {
    name: 'No principal',
    others: { accessAnalyzer: ['Missing principal'], cfnLint: ['E3530'], boogy: ['policy_structure'] },
    rules: ['missing-element'],
  },
  {
    name: 'More characters than a trust policy may have',
    others: { accessAnalyzer: ['Policy size exceeds role trust policy quota'] },
    rules: ['policy-too-long'],
  },
  {
    name: 'Resource in a trust policy',
    others: { accessAnalyzer: ['Role trust policy syntax error resource'], cfnLint: ['E3530'] },
    rules: ['trust-has-resource'],
  },
  {
    name: 'NotPrincipal in a trust policy',
    others: {
      accessAnalyzer: ['Role trust policy syntax error notprincipal'],
      cfnNag: ['F6'],
      guard: ['iam_role_no_allow_plus_not_principal'],
    },
    rules: ['trust-not-principal'],
  },
  {
    name: 'NotAction with Allow in a trust policy',
    others: { cfnNag: ['W14'], guard: ['iam_role_no_allow_plus_not_action_on_trust_policy'] },
    rules: ['allow-not-action'],
  },
  {
    name: '`*` as an action of a trust policy',
    others: { cfnNag: ['F2'], guard: ['iam_role_no_full_access_on_trust_policy'] },
    rules: [],
    leftOut: starInTrust,
  },
  {
    name: 'A principal of no known form',
    others: {
      accessAnalyzer: ['Invalid principal format'],
      parliament: ['UNKNOWN_PRINCIPAL'],
      boogy: ['principal_validation'],
    },
    rules: ['invalid-principal'],
  },
  {
    name: 'A kind of principal that there is not',
    others: { accessAnalyzer: ['Invalid principal key'], parliament: ['UNKNOWN_PRINCIPAL'] },
    rules: ['unknown-element'],
  },
  {
    name: 'A service of no known form',
    others: { accessAnalyzer: ['Invalid service principal format'] },
    rules: ['invalid-principal'],
  },
  {
    name: 'The internal id of a deleted role or user as a principal',
    others: { accessAnalyzer: ['Invalid role reference', 'Invalid user reference'] },
    rules: ['invalid-principal'],
  },
  {
    name: 'A wildcard inside the ARN of a principal, or `*` as a service',
    others: { accessAnalyzer: ['Unsupported wildcard in principal'], boogy: ['principal_validation'] },
    rules: ['trust-wildcard-in-principal', 'invalid-principal'],
  },
  {
    name: 'Everyone may assume the role',
    others: {
      accessAnalyzer: ['Role trust policy unsupported wildcard in principal'],
      checkov: ['CKV_AWS_60'],
      boogy: ['principal_validation'],
    },
    rules: ['trust-any-principal'],
  },
  {
    name: 'A whole account may assume the role',
    others: { checkov: ['CKV_AWS_61'] },
    rules: ['trust-whole-account'],
  },
  {
    name: 'An account that is not known may assume the role',
    others: { cloudsplaining: ['--flag-trust-policies'] },
    rules: ['third-party-without-external-id', 'account-unknown'],
    inPart: 'where a known organization tells which accounts are yours',
  },
  {
    name: 'An account may assume the role without an external id',
    others: {},
    rules: ['third-party-without-external-id', 'trust-whole-account'],
    inPart:
      'where a known organization tells that the account is not yours, or an account is trusted as a whole: an external id is for third parties, not for accounts of your own',
  },
  {
    name: 'A session beside its own role as principals',
    others: { accessAnalyzer: ['Redundant principal in role trust policy'] },
    rules: ['trust-redundant-session'],
  },
  {
    name: 'An identity provider of no known form',
    others: {
      accessAnalyzer: ['Invalid federated principal syntax in role trust policy'],
      parliament: ['UNKNOWN_FEDERATION_SOURCE'],
    },
    rules: ['invalid-principal'],
  },
  {
    name: 'An action that does not fit the kind of principal',
    others: { accessAnalyzer: ['Mismatched action for principal'], boogy: ['trust_policy_validation'] },
    rules: ['trust-action-mismatch'],
  },
  {
    name: 'IAM Roles Anywhere without one of its three actions',
    others: { accessAnalyzer: ['Missing action for roles anywhere trust policy'] },
    rules: ['roles-anywhere-missing-action'],
  },
  {
    name: 'A service without a condition on the source (the confused deputy)',
    others: {
      accessAnalyzer: ['Restrict access to service principal'],
      boogy: ['trust_policy_validation'],
      prowler: ['iam_role_cross_service_confused_deputy_prevention'],
    },
    rules: ['trust-missing-source-arn'],
  },
  {
    name: 'A service that is not held to an account',
    others: { prowler: ['iam_role_service_trust_restricts_source_to_account'] },
    rules: ['trust-missing-source-arn', 'source-arn-too-broad'],
  },
  {
    name: 'A weaker key in the place of the source',
    others: { accessAnalyzer: ['Recommended condition key for service principal'] },
    rules: ['forgeable-condition-key'],
    inPart: 'where the key is one that a caller can write',
  },
  {
    name: 'A condition key that the service does not send',
    others: { accessAnalyzer: ['Unsupported condition key for service principal'] },
    rules: ['service-with-unsent-key'],
    inPart: 'for the organization of the caller, which no service has',
  },
  {
    name: 'A condition key that the caller can set to anything',
    others: { accessAnalyzer: ['Untrustworthy condition key'] },
    rules: ['forgeable-condition-key'],
  },
  {
    name: 'A wildcard or a variable that is too wide in a key that protects',
    others: { accessAnalyzer: ['Wildcard usage too permissive'] },
    rules: ['wildcard-in-sensitive-key'],
    inPart: 'where it is a wildcard: a variable compares caller and resource and is meant',
  },
  {
    name: 'StringLike on a key that holds ARNs',
    others: {
      accessAnalyzer: ['String like operator with ARN condition keys'],
      parliament: ['MISMATCHED_TYPE_BUT_USABLE'],
    },
    rules: ['arn-wildcard-crosses-fields'],
  },
  {
    name: 'An OpenID Connect provider without a condition on the caller',
    others: { accessAnalyzer: ['Missing condition key for oidc principal'], boogy: ['trust_policy_validation'] },
    rules: ['oidc-any-caller'],
  },
  {
    name: 'GitHub without a subject',
    others: {
      accessAnalyzer: ['Missing github repo condition key'],
      checkov: ['CKV_AWS_358'],
      prowler: ['iam_role_github_oidc_trust_subject_restricted'],
    },
    rules: ['oidc-any-caller'],
  },
  {
    name: 'GitHub with a subject that is too wide',
    others: {
      accessAnalyzer: ['Specific github repo and branch recommended'],
      checkov: ['CKV_AWS_358'],
      prowler: ['iam_role_github_oidc_trust_subject_restricted'],
    },
    rules: ['github-subject-too-broad'],
  },
  {
    name: 'ForAnyValue or ForAllValues on the audience',
    others: { accessAnalyzer: ['ForAnyValue with audience claim type', 'Confirm audience claim type'] },
    rules: ['audience-with-set-operator'],
  },
  {
    name: 'A SAML provider without a condition on the audience',
    others: { boogy: ['trust_policy_validation'] },
    rules: ['saml-any-audience'],
  },
  {
    name: '`sts:AssumeRole` on every role',
    others: { prowler: ['iam_no_custom_policy_permissive_role_assumption'] },
    rules: ['assume-role-any-role'],
  },
  {
    name: '`iam:PassRole` on every role',
    others: {
      accessAnalyzer: ['Pass role with star in resource'],
      cfnNag: ['F38', 'F39', 'F40'],
      guard: ['iam_role_no_wildcard_resource_on_passrole'],
    },
    rules: ['pass-role-any-role'],
  },
  {
    name: 'Actions that together reach more than they say',
    others: {
      parliament: ['PRIVILEGE_ESCALATION'],
      checkov: ['CKV_AWS_110'],
      prowler: ['iam_policy_allows_privilege_escalation'],
      cloudsplaining: ['PrivilegeEscalation'],
    },
    rules: ['privilege-escalation'],
    inPart: 'where every resource is meant',
  },
  {
    name: 'A role from which others lead to a more powerful one',
    others: { prowler: ['iam_role_chained_privilege_escalation'] },
    rules: [],
    leftOut:
      'What a role reaches depends on the roles around it, which one policy does not show. What opens the way is found: see `assume-role-any-role` and `pass-role-any-role`.',
  },
  {
    name: 'Something else than the ARN of a role where one belongs',
    others: { cfnLint: ['E3511'] },
    rules: [],
    leftOut:
      'It is about the properties of other resources, not about a policy: `ref-gives-name-not-arn` finds the same mistake in policies.',
  },
  {
    name: '`Ref`, which gives a name, to a role that has a path',
    others: { cfnLint: ['E3050'] },
    rules: ['arn-without-path'],
    inPart: 'where a policy makes an ARN of the name',
  },
  {
    name: 'A resource control policy that locks out the services of AWS',
    others: {
      accessAnalyzer: [
        'RCP missing related principal condition key',
        'RCP missing related service principal condition key',
        'RCP missing service condition key null check',
      ],
      boogy: ['rcp_best_practices'],
    },
    rules: ['rcp-unguarded-condition'],
  },
];
