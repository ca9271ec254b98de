import type { OtherNames } from './linters.ts';

/** Of the rules on conditions, and on organization paths in them: see `names-of-rules.ts`. */
export const conditionNames: Readonly<Record<string, OtherNames>> = {
  // Conditions
  'unknown-condition-operator': {
    accessAnalyzer: ['Invalid condition operator', 'Null with if exists'],
    parliament: ['UNKNOWN_OPERATOR'],
    cfnLint: ['E3510', 'E3512', 'E3530'],
    boogy: ['condition_type_mismatch'],
  },
  'unknown-condition-key': {
    accessAnalyzer: [
      'Invalid condition key format',
      'Invalid global condition key',
      'Invalid service condition key',
      'Invalid service',
      'Unsupported global condition key',
      'Deprecated global condition key',
    ],
    parliament: ['UNKNOWN_CONDITION_FOR_ACTION'],
    boogy: ['condition_key_validation'],
  },
  'condition-key-never-present': {
    accessAnalyzer: [
      'Unsupported action for condition key',
      'Missing action for condition key',
      'Allow with unsupported tag condition key for service',
      'Deny with unsupported tag condition key for service',
      'Use condition key only with supported services',
    ],
    parliament: ['UNKNOWN_CONDITION_FOR_ACTION'],
    boogy: ['condition_key_validation'],
  },
  'condition-tag-key-missing': { accessAnalyzer: ['Missing tag key in condition'] },
  'invalid-condition-value': {
    accessAnalyzer: [
      'Invalid condition multiple Boolean',
      'Invalid variable for operator',
      'Type mismatch Boolean',
      'Type mismatch date',
      'Type mismatch IP range',
      'Type mismatch number',
    ],
    parliament: ['MISMATCHED_TYPE', 'MISMATCHED_TYPE_OPERATION_TO_NULL'],
    boogy: ['condition_type_mismatch'],
  },
  'impossible-condition-value': {
    accessAnalyzer: ['Invalid vpc format', 'Invalid vpce format', 'Invalid kms key value', 'Type mismatch'],
    parliament: ['MISMATCHED_TYPE'],
    boogy: ['condition_type_mismatch'],
  },
  'condition-type-mismatch': {
    accessAnalyzer: ['Type mismatch', 'Invalid condition data type'],
    parliament: ['MISMATCHED_TYPE'],
    boogy: ['condition_type_mismatch'],
  },
  'constant-condition': {
    accessAnalyzer: [
      'Null with qualifier',
      'Redundant key due to wildcard in condition',
      'Redundant statement due to wildcard in condition',
      'Equivalent to null true',
    ],
  },
  'redundant-condition-value': { accessAnalyzer: ['Redundant condition value num'] },
  'multivalued-key-without-set-operator': { accessAnalyzer: ['Missing qualifier'] },
  'for-all-values-without-key': {
    accessAnalyzer: ['ForAllValues with single valued key'],
    parliament: ['SINGLE_VALUE_CONDITION_TOO_PERMISSIVE'],
    boogy: ['set_operator_validation'],
  },
  'wildcard-with-exact-operator': { accessAnalyzer: ['Wildcard without like operator'] },
  'malformed-variable': {
    accessAnalyzer: [
      'Missing brace in variable',
      'Missing quote in variable',
      'Unsupported space in variable',
      'Empty variable',
      'Variable unsupported in element',
    ],
  },
  'variable-without-version': {
    accessAnalyzer: ['Variable unsupported in version'],
    parliament: ['OLD_VERSION'],
    cfnLint: ['W2511'],
    boogy: ['policy_structure'],
  },
  'wildcard-in-sensitive-key': { accessAnalyzer: ['Wildcard usage too permissive'] },
  'arn-wildcard-crosses-fields': {
    accessAnalyzer: ['String like operator with ARN condition keys'],
    parliament: ['MISMATCHED_TYPE_BUT_USABLE'],
    boogy: ['condition_type_mismatch'],
  },
  'if-exists-without-key': { boogy: ['ifexists_condition_usage'] },
  'forgeable-condition-key': {
    accessAnalyzer: ['Untrustworthy condition key', 'Recommended condition key for service principal'],
  },
  'resource-key-in-resource-policy': { accessAnalyzer: ['Irrelevant condition key in policy'] },
  'private-source-ip': {
    accessAnalyzer: [
      'Private IP address',
      'Private NotIpAddress',
      'Private IP address subset',
      'Private NotIpAddress subset',
    ],
  },
  'private-address-without-vpc': { accessAnalyzer: ['Missing paired condition keys'] },
  'cidr-host-bits': { accessAnalyzer: ['Improve IP range'] },
  'dynamodb-attributes-without-select': { accessAnalyzer: ['DynamoDB attributes without select'] },
  'prefix-in-negative-context': { accessAnalyzer: ['S3 prefix in negative context'] },
  'mfa-not-enforced': { parliament: ['BAD_PATTERN_FOR_MFA'], boogy: ['mfa_condition_antipattern'] },

  // The organization
  'org-path-malformed': {},
  'org-path-needs-set-operator': { accessAnalyzer: ['Missing qualifier'] },
  'org-path-for-all-values': { boogy: ['set_operator_validation'] },
  'org-path-wildcard-never-matches': { accessAnalyzer: ['Wildcard without like operator'] },
  'org-path-missing-slash': {},
  'org-path-double-wildcard': {},
  'org-path-any-organization': {},
  'org-path-unknown': {},
  'org-path-broken': {},
  'account-unknown': {},
};
