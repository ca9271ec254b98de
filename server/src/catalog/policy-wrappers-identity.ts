import type { PolicyWrapperRow } from './policy-wrapper.ts';

const IAM_ROWS: readonly PolicyWrapperRow[] = [
  {
    label: 'iam get-role, create-role (output)',
    when: ['Role.RoleName', 'Role.AssumeRolePolicyDocument'],
    path: 'Role.AssumeRolePolicyDocument',
    kind: 'trust',
    percentEncoded: true,
  },
  {
    label: 'iam list-roles',
    when: ['Roles.[].RoleName', 'Roles.[].AssumeRolePolicyDocument'],
    path: 'Roles.[].AssumeRolePolicyDocument',
    kind: 'trust',
    percentEncoded: true,
  },
  {
    label: 'iam get-instance-profile',
    when: ['InstanceProfile.InstanceProfileName', 'InstanceProfile.Roles'],
    path: 'InstanceProfile.Roles.[].AssumeRolePolicyDocument',
    kind: 'trust',
    percentEncoded: true,
  },
  {
    label: 'iam list-instance-profiles',
    when: ['InstanceProfiles.[].InstanceProfileName', 'InstanceProfiles.[].Roles'],
    path: 'InstanceProfiles.[].Roles.[].AssumeRolePolicyDocument',
    kind: 'trust',
    percentEncoded: true,
  },
  {
    // A role by itself, such as one item of list-roles, is read in the same way.
    label: 'iam create-role (input)',
    when: ['RoleName', 'AssumeRolePolicyDocument'],
    path: 'AssumeRolePolicyDocument',
    kind: 'trust',
    percentEncoded: true,
  },
  {
    label: 'iam update-assume-role-policy (input)',
    when: ['RoleName', 'PolicyDocument'],
    unless: ['PolicyName'],
    path: 'PolicyDocument',
    kind: 'trust',
  },
  {
    label: 'iam get-role-policy, put-role-policy (input)',
    when: ['RoleName', 'PolicyName', 'PolicyDocument'],
    path: 'PolicyDocument',
    kind: 'identity',
    percentEncoded: true,
  },
  {
    label: 'iam get-user-policy, put-user-policy (input)',
    when: ['UserName', 'PolicyName', 'PolicyDocument'],
    path: 'PolicyDocument',
    kind: 'identity',
    percentEncoded: true,
  },
  {
    label: 'iam get-group-policy, put-group-policy (input)',
    when: ['GroupName', 'PolicyName', 'PolicyDocument'],
    path: 'PolicyDocument',
    kind: 'identity',
    percentEncoded: true,
  },
  {
    label: 'iam create-policy (input)',
    when: ['PolicyName', 'PolicyDocument'],
    unless: ['RoleName', 'UserName', 'GroupName'],
    path: 'PolicyDocument',
    kind: 'identity',
  },
  {
    label: 'iam create-policy-version (input)',
    when: ['PolicyArn', 'PolicyDocument'],
    path: 'PolicyDocument',
    kind: 'identity',
  },
  {
    label: 'iam get-policy-version',
    when: ['PolicyVersion.VersionId', 'PolicyVersion.Document'],
    path: 'PolicyVersion.Document',
    kind: 'identity',
    percentEncoded: true,
  },
  {
    // The shape allows a document in each version, the operation itself leaves it out.
    label: 'iam list-policy-versions',
    when: ['Versions.[].VersionId', 'Versions.[].Document'],
    path: 'Versions.[].Document',
    kind: 'identity',
    percentEncoded: true,
  },
  {
    label: 'iam get-account-authorization-details',
    when: ['RoleDetailList.[].RoleName'],
    path: 'RoleDetailList.[].AssumeRolePolicyDocument',
    kind: 'trust',
    percentEncoded: true,
  },
  {
    label: 'iam get-account-authorization-details',
    when: ['RoleDetailList.[].RoleName'],
    path: 'RoleDetailList.[].RolePolicyList.[].PolicyDocument',
    kind: 'identity',
    percentEncoded: true,
  },
  {
    label: 'iam get-account-authorization-details',
    when: ['UserDetailList.[].UserName'],
    path: 'UserDetailList.[].UserPolicyList.[].PolicyDocument',
    kind: 'identity',
    percentEncoded: true,
  },
  {
    label: 'iam get-account-authorization-details',
    when: ['GroupDetailList.[].GroupName'],
    path: 'GroupDetailList.[].GroupPolicyList.[].PolicyDocument',
    kind: 'identity',
    percentEncoded: true,
  },
  {
    label: 'iam get-account-authorization-details',
    when: ['Policies.[].PolicyName', 'Policies.[].PolicyVersionList'],
    path: 'Policies.[].PolicyVersionList.[].Document',
    kind: 'identity',
    percentEncoded: true,
  },
  {
    label: 'a trust policy under its property name alone',
    when: ['AssumeRolePolicyDocument'],
    only: ['AssumeRolePolicyDocument'],
    path: 'AssumeRolePolicyDocument',
    kind: 'trust',
  },
  {
    label: 'a policy under its property name alone',
    when: ['PolicyDocument'],
    only: ['PolicyDocument'],
    path: 'PolicyDocument',
    kind: 'by-content',
  },
];

const STS_ROWS: readonly PolicyWrapperRow[] = [
  {
    label: 'sts assume-role, assume-role-with-web-identity (input)',
    when: ['RoleArn', 'RoleSessionName', 'Policy'],
    path: 'Policy',
    kind: 'session',
  },
  {
    label: 'sts assume-role-with-saml (input)',
    when: ['RoleArn', 'PrincipalArn', 'SAMLAssertion', 'Policy'],
    path: 'Policy',
    kind: 'session',
  },
  {
    label: 'sts get-federation-token (input)',
    when: ['Name', 'Policy'],
    only: ['Name', 'Policy', 'PolicyArns', 'DurationSeconds', 'Tags'],
    path: 'Policy',
    kind: 'session',
  },
];

const ORGANIZATION_ROWS: readonly PolicyWrapperRow[] = [
  {
    label: 'organizations describe-policy, create-policy (output), update-policy (output)',
    when: ['Policy.PolicySummary.Type', 'Policy.Content'],
    path: 'Policy.Content',
    kind: 'by-type',
    typePath: 'Policy.PolicySummary.Type',
  },
  {
    label: 'organizations create-policy (input)',
    when: ['Content', 'Name', 'Type'],
    path: 'Content',
    kind: 'by-type',
    typePath: 'Type',
  },
  {
    label: 'organizations update-policy (input)',
    when: ['PolicyId', 'Content'],
    path: 'Content',
    kind: 'by-content',
  },
  {
    label: 'organizations describe-resource-policy',
    when: ['ResourcePolicy.ResourcePolicySummary', 'ResourcePolicy.Content'],
    path: 'ResourcePolicy.Content',
    kind: 'resource',
  },
  {
    label: 'organizations put-resource-policy (input)',
    when: ['Content'],
    only: ['Content', 'Tags'],
    path: 'Content',
    kind: 'resource',
  },
  {
    label: 'sso-admin get-inline-policy-for-permission-set, put-inline-policy-to-permission-set (input)',
    when: ['InlinePolicy'],
    only: ['InlinePolicy', 'InstanceArn', 'PermissionSetArn'],
    path: 'InlinePolicy',
    kind: 'identity',
  },
];

/** IAM, IAM Identity Center, STS and Organizations. */
export const identityWrapperRows: readonly PolicyWrapperRow[] = [...IAM_ROWS, ...STS_ROWS, ...ORGANIZATION_ROWS];
