import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string) =>
  `{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::example/*", "Condition": ${condition} }`;
const wrong = (key: string, value: string, holds: string, operator = 'StringEquals') => ({
  name: `${operator} ${key} ${value}`,
  statement: statement(`{ "${operator}": { "${key}": <|"${value}"|> } }`),
  finds: [{ message: `\`${key}\` never is \`${value}\`: it holds ${holds}.`, fixes: [] }],
});
const right = (key: string, value: string, operator = 'StringEquals') => ({
  name: `${operator} ${key} ${value}`,
  statement: statement(`{ "${operator}": { "${key}": ${value} } }`),
});
const vpc = 'the id of a VPC, such as `vpc-1a2b3c4d`';
const endpoint = 'the id of a VPC endpoint, such as `vpce-1a2b3c4d`';
const organization = 'the id of an organization, such as `o-a1b2c3d4e5`';
const account = 'the 12 digits of an account';
const region = 'the code of a Region, such as `eu-west-1`';

ruleCases('impossible-condition-value', {
  kind: 'identity',
  cases: [
    wrong('aws:SourceVpc', 'vpc-1a2b3c', vpc),
    wrong('aws:SourceVpc', 'vpce-1a2b3c4d', vpc),
    wrong('aws:sourceVpce', 'vpc-1a2b3c4d', endpoint, 'StringNotEqualsIfExists'),
    wrong('aws:SourceVpce', 'subnet-*', endpoint, 'StringLike'),
    wrong('aws:PrincipalOrgID', 'ou-a1b2-c3d4e5f6', organization),
    wrong('aws:PrincipalOrgID', 'o-a1b2c3d4e5/r-ab12/', organization),
    wrong('aws:PrincipalAccount', '1111-2222-3333', account),
    wrong('aws:SourceAccount', 'arn:aws:iam::111122223333:root', account),
    wrong('aws:RequestedRegion', 'us-east-1a', region),
    wrong('aws:RequestedRegion', 'EU-West-1', region),
    wrong('aws:PrincipalArn', 'Admin', 'an ARN'),
    wrong('aws:PrincipalArn', 'role/*', 'an ARN', 'StringLike'),
    wrong('aws:ViaAWSService', 'amplify.amazonaws.com', '`true` or `false`'),
    wrong('aws:SourceIp', '203.0.113.0/24', 'one address; ranges are compared by `IpAddress`'),
    wrong('aws:MultiFactorAuthAge', 'one hour', 'a number'),
    {
      name: 'one of a list',
      statement: statement('{ "StringEquals": { "aws:SourceVpc": ["vpc-1a2b3c4d", <|"example"|>] } }'),
      finds: [`\`aws:SourceVpc\` never is \`example\`: it holds ${vpc}.`],
    },
    {
      name: 'a key of a service',
      statement: statement(
        '{ "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": <|"alias/example"|> } }',
      ),
      finds: [
        {
          severity: 'info',
          message:
            '`s3:x-amz-server-side-encryption-aws-kms-key-id` is hardly ever `alias/example`: by the Service Authorization Reference it holds an ARN.',
        },
      ],
    },
    {
      name: 'a key of a service, without data',
      data: 'none',
      statement: statement('{ "StringEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "alias/example" } }'),
    },
    right('aws:SourceVpc', '"vpc-0e9801d129EXAMPLE"'),
    right('aws:SourceVpce', '"vpce-1a2b3c4d"'),
    right('aws:SourceVpce', '"vpce-*"', 'StringLike'),
    right('aws:SourceVpce', '"v*"', 'StringLike'),
    right('aws:PrincipalOrgID', '"o-a1b2c3d4e5"'),
    right('aws:PrincipalAccount', '"111122223333"'),
    right('aws:PrincipalAccount', '"anonymous"'),
    right('aws:PrincipalAccount', '111122223333'),
    right('aws:PrincipalAccount', '"1111*"', 'StringLike'),
    right('aws:ResourceAccount', '"${aws:PrincipalAccount}"'),
    right('aws:ResourceAccount', '"<account>"'),
    right('aws:RequestedRegion', '"us-gov-west-1"'),
    right('aws:RequestedRegion', '"*-east-1"', 'StringLike'),
    right('aws:PrincipalArn', '"*:role/Admin"', 'StringLike'),
    right('aws:PrincipalArn', '"arn:aws:iam::111122223333:role/Admin"'),
    right('aws:SourceIp', '"203.0.113.7"'),
    right('aws:SourceIp', '"203.0.113.*"', 'StringLike'),
    right('aws:SecureTransport', '"true"'),
    right('aws:SecureTransport', 'true'),
    right('aws:CurrentTime', '"2030-*"', 'StringLike'),
    right('aws:PrincipalTag/account', '"example"'),
    right('aws:SourceIp', '"203.0.113.0/24"', 'IpAddress'),
    { ...right('aws:SourceVpc', '{ "Ref": "Vpc" }'), forms: ['json', 'yaml'] },
  ],
});
