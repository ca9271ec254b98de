import { ruleCases } from './support/rule-cases.ts';

const trust = (condition: string, principal = '{ "AWS": "arn:aws:iam::111122223333:root" }') =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole", "Condition": ${condition} }`;
const resource = (condition: string, principal = '"*"') =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": ${condition} }`;
const identity = (condition: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": ${condition} }`;
const others = {
  id: 'callers that send no external id',
  organization: 'callers that belong to no organization',
  network: 'requests that come through no VPC endpoint, such as those from the internet,',
};
const message = (operator: string, who: keyof typeof others, key: string, strict: string) =>
  `\`${operator}\` also lets in ${others[who]} since they have no \`${key}\`. Use \`${strict}\`.`;

ruleCases('if-exists-without-key', {
  kind: 'trust',
  cases: [
    {
      name: 'an external id',
      statement: trust('{ <|"StringEqualsIfExists"|>: { "sts:ExternalId": "example" } }'),
      finds: [
        {
          message: message('StringEqualsIfExists', 'id', 'sts:ExternalId', 'StringEquals'),
          fixes: [
            {
              title: 'Use StringEquals',
              applicability: 'suggestion',
              result: trust('{ "StringEquals": { "sts:ExternalId": "example" } }'),
            },
          ],
        },
      ],
    },
    {
      name: 'the organization of an account that is named',
      statement: trust('{ <|"StringEqualsIfExists"|>: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }'),
      finds: [
        {
          severity: 'info',
          message: message('StringEqualsIfExists', 'organization', 'aws:PrincipalOrgID', 'StringEquals'),
        },
      ],
    },
    {
      name: 'the organization of everyone, for a bucket',
      kind: 'resource',
      statement: resource('{ <|"ForAnyValue:StringLikeIfExists"|>: { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } }'),
      finds: [
        message('ForAnyValue:StringLikeIfExists', 'organization', 'aws:PrincipalOrgPaths', 'ForAnyValue:StringLike'),
      ],
    },
    {
      name: 'an endpoint',
      kind: 'identity',
      statement: identity('{ <|"StringEqualsIfExists"|>: { "aws:sourceVpce": "vpce-1a2b3c4d" } }'),
      finds: [message('StringEqualsIfExists', 'network', 'aws:sourceVpce', 'StringEquals')],
    },
    {
      name: 'an endpoint, or an address',
      kind: 'identity',
      statement: identity(
        '{ "StringEqualsIfExists": { "aws:SourceVpce": "vpce-1a2b3c4d" }, "IpAddressIfExists": { "aws:SourceIp": "203.0.113.0/24" } }',
      ),
    },
    {
      name: 'a role that is open to everyone has its own rule',
      statement: trust('{ "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }', '{ "AWS": "*" }'),
    },
    {
      name: 'the key is asked for',
      statement: trust(
        '{ "StringEqualsIfExists": { "sts:ExternalId": "example" }, "Null": { "sts:ExternalId": "false" } }',
      ),
    },
    {
      name: 'a Deny for those without',
      policy: `{ "Version": "2012-10-17", "Statement": [${trust('{ "StringEqualsIfExists": { "sts:ExternalId": "example" } }')}, ${trust('{ "Null": { "sts:ExternalId": "true" } }').replace('Allow', 'Deny')}] }`,
    },
    {
      name: 'the organization of the identity itself',
      kind: 'identity',
      statement: identity('{ "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }'),
    },
    {
      name: 'a Deny',
      kind: 'identity',
      statement: identity('{ "StringNotEqualsIfExists": { "aws:SourceVpce": "vpce-1a2b3c4d" } }', 'Deny'),
    },
    {
      name: 'any external id, which has its own rule',
      statement: trust('{ "StringLikeIfExists": { "sts:ExternalId": "*" } }'),
    },
    { name: 'without IfExists', statement: trust('{ "StringEquals": { "sts:ExternalId": "example" } }') },
    {
      name: 'a key that requests may well lack',
      kind: 'identity',
      statement: identity('{ "StringEqualsIfExists": { "ec2:InstanceType": "t3.micro" } }'),
    },
    {
      name: 'a service, of which trust-missing-source-arn tells',
      statement: trust(
        '{ "StringEqualsIfExists": { "sts:ExternalId": "example" } }',
        '{ "Service": "firehose.amazonaws.com" }',
      ),
    },
  ],
});
