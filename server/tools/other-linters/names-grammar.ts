import type { OtherNames } from './linters.ts';

/** Of the rules on the text, on what policies are made of, and on actions: see `names-of-rules.ts`. */
export const grammarNames: Readonly<Record<string, OtherNames>> = {
  // The text, and what policies are made of
  'syntax-error': {
    accessAnalyzer: ['Json syntax error'],
    parliament: ['MALFORMED_JSON'],
    cfnLint: ['E0000'],
    boogy: ['policy_structure'],
  },
  'duplicate-key': { accessAnalyzer: ['Duplicate keys with different case'] },
  'unknown-element': {
    accessAnalyzer: [
      'Invalid policy element',
      'Invalid principal key',
      'Unsupported principal',
      'Unsupported element combination',
      'SCP syntax error principal',
      'RCP syntax error NotAction',
    ],
    parliament: ['MALFORMED', 'UNKNOWN_PRINCIPAL'],
    cfnLint: ['E3510', 'E3512', 'E3530'],
    boogy: ['policy_structure', 'policy_type_validation'],
  },
  'missing-element': {
    accessAnalyzer: ['Missing statement', 'Missing effect', 'Missing action', 'Missing resource', 'Missing principal'],
    parliament: ['MALFORMED'],
    cfnLint: ['E3510', 'E3512', 'E3530'],
    boogy: ['policy_structure', 'policy_type_validation'],
  },
  'wrong-type': {
    accessAnalyzer: ['Data type mismatch', 'RCP syntax error principal'],
    parliament: ['MALFORMED'],
    cfnLint: ['E3510', 'E3512', 'E3530'],
    boogy: ['policy_structure'],
  },
  'empty-element': {
    accessAnalyzer: [
      'Empty array action',
      'Empty array condition',
      'Empty array condition ForAllValues',
      'Empty array condition ForAnyValue',
      'Empty array condition IfExists',
      'Empty array principal',
      'Empty array resource',
      'Empty object condition',
      'Empty object principal',
    ],
    cfnLint: ['E3510', 'E3512', 'E3530'],
  },
  'limit-without-allow': {},
  'invalid-effect': {
    accessAnalyzer: ['Invalid effect'],
    parliament: ['MALFORMED'],
    cfnLint: ['E3510', 'E3512', 'E3530'],
    boogy: ['policy_structure'],
  },
  'invalid-version': {
    accessAnalyzer: ['Invalid version'],
    parliament: ['INVALID_VERSION'],
    cfnLint: ['E3510', 'E3512', 'E3530'],
    boogy: ['policy_structure'],
  },
  'missing-version': {
    accessAnalyzer: ['Missing version'],
    parliament: ['NO_VERSION'],
    boogy: ['policy_structure'],
  },
  'invalid-sid': {
    accessAnalyzer: ['Unsupported Sid', 'Empty Sid value'],
    parliament: ['INVALID_SID'],
    cfnLint: ['E3510'],
    boogy: ['sid_uniqueness'],
  },
  'duplicate-sid': {
    accessAnalyzer: ['Unique Sids required', 'Unique Sids recommended'],
    parliament: ['DUPLICATE_SID'],
    cfnLint: ['E3510', 'E3512'],
    boogy: ['sid_uniqueness'],
  },
  'policy-too-long': {
    accessAnalyzer: [
      'Policy size exceeds SCP quota',
      'Policy size exceeds RCP quota',
      'Policy size exceeds identity policy quota',
      'Policy size exceeds role trust policy quota',
    ],
    boogy: ['policy_size'],
  },
  'unquoted-account-id': {},
  'deceptive-character': {},
  'unfilled-placeholder': {},

  // Actions and services
  'malformed-action': {
    accessAnalyzer: ['Invalid action'],
    parliament: ['MALFORMED'],
    cfnLint: ['W3037'],
    boogy: ['action_validation'],
  },
  'unknown-service': {
    accessAnalyzer: ['Invalid service in action', 'Invalid service'],
    parliament: ['UNKNOWN_PREFIX'],
    cfnLint: ['W3037'],
    boogy: ['action_validation'],
  },
  'unknown-action': {
    accessAnalyzer: ['Invalid action'],
    parliament: ['UNKNOWN_ACTION'],
    cfnLint: ['W3037'],
    boogy: ['action_validation'],
  },
  'action-matches-nothing': {
    accessAnalyzer: ['Invalid action'],
    parliament: ['UNKNOWN_ACTION'],
    cfnLint: ['W3037'],
    boogy: ['action_validation'],
  },
  'wildcard-in-service': { accessAnalyzer: ['Wildcard in service name'] },
};
