import type { PolicyKind } from '../../../server/src/policy/kind.ts';

/** A policy that a check of IAM Access Analyzer is about. */
export interface CheckExample {
  readonly kind: PolicyKind;
  readonly text: string;
}

const version = '"Version": "2012-10-17"';
const read = '"Action": "s3:GetObject"';
const any = '"Resource": "*"';

function policy(kind: PolicyKind, statement: string, head = version): CheckExample {
  return { kind, text: `{ ${head}, "Statement": [{ ${statement} }] }` };
}

function identity(rest: string): CheckExample {
  return policy('identity', `"Effect": "Allow", ${rest}`);
}

function condition(operator: string, key: string, value: string): CheckExample {
  return identity(`${read}, ${any}, "Condition": { "${operator}": { "${key}": ${value} } }`);
}

function trust(principal: string, rest = '', action = '"sts:AssumeRole"'): CheckExample {
  return policy('trust', `"Effect": "Allow", "Principal": ${principal}, "Action": ${action}${rest}`);
}

function role(name: string): string {
  return `{ "AWS": "arn:aws:iam::111122223333:role/${name}" }`;
}

function oidc(host: string, rest = ''): CheckExample {
  const provider = `{ "Federated": "arn:aws:iam::111122223333:oidc-provider/${host}" }`;
  return trust(provider, rest, '"sts:AssumeRoleWithWebIdentity"');
}

/** A policy of more characters than the quota of any kind. */
function long(kind: PolicyKind): CheckExample {
  const resources = Array.from({ length: 600 }, (_, index) => `"arn:aws:s3:::example-bucket-${index}"`).join(', ');
  const principal = kind === 'rcp' ? '"Principal": "*", ' : '';
  return policy(kind, `"Effect": "Deny", ${principal}${read}, "Resource": [${resources}]`);
}

function longTrust(): CheckExample {
  const roles = Array.from({ length: 300 }, (_, index) => `"arn:aws:iam::111122223333:role/${index}"`).join(', ');
  return trust(`{ "AWS": [${roles}] }`);
}

const github = 'token.actions.githubusercontent.com';
const slr = 'iam:CreateServiceLinkedRole';
const bucket = '"Bucket": { "Type": "AWS::S3::Bucket" }';

/** All but the actions by which one gives oneself more rights. */
const notAdministration = `"NotAction": [${['A', 'CreateA', 'CreateL', 'CreateP', 'D', 'Put', 'S', 'U']
  .map((prefix) => `"iam:${prefix}*"`)
  .join(', ')}]`;

/** At least one for each check that a rule of ours answers; together they show every rule that does. */
export const accessAnalyzerExamples: Readonly<Record<string, readonly CheckExample[]>> = {
  'Json syntax error': [{ kind: 'identity', text: `{ ${version}, "Statement": [` }],
  'Duplicate keys with different case': [
    identity(
      `${read}, ${any}, "Condition": { "Bool": { "aws:SecureTransport": "true", "aws:securetransport": "true" } }`,
    ),
  ],
  'Invalid policy element': [identity(`${read}, ${any}, "Resources": "*"`)],
  'Invalid principal key': [trust('{ "Role": "arn:aws:iam::111122223333:role/Name" }')],
  'Unsupported principal': [identity(`${read}, ${any}, "Principal": "*"`)],
  'Unsupported element combination': [identity(`${read}, "NotAction": "s3:PutObject", ${any}`)],
  'SCP syntax error principal': [policy('scp', `"Effect": "Deny", "Principal": "*", ${read}, ${any}`)],
  'RCP syntax error NotAction': [
    policy('rcp', `"Effect": "Deny", "Principal": "*", "NotAction": "s3:GetObject", ${any}`),
  ],
  'Missing statement': [{ kind: 'identity', text: `{ ${version} }` }],
  'Missing effect': [policy('identity', `${read}, ${any}`)],
  'Missing action': [identity(any)],
  'Missing resource': [identity(read)],
  'Missing principal': [policy('resource', `"Effect": "Allow", ${read}, ${any}`)],
  'Data type mismatch': [{ kind: 'identity', text: `{ ${version}, "Statement": "none" }` }],
  'Empty array action': [identity(`"Action": [], ${any}`)],
  'Empty array resource': [identity(`${read}, "Resource": []`)],
  'Empty array principal': [trust('{ "AWS": [] }')],
  'Empty object principal': [trust('{}')],
  'Empty object condition': [identity(`${read}, ${any}, "Condition": {}`)],
  'Empty array condition': [condition('StringEquals', 'aws:PrincipalOrgID', '[]')],
  'Empty array condition ForAllValues': [condition('ForAllValues:StringEquals', 'aws:TagKeys', '[]')],
  'Empty array condition ForAnyValue': [condition('ForAnyValue:StringEquals', 'aws:TagKeys', '[]')],
  'Empty array condition IfExists': [condition('StringEqualsIfExists', 'aws:PrincipalOrgID', '[]')],
  'Invalid effect': [policy('identity', `"Effect": "Permit", ${read}, ${any}`)],
  'Invalid version': [policy('identity', `"Effect": "Allow", ${read}, ${any}`, '"Version": "2026-01-01"')],
  'Missing version': [{ kind: 'identity', text: `{ "Statement": [{ "Effect": "Allow", ${read}, ${any} }] }` }],
  'Unsupported Sid': [identity(`"Sid": "read-it", ${read}, ${any}`)],
  'Empty Sid value': [identity(`"Sid": "", ${read}, ${any}`)],
  'Unique Sids required': [twice('identity', `"Sid": "A", "Effect": "Allow", ${read}, ${any}`)],
  'Unique Sids recommended': [twice('resource', `"Sid": "A", "Effect": "Allow", "Principal": "*", ${read}, ${any}`)],
  'Policy size exceeds SCP quota': [long('scp')],
  'Policy size exceeds RCP quota': [long('rcp')],
  'Policy size exceeds identity policy quota': [long('identity')],
  'Policy size exceeds role trust policy quota': [longTrust()],
  'Invalid action': [
    identity(`"Action": "GetObject", ${any}`),
    identity(`"Action": "s3:GetObjct", ${any}`),
    identity(`"Action": "s3:Fetch*", ${any}`),
  ],
  'Invalid service in action': [identity(`"Action": "dynamdb:GetItem", ${any}`)],
  'Invalid service': [
    identity(`"Action": "dynamdb:GetItem", ${any}`),
    condition('StringEquals', 'dynamdb:LeadingKeys', '"a"'),
  ],
  'Wildcard in service name': [identity(`"Action": "s*:GetObject", ${any}`)],
  'Invalid condition operator': [condition('StringEqual', 'aws:PrincipalOrgID', '"o-a1b2c3d4e5"')],
  'Null with if exists': [condition('NullIfExists', 'aws:PrincipalOrgID', '"true"')],
  'Invalid condition key format': [condition('StringEquals', 'SourceIp', '"a"')],
  'Invalid global condition key': [condition('StringEquals', 'aws:SourceAcount', '"111122223333"')],
  'Invalid service condition key': [condition('StringEquals', 's3:prefx', '"a"')],
  'Unsupported global condition key': [condition('ArnLike', 'aws:ARN', '"arn:aws:iam::111122223333:role/Name"')],
  'Unsupported action for condition key': [condition('StringEquals', 's3:prefix', '"a"')],
  'Missing tag key in condition': [condition('StringEquals', 'aws:ResourceTag', '"a"')],
  'Invalid condition multiple Boolean': [condition('Bool', 'aws:SecureTransport', '["true", "false"]')],
  'Invalid variable for operator': [condition('NumericEquals', 's3:max-keys', '"${aws:PrincipalTag/limit}"')],
  'Type mismatch Boolean': [condition('Bool', 'aws:SecureTransport', '"yes"')],
  'Type mismatch date': [condition('DateLessThan', 'aws:CurrentTime', '"tomorrow"')],
  'Type mismatch IP range': [condition('IpAddress', 'aws:SourceIp', '"203.0.113.0/40"')],
  'Type mismatch number': [condition('NumericLessThan', 'aws:MultiFactorAuthAge', '"an hour"')],
  'Missing qualifier': [
    condition('StringEquals', 'aws:TagKeys', '["a", "b"]'),
    condition('StringLike', 'aws:PrincipalOrgPaths', '"o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"'),
  ],
  'ForAllValues with single valued key': [
    condition('ForAllValues:StringEquals', 'aws:PrincipalOrgID', '"o-a1b2c3d4e5"'),
  ],
  'Wildcard without like operator': [
    condition('StringEquals', 'aws:userid', '"AROAEXAMPLEEXAMPLE123:*"'),
    condition('ForAnyValue:StringEquals', 'aws:PrincipalOrgPaths', '"o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"'),
    trust(
      '{ "Service": "lambda.amazonaws.com" }',
      ', "Condition": { "StringEquals": { "aws:SourceArn": "arn:aws:lambda:us-east-1:111122223333:function:*" } }',
    ),
  ],
  'Missing brace in variable': [identity(`${read}, "Resource": "arn:aws:s3:::bucket/\${aws:username"`)],
  'Missing quote in variable': [identity(`${read}, "Resource": "arn:aws:s3:::bucket/\${aws:username, 'none}"`)],
  'Unsupported space in variable': [identity(`${read}, "Resource": "arn:aws:s3:::bucket/\${ aws:username }"`)],
  'Empty variable': [identity(`${read}, "Resource": "arn:aws:s3:::bucket/\${}"`)],
  'Variable unsupported in element': [identity(`"Action": "s3:\${aws:username}", ${any}`)],
  'Variable unsupported in version': [
    policy(
      'identity',
      `"Effect": "Allow", ${read}, "Resource": "arn:aws:s3:::bucket/\${aws:username}"`,
      '"Version": "2008-10-17"',
    ),
  ],
  'Private IP address': [condition('IpAddress', 'aws:SourceIp', '"10.0.0.0/8"')],
  'Private NotIpAddress': [condition('NotIpAddress', 'aws:SourceIp', '"10.0.0.0/8"')],
  'Private IP address subset': [condition('IpAddress', 'aws:SourceIp', '["10.0.0.0/8", "203.0.113.0/24"]')],
  'Private NotIpAddress subset': [condition('NotIpAddress', 'aws:SourceIp', '["10.0.0.0/8", "203.0.113.0/24"]')],
  'Improve IP range': [condition('IpAddress', 'aws:SourceIp', '"203.0.113.7/24"')],
  'Invalid principal format': [trust('{ "AWS": "Name" }'), trustTemplate()],
  'Invalid service principal format': [trust('{ "Service": "lambda" }')],
  'Invalid role reference': [trust('{ "AWS": "AROAEXAMPLEEXAMPLE123" }')],
  'Invalid user reference': [trust('{ "AWS": "AIDAEXAMPLEEXAMPLE123" }')],
  'Unsupported wildcard in principal': [
    trust(role('Name*')),
    policy('resource', `"Effect": "Allow", "Principal": ${role('Name*')}, ${read}, ${any}`),
  ],
  'Allow with NotPrincipal': [
    policy('resource', `"Effect": "Allow", "NotPrincipal": ${role('Name')}, ${read}, ${any}`),
    policy('trust', `"Effect": "Allow", "NotPrincipal": ${role('Name')}, "Action": "sts:AssumeRole"`),
  ],
  'Role trust policy syntax error notprincipal': [
    policy('trust', `"Effect": "Allow", "NotPrincipal": ${role('Name')}, "Action": "sts:AssumeRole"`),
  ],
  'Role trust policy syntax error resource': [trust(role('Name'), `, ${any}`)],
  'Role trust policy unsupported wildcard in principal': [trust('"*"'), trust(role('*'))],
  'Mismatched action for principal': [trust(role('Name'), '', '"sts:AssumeRoleWithSAML"')],
  'Unsupported action in policy': [trust(role('Name'), '', '"s3:GetObject"'), bucketPolicy('"sqs:SendMessage"', '"*"')],
  'Restrict access to service principal': [
    trust('{ "Service": "states.amazonaws.com" }'),
    policy(
      'resource',
      '"Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111122223333:Name"',
    ),
  ],
  'Missing condition key for oidc principal': [oidc('oidc.example.com')],
  'Missing github repo condition key': [
    oidc(github, `, "Condition": { "StringEquals": { "${github}:aud": "sts.amazonaws.com" } }`),
  ],
  'Specific github repo and branch recommended': [
    oidc(github, `, "Condition": { "StringLike": { "${github}:sub": "repo:example/*" } }`),
  ],
  'Missing action for roles anywhere trust policy': [trust('{ "Service": "rolesanywhere.amazonaws.com" }')],
  'Pass role with NotResource': [identity(`"Action": "iam:PassRole", ${notRole()}`)],
  'Pass role with star in action and NotResource': [identity(`"Action": "iam:Pass*", ${notRole()}`)],
  'Pass role with NotAction and NotResource': [identity(`${notAdministration}, ${notRole()}`)],
  'Pass role with star in resource': [identity(`"Action": "iam:PassRole", ${any}`)],
  'Pass role with star in action and resource': [identity(`"Action": "iam:Pass*", ${any}`)],
  'Pass role with star in resource and NotAction': [identity(`${notAdministration}, ${any}`)],
  'Create SLR with NotResource': [identity(`"Action": "${slr}", ${notRole()}`)],
  'Create SLR with star in action and NotResource': [identity(`"Action": "iam:CreateService*", ${notRole()}`)],
  'Create SLR with NotAction and NotResource': [identity(`"NotAction": "s3:*", ${notRole()}`)],
  'Create SLR with star in resource': [identity(`"Action": "${slr}", ${any}`)],
  'Create SLR with star in action and resource': [identity(`"Action": "iam:CreateService*", ${any}`)],
  'Create SLR with star in resource and NotAction': [identity(`${notAdministration}, ${any}`)],
  'ARN account not allowed': [arn('arn:aws:s3::111122223333:example-bucket/*')],
  'ARN Region not allowed': [arn('arn:aws:iam:us-east-1:111122223333:role/Name', 'iam:GetRole')],
  'Invalid ARN account': [arn('arn:aws:sqs:us-east-1:1111:Name', 'sqs:SendMessage')],
  'Invalid ARN prefix': [arn('example-bucket'), template('{ "Ref": "Bucket" }')],
  'Invalid ARN Region': [arn('arn:aws:sqs:us-est-1:111122223333:Name', 'sqs:SendMessage')],
  'Invalid ARN resource': [arn('arn:aws:iam::111122223333:Name', 'iam:GetRole')],
  'Invalid ARN service case': [arn('arn:aws:S3:::example-bucket/*')],
  'Invalid partition': [arn('arn:asw:s3:::example-bucket/*')],
  'Invalid Region': [arn('arn:aws:sqs:us-east-1a:111122223333:Name', 'sqs:SendMessage')],
  'Missing ARN field': [arn('arn:aws:s3:::'), arn('arn:aws:s3')],
  'Missing ARN Region': [arn('arn:aws:sqs::111122223333:Name', 'sqs:SendMessage')],
  'Missing ARN account': [arn('arn:aws:sqs:us-east-1::Name', 'sqs:SendMessage')],
  'Unsupported resource ARN in policy': [bucketPolicy('"s3:GetObject"', '"arn:aws:s3:::example-bucket"')],
  'Redundant action': [identity(`"Action": ["s3:GetObject", "s3:Get*"], ${any}`)],
  'Redundant resource': [
    identity(`${read}, "Resource": ["arn:aws:s3:::example-bucket/*", "arn:aws:s3:::example-bucket/a"]`),
  ],
  'Redundant statement': [twice('identity', `"Effect": "Allow", ${read}, ${any}`)],
  'Wildcard usage too permissive': [condition('StringLike', 'aws:PrincipalOrgID', '"o-*"')],
  'Invalid vpc format': [condition('StringEquals', 'aws:SourceVpc', '"vpce-0123456789abcdef0"')],
  'Invalid vpce format': [condition('StringEquals', 'aws:SourceVpce', '"vpc-0123456789abcdef0"')],
  'Invalid kms key value': [
    identity(
      `"Action": "s3:PutObject", ${any}, "Condition": { "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "alias/example" } }`,
    ),
  ],
  'Type mismatch': [
    condition('StringEquals', 'aws:SourceIp', '"203.0.113.0/24"'),
    condition('ArnLike', 'aws:PrincipalAccount', '"111122223333"'),
  ],
  'Invalid condition data type': [condition('Bool', 'aws:PrincipalAccount', '"true"')],
  'S3 prefix in negative context': [
    policy(
      'identity',
      `"Effect": "Deny", "Action": "s3:ListBucket", ${any}, "Condition": { "StringEquals": { "s3:prefix": "secret/" } }`,
    ),
  ],
  'DynamoDB attributes without select': [
    identity(
      `"Action": "dynamodb:Query", ${any}, "Condition": { "ForAllValues:StringEquals": { "dynamodb:Attributes": "id" } }`,
    ),
  ],
  'Missing paired condition keys': [condition('IpAddress', 'aws:VpcSourceIp', '"10.0.0.0/8"')],
  'ForAnyValue with audience claim type': [
    oidc(
      'oidc.example.com',
      ', "Condition": { "ForAnyValue:StringEquals": { "oidc.example.com:aud": "sts.amazonaws.com" } }',
    ),
  ],
  'Confirm audience claim type': [
    oidc(
      'oidc.example.com',
      ', "Condition": { "ForAllValues:StringEquals": { "oidc.example.com:aud": "sts.amazonaws.com" } }',
    ),
  ],
  'String like operator with ARN condition keys': [
    condition('StringLike', 'aws:PrincipalArn', '"arn:aws:iam::*:role/Name"'),
  ],
  'Untrustworthy condition key': [condition('StringLike', 'aws:referer', '"https://example.com/*"')],
  'Recommended condition key for service principal': [
    trust('{ "Service": "states.amazonaws.com" }', ', "Condition": { "StringLike": { "aws:UserAgent": "example*" } }'),
  ],
  'Irrelevant condition key in policy': [
    trust(role('Name'), ', "Condition": { "StringEquals": { "aws:ResourceAccount": "111122223333" } }'),
  ],
  'Null with qualifier': [condition('ForAllValues:Null', 'aws:TagKeys', '"true"')],
  'Redundant key due to wildcard in condition': [condition('StringLikeIfExists', 'aws:PrincipalTag/team', '"*"')],
  'Redundant statement due to wildcard in condition': [condition('StringLike', 'aws:RequestedRegion', '"*"')],
  'Equivalent to null true': [condition('StringNotLike', 'aws:RequestedRegion', '"*"')],
  'Redundant condition value num': [condition('NumericLessThan', 'aws:MultiFactorAuthAge', '["300", "3600"]')],
  'Missing action for condition key': [condition('StringEquals', 's3:prefix', '"a"')],
  'Allow with unsupported tag condition key for service': [condition('StringEquals', 'aws:RequestTag/team', '"a"')],
  'Deny with unsupported tag condition key for service': [
    policy(
      'identity',
      `"Effect": "Deny", ${read}, ${any}, "Condition": { "StringEquals": { "aws:RequestTag/team": "a" } }`,
    ),
  ],
  'Use condition key only with supported services': [
    identity(`"Action": "sns:Publish", ${any}, "Condition": { "StringEquals": { "aws:VpceOrgID": "o-a1b2c3d4e5" } }`),
  ],
  'Deprecated global condition key': [condition('ArnLike', 'aws:ARN', '"arn:aws:iam::111122223333:role/Name"')],
  'Federated principal not supported': [
    policy(
      'resource',
      `"Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, ${read}, ${any}`,
    ),
  ],
  'Invalid federated principal syntax in role trust policy': [
    trust('{ "Federated": "Name" }', '', '"sts:AssumeRoleWithSAML"'),
  ],
  'Redundant principal in role trust policy': [
    trust('{ "AWS": ["arn:aws:iam::111122223333:role/Name", "arn:aws:sts::111122223333:assumed-role/Name/session"] }'),
  ],
  'Unsupported condition key for service principal': [
    policy(
      'resource',
      `"Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:PutObject", ${any}, "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }`,
    ),
  ],
  'RCP syntax error principal': [
    policy('rcp', `"Effect": "Deny", "Principal": { "AWS": "111122223333" }, ${read}, ${any}`),
  ],
  'RCP syntax error allow': [policy('rcp', `"Effect": "Allow", "Principal": "*", ${read}, ${any}`)],
  'RCP syntax error action': [policy('rcp', `"Effect": "Deny", "Principal": "*", "Action": "*", ${any}`)],
  'RCP missing related principal condition key': [rcp('"StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }')],
  'RCP missing related service principal condition key': [
    rcp('"StringNotEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" }'),
  ],
  'RCP missing service condition key null check': [
    rcp('"StringNotEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" }, "Bool": { "aws:PrincipalIsAWSService": "true" }'),
  ],
};

function arn(resource: string, action = 's3:GetObject'): CheckExample {
  return identity(`"Action": "${action}", "Resource": "${resource}"`);
}

function rcp(conditions: string): CheckExample {
  return policy('rcp', `"Effect": "Deny", "Principal": "*", ${read}, ${any}, "Condition": { ${conditions} }`);
}

function bucketPolicy(action: string, resource: string): CheckExample {
  const document = `{ ${version}, "Statement": { "Effect": "Deny", "Principal": "*", "Action": ${action}, "Resource": ${resource} } }`;
  const properties = `{ "Bucket": { "Ref": "Bucket" }, "PolicyDocument": ${document} }`;
  return inTemplate(
    'resource',
    `${bucket}, "Policy": { "Type": "AWS::S3::BucketPolicy", "Properties": ${properties} }`,
  );
}

/** What `Ref` gives is known to Access Analyzer once the stack is there. */
function template(resource: string): CheckExample {
  const document = `{ ${version}, "Statement": { "Effect": "Allow", ${read}, "Resource": ${resource} } }`;
  const managed = `{ "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": ${document} } }`;
  return inTemplate('identity', `${bucket}, "Policy": ${managed}`);
}

function trustTemplate(): CheckExample {
  const document = trust('{ "AWS": { "Ref": "Other" } }').text;
  const properties = `{ "AssumeRolePolicyDocument": ${document} }`;
  const other = `{ "AssumeRolePolicyDocument": ${trust(role('Name')).text} }`;
  return inTemplate(
    'trust',
    `"Role": { "Type": "AWS::IAM::Role", "Properties": ${properties} }, "Other": { "Type": "AWS::IAM::Role", "Properties": ${other} }`,
  );
}

function inTemplate(kind: PolicyKind, resources: string): CheckExample {
  return { kind, text: `{ "Resources": { ${resources} } }` };
}

function notRole(): string {
  return '"NotResource": "arn:aws:iam::111122223333:role/Name"';
}

function twice(kind: PolicyKind, statement: string): CheckExample {
  return { kind, text: `{ ${version}, "Statement": [{ ${statement} }, { ${statement} }] }` };
}
