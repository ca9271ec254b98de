import type { OtherNames } from './linters.ts';

/** Of the rules on principals, trust policies and on what is allowed: see `names-of-rules.ts`. */
export const accessNames: Readonly<Record<string, OtherNames>> = {
  // Principals and trust policies
  'invalid-principal': {
    accessAnalyzer: [
      'Invalid principal format',
      'Invalid service principal format',
      'Invalid role reference',
      'Invalid user reference',
      'Federated principal not supported',
      'Invalid federated principal syntax in role trust policy',
      'Unsupported wildcard in principal',
    ],
    parliament: ['UNKNOWN_PRINCIPAL', 'UNKNOWN_FEDERATION_SOURCE'],
    cfnLint: ['E3512', 'E3530'],
    boogy: ['principal_validation'],
  },
  'allow-with-not-principal': {
    accessAnalyzer: ['Allow with NotPrincipal'],
    parliament: ['NOTPRINCIPAL_WITH_ALLOW'],
    cfnNag: ['F7', 'F8', 'F9'],
    boogy: ['not_principal_validation'],
    guard: [
      's3_bucketpolicy_no_allow_plus_notprincipal',
      'sns_topicpolicy_no_allow_plus_notprincipal',
      'sqs_queuepolicy_no_allow_plus_notprincipal',
    ],
  },
  'trust-has-resource': {
    accessAnalyzer: ['Role trust policy syntax error resource'],
    cfnLint: ['E3530'],
    boogy: ['policy_type_validation'],
  },
  'trust-not-principal': {
    accessAnalyzer: ['Role trust policy syntax error notprincipal', 'Allow with NotPrincipal'],
    parliament: ['NOTPRINCIPAL_WITH_ALLOW'],
    cfnNag: ['F6'],
    boogy: ['not_principal_validation'],
    guard: ['iam_role_no_allow_plus_not_principal'],
  },
  'trust-wildcard-in-principal': {
    accessAnalyzer: ['Unsupported wildcard in principal', 'Role trust policy unsupported wildcard in principal'],
    cfnLint: ['E3530'],
    boogy: ['principal_validation'],
  },
  'trust-any-principal': {
    accessAnalyzer: ['Role trust policy unsupported wildcard in principal'],
    checkov: ['CKV_AWS_60'],
    boogy: ['principal_validation'],
  },
  'trust-whole-account': { checkov: ['CKV_AWS_61'] },
  'trust-redundant-session': { accessAnalyzer: ['Redundant principal in role trust policy'] },
  'third-party-without-external-id': { cloudsplaining: ['--flag-trust-policies'] },
  'trust-action-mismatch': {
    accessAnalyzer: ['Mismatched action for principal', 'Unsupported action in policy'],
    boogy: ['trust_policy_validation'],
  },
  'trust-missing-source-arn': {
    accessAnalyzer: ['Restrict access to service principal'],
    boogy: ['trust_policy_validation'],
    prowler: [
      'iam_role_cross_service_confused_deputy_prevention',
      'iam_role_service_trust_restricts_source_to_account',
    ],
  },
  'trust-source-account-only': {},
  'source-arn-too-broad': { prowler: ['iam_role_service_trust_restricts_source_to_account'] },
  'source-arn-wrong-service': {},
  'source-arn-wildcard-never-matches': { accessAnalyzer: ['Wildcard without like operator'] },
  'oidc-any-caller': {
    accessAnalyzer: ['Missing condition key for oidc principal', 'Missing github repo condition key'],
    checkov: ['CKV_AWS_358'],
    boogy: ['trust_policy_validation'],
    prowler: ['iam_role_github_oidc_trust_subject_restricted'],
  },
  'oidc-subject-too-broad': {},
  'audience-with-set-operator': {
    accessAnalyzer: ['ForAnyValue with audience claim type', 'Confirm audience claim type'],
    boogy: ['set_operator_validation'],
  },
  'cognito-guest-users': {},
  'github-subject-too-broad': {
    accessAnalyzer: ['Specific github repo and branch recommended'],
    checkov: ['CKV_AWS_358'],
    prowler: ['iam_role_github_oidc_trust_subject_restricted'],
  },
  'saml-any-audience': { boogy: ['trust_policy_validation'] },
  'roles-anywhere-missing-action': { accessAnalyzer: ['Missing action for roles anywhere trust policy'] },
  'function-name-near-miss': {},

  // Policies of resources, of endpoints, and resource control policies
  'resource-any-principal': {
    cfnNag: ['F16', 'F18', 'F21', 'F76'],
    checkov: ['CKV_AWS_32', 'CKV_AWS_33', 'CKV_AWS_70', 'CKV_AWS_168', 'CKV_AWS_169', 'CKV_AWS_283'],
    boogy: ['principal_validation'],
    guard: [
      's3_bucket_policy_no_wildcard_principal',
      'sns_topicpolicy_no_wildcard_principal',
      'sqs_queuepolicy_no_wildcard_principal',
    ],
  },
  'resource-missing-source-arn': {
    accessAnalyzer: ['Restrict access to service principal'],
    boogy: ['principal_validation'],
  },
  'service-with-unsent-key': { accessAnalyzer: ['Unsupported condition key for service principal'] },
  'gateway-endpoint-principal': {},
  'rcp-unsupported-statement': {
    accessAnalyzer: ['RCP syntax error allow', 'RCP syntax error action'],
    boogy: ['policy_type_validation'],
  },
  'rcp-unguarded-condition': {
    accessAnalyzer: [
      'RCP missing related principal condition key',
      'RCP missing related service principal condition key',
      'RCP missing service condition key null check',
    ],
    boogy: ['rcp_best_practices'],
  },

  // What is allowed
  'allow-everything': {
    cfnNag: ['F3', 'F4', 'F5'],
    parliament: ['RESOURCE_EFFECTIVELY_STAR'],
    checkov: ['CKV_AWS_1', 'CKV_AWS_49', 'CKV_AWS_62', 'CKV_AWS_63'],
    boogy: ['full_wildcard', 'wildcard_action'],
    prowler: [
      'iam_customer_attached_policy_no_administrative_privileges',
      'iam_customer_unattached_policy_no_administrative_privileges',
      'iam_inline_policy_no_administrative_privileges',
    ],
    guard: ['iam_policy_no_statements_with_admin_access'],
  },
  'allow-not-action': {
    accessAnalyzer: ['Create SLR with NotAction and NotResource'],
    cfnNag: ['W14', 'W15', 'W16', 'W17', 'W18', 'W19', 'W20'],
    boogy: ['not_action_not_resource'],
    guard: [
      'iam_role_no_allow_plus_not_action_on_trust_policy',
      'iam_role_or_policy_no_allow_plus_not_action',
      's3_bucket_policy_no_allow_plus_not_action',
      'sns_topicpolicy_no_allow_plus_not_action',
      'sqs_queuepolicy_no_allow_plus_not_action',
    ],
  },
  'allow-not-resource': {
    accessAnalyzer: ['Create SLR with NotResource', 'Create SLR with star in action and NotResource'],
    parliament: ['NOTRESOURCE_WITH_ALLOW'],
    cfnNag: ['W21', 'W22', 'W23'],
    boogy: ['not_action_not_resource'],
    guard: ['iam_role_or_policy_no_allow_plus_not_resource'],
  },
  'pass-role-any-role': {
    accessAnalyzer: [
      'Pass role with NotResource',
      'Pass role with star in action and NotResource',
      'Pass role with NotAction and NotResource',
      'Pass role with star in resource',
      'Pass role with star in action and resource',
      'Pass role with star in resource and NotAction',
    ],
    cfnNag: ['F38', 'F39', 'F40'],
    prowler: ['iam_policy_allows_passrole_without_condition'],
    guard: ['iam_policy_no_wildcard_resource_on_passrole', 'iam_role_no_wildcard_resource_on_passrole'],
  },
  'administrator-access-attached': {
    cfnNag: ['W43', 'W44'],
    checkov: ['CKV_AWS_274', 'CKV_AWS_275'],
    prowler: ['iam_role_administratoraccess_policy'],
    guard: ['iam_role_administrator_access_policy_rule', 'iam_role_elevated_managed_policy_rule'],
  },
  'privilege-escalation': {
    parliament: ['PRIVILEGE_ESCALATION', 'PERMISSIONS_MANAGEMENT_ACTIONS'],
    checkov: ['CKV_AWS_109', 'CKV_AWS_110'],
    boogy: ['sensitive_action'],
    prowler: ['iam_policy_allows_privilege_escalation', 'iam_inline_policy_allows_privilege_escalation'],
    cloudsplaining: ['PrivilegeEscalation', 'ResourceExposure'],
  },
  'missing-dependent-action': {},
  'create-service-linked-role-any': {
    accessAnalyzer: [
      'Create SLR with star in resource',
      'Create SLR with star in action and resource',
      'Create SLR with star in resource and NotAction',
    ],
  },
  'assume-role-any-role': { prowler: ['iam_no_custom_policy_permissive_role_assumption'] },
  'assume-role-any-account': {},
  'assume-role-whole-organization': {},
  'assume-role-wildcard-name': {},
};
