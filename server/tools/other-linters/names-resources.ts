import type { OtherNames } from './linters.ts';

/** Of the rules on ARNs and resources, on whole templates, and on what is said twice: see `names-of-rules.ts`. */
export const resourceNames: Readonly<Record<string, OtherNames>> = {
  // ARNs and resources
  'invalid-arn': {
    accessAnalyzer: [
      'ARN account not allowed',
      'ARN Region not allowed',
      'Invalid ARN account',
      'Invalid ARN prefix',
      'Invalid ARN Region',
      'Invalid ARN service case',
      'Invalid partition',
      'Invalid Region',
      'Missing ARN field',
      'Missing ARN Region',
      'Missing ARN account',
    ],
    parliament: ['INVALID_ARN'],
    cfnLint: ['E3510', 'E3514'],
    boogy: ['resource_validation'],
  },
  'arn-matches-nothing': { accessAnalyzer: ['Invalid ARN resource'] },
  'action-resource-mismatch': {
    accessAnalyzer: ['Unsupported resource ARN in policy'],
    parliament: ['RESOURCE_MISMATCH'],
    cfnLint: ['I3510'],
    boogy: ['action_resource_matching'],
  },
  'resource-policy-foreign-action': { accessAnalyzer: ['Unsupported action in policy'] },

  // Templates, roles and stack sets
  'iam-variable-in-sub': {},
  'forgotten-sub': {},
  'ref-gives-name-not-arn': { accessAnalyzer: ['Invalid ARN prefix', 'Invalid principal format'] },
  'arn-without-path': { cfnLint: ['E3050'] },
  'role-beyond-quota': {},
  'named-iam-resource': {},
  'stack-set-missing-capability': {},
  'stack-set-name-in-many-regions': {},
  'stack-set-skips-management-account': {},

  // What is said twice
  'redundant-action': { accessAnalyzer: ['Redundant action'] },
  'redundant-resource': { accessAnalyzer: ['Redundant resource'] },
  'redundant-statement': { accessAnalyzer: ['Redundant statement'] },
};
