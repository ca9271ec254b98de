import type { OtherCheck } from './linters.ts';

/** A group of checks of IAM Access Analyzer, as AWS names it. */
export interface CheckGroup {
  readonly group: 'Error' | 'Security Warning' | 'General Warning' | 'Suggestion';
  readonly checks: readonly OtherCheck[];
}

const fullLanguage =
  'Service control policies take the full policy language since September 2025, and AWS has taken this check back.';

const notAction =
  'The Service Authorization Reference does not have the tag keys of every action, and `NotAction` allows thousands: a finding would be wrong too often.';

const unlessAdministrator =
  'unless the statement lets its holder administer IAM anyway: then it is the statement as a whole that is wide';

/** Names as AWS writes them, with what Role Chain does not find of a check or why it has none. */
const details: Readonly<Record<string, Omit<OtherCheck, 'name'>>> = {
  'SCP syntax error action wildcard': {
    leftOut:
      'Service control policies take wildcards anywhere in the name of an action since September 2025, so that what this check says is no error any more.',
  },
  'Type mismatch string': {
    leftOut: 'AWS reads a number or a Boolean under a text operator as text, so that nothing is wrong with the policy.',
  },
  'Policy size exceeds resource policy quota': {
    leftOut: 'Every service has a quota of its own, and AWS lists them in no one place.',
  },
  'Variable usage too permissive': {
    leftOut:
      'AWS’s own policies say `"aws:ResourceAccount": "${aws:PrincipalAccount}"` hundreds of times, and mean it: a variable compares caller and resource, and only a wildcard in it lets others in.',
  },
  'Equivalent to null false': {
    leftOut: '`*` under `StringLike` is the usual way to ask that a key is there, and it does what it says.',
  },
  'Invalid date value': {
    leftOut: 'AWS documents dates in seconds since 1970 as well as in ISO 8601: what this check asks for is style.',
  },
  'Allow NotAction with unsupported tag condition key for service': { leftOut: notAction },
  'Deny NotAction with unsupported tag condition key for service': { leftOut: notAction },
  'Unsupported action in policy': { inPart: 'in trust policies and in those of buckets, topics and queues' },
  'Unsupported resource ARN in policy': {
    inPart: 'where an action of the policy of a bucket works on other resources',
  },
  'Invalid ARN resource': { inPart: 'where another form of the ARN is there, and in IAM' },
  'Invalid kms key value': { inPart: 'where the key holds an ARN' },
  'Equivalent to null true': { inPart: 'on keys that every request has' },
  'Redundant statement due to wildcard in condition': {
    inPart: 'where the condition always holds: that nothing hangs on it is said of the condition',
  },
  'Recommended condition key for service principal': { inPart: 'where the key is one that a caller can write' },
  'Unsupported condition key for service principal': {
    inPart: 'for the organization of the caller, which no service has',
  },
  'Restrict access to service principal': {
    inPart: 'for services that are known to send such a key',
  },
  'Wildcard in service name': { inPart: 'in actions' },
  'Pass role with star in action and NotResource': { inPart: unlessAdministrator },
  'Pass role with star in action and resource': { inPart: unlessAdministrator },
  'Pass role with NotAction and NotResource': { inPart: unlessAdministrator },
  'Pass role with star in resource and NotAction': { inPart: unlessAdministrator },
  'Create SLR with star in action and resource': { inPart: unlessAdministrator },
  'Create SLR with star in resource and NotAction': { inPart: unlessAdministrator },
};

const errors: readonly string[] = [
  'ARN account not allowed',
  'ARN Region not allowed',
  'Data type mismatch',
  'Duplicate keys with different case',
  'Invalid action',
  'Invalid ARN account',
  'Invalid ARN prefix',
  'Invalid ARN Region',
  'Invalid ARN resource',
  'Invalid ARN service case',
  'Invalid condition data type',
  'Invalid condition key format',
  'Invalid condition multiple Boolean',
  'Invalid condition operator',
  'Invalid effect',
  'Invalid global condition key',
  'Invalid partition',
  'Invalid policy element',
  'Invalid principal format',
  'Invalid principal key',
  'Invalid Region',
  'Invalid service',
  'Invalid service condition key',
  'Invalid service in action',
  'Invalid variable for operator',
  'Invalid version',
  'Json syntax error',
  'Missing action',
  'Missing ARN field',
  'Missing ARN Region',
  'Missing effect',
  'Missing principal',
  'Missing qualifier',
  'Missing resource',
  'Missing statement',
  'Null with if exists',
  'SCP syntax error action wildcard',
  'SCP syntax error principal',
  'Unique Sids required',
  'Unsupported action in policy',
  'Unsupported element combination',
  'Unsupported global condition key',
  'Unsupported principal',
  'Unsupported resource ARN in policy',
  'Unsupported Sid',
  'Unsupported wildcard in principal',
  'Missing brace in variable',
  'Missing quote in variable',
  'Unsupported space in variable',
  'Empty variable',
  'Variable unsupported in element',
  'Variable unsupported in version',
  'Private IP address',
  'Private NotIpAddress',
  'Policy size exceeds SCP quota',
  'Invalid service principal format',
  'Missing tag key in condition',
  'Invalid vpc format',
  'Invalid vpce format',
  'Federated principal not supported',
  'Unsupported action for condition key',
  'Unsupported condition key for service principal',
  'Role trust policy syntax error notprincipal',
  'Role trust policy unsupported wildcard in principal',
  'Role trust policy syntax error resource',
  'Missing action for condition key',
  'Invalid federated principal syntax in role trust policy',
  'Mismatched action for principal',
  'Missing action for roles anywhere trust policy',
  'Type mismatch IP range',
  'Policy size exceeds RCP quota',
  'RCP syntax error principal',
  'RCP syntax error allow',
  'RCP syntax error NotAction',
  'RCP syntax error action',
  'Missing ARN account',
  'Invalid kms key value',
  'Variable usage too permissive',
  'Wildcard usage too permissive',
];

const securityWarnings: readonly string[] = [
  'Allow with NotPrincipal',
  'ForAllValues with single valued key',
  'Pass role with NotResource',
  'Pass role with star in action and NotResource',
  'Pass role with NotAction and NotResource',
  'Pass role with star in resource',
  'Pass role with star in action and resource',
  'Pass role with star in resource and NotAction',
  'Missing paired condition keys',
  'Deny with unsupported tag condition key for service',
  'Deny NotAction with unsupported tag condition key for service',
  'Restrict access to service principal',
  'Missing condition key for oidc principal',
  'Missing github repo condition key',
  'Untrustworthy condition key',
  'String like operator with ARN condition keys',
  'DynamoDB attributes without select',
  'S3 prefix in negative context',
  'ForAnyValue with audience claim type',
];

const generalWarnings: readonly string[] = [
  'Create SLR with NotResource',
  'Create SLR with star in action and NotResource',
  'Create SLR with NotAction and NotResource',
  'Create SLR with star in resource',
  'Create SLR with star in action and resource',
  'Create SLR with star in resource and NotAction',
  'Deprecated global condition key',
  'Invalid date value',
  'Invalid role reference',
  'Invalid user reference',
  'Missing version',
  'Unique Sids recommended',
  'Wildcard without like operator',
  'Policy size exceeds identity policy quota',
  'Policy size exceeds resource policy quota',
  'Type mismatch',
  'Type mismatch Boolean',
  'Type mismatch date',
  'Type mismatch number',
  'Type mismatch string',
  'Specific github repo and branch recommended',
  'Policy size exceeds role trust policy quota',
  'RCP missing related principal condition key',
  'RCP missing related service principal condition key',
  'RCP missing service condition key null check',
  'Use condition key only with supported services',
];

const suggestions: readonly string[] = [
  'Empty array action',
  'Empty array condition',
  'Empty array condition ForAllValues',
  'Empty array condition ForAnyValue',
  'Empty array condition IfExists',
  'Empty array principal',
  'Empty array resource',
  'Empty object condition',
  'Empty object principal',
  'Empty Sid value',
  'Improve IP range',
  'Null with qualifier',
  'Private IP address subset',
  'Private NotIpAddress subset',
  'Redundant action',
  'Redundant condition value num',
  'Redundant resource',
  'Redundant statement',
  'Wildcard in service name',
  'Allow with unsupported tag condition key for service',
  'Allow NotAction with unsupported tag condition key for service',
  'Recommended condition key for service principal',
  'Irrelevant condition key in policy',
  'Redundant principal in role trust policy',
  'Confirm audience claim type',
  'Equivalent to null false',
  'Equivalent to null true',
  'Redundant key due to wildcard in condition',
  'Redundant statement due to wildcard in condition',
];

/** Checks that AWS had in 2023 and has no more. */
export const takenBack: readonly OtherCheck[] = [
  'SCP syntax error allow condition',
  'SCP syntax error allow NotAction',
  'SCP syntax error allow resource',
  'SCP syntax error NotResource',
].map((name) => ({ name, leftOut: fullLanguage }));

/**
 * Every check that ValidatePolicy has, by group, in the order of the page.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const accessAnalyzerChecks: readonly CheckGroup[] = [
  { group: 'Error', checks: errors.map(withDetails) },
  { group: 'Security Warning', checks: securityWarnings.map(withDetails) },
  { group: 'General Warning', checks: generalWarnings.map(withDetails) },
  { group: 'Suggestion', checks: suggestions.map(withDetails) },
];

function withDetails(name: string): OtherCheck {
  return { name, ...details[name] };
}
