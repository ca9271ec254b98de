import { ruleCases } from './support/rule-cases.ts';

const statement = (principal: string, conditions = '', action = '"sts:AssumeRole"') =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": ${action}${conditions && `, "Condition": { ${conditions} }`} }`;

const message =
  'Anyone in any AWS account can assume this role. Name the roles or accounts that may, or add a condition on `aws:PrincipalOrgID`.';
const title = 'Allow only callers of one organization: add aws:PrincipalOrgID';
const ofOrganization = '"StringEquals": { "aws:PrincipalOrgID": "<organization id>" }';

const open = (name: string, conditions: string, keys: string) => ({
  name,
  statement: statement('<|"*"|>', conditions),
  finds: [`${message} ${keys} not say whose role or user the caller is.`],
});
const narrow = (name: string, conditions: string) => ({ name, statement: statement('"*"', conditions) });
const denied = (conditions: string) =>
  `{ "Version": "2012-10-17", "Statement": [${statement('"*"')}, { "Effect": "Deny", "Principal": "*", "Action": "sts:*", "Condition": { ${conditions} } }] }`;

ruleCases('trust-any-principal', {
  kind: 'trust',
  cases: [
    {
      name: 'everyone',
      statement: statement('<|"*"|>'),
      finds: [{ message, fixes: [{ title, applicability: 'suggestion', result: statement('"*"', ofOrganization) }] }],
    },
    {
      name: 'everyone as an AWS principal',
      statement: statement('{ "AWS": <|"*"|> }'),
      finds: [{ message, fixes: [{ title, result: statement('{ "AWS": "*" }', ofOrganization) }] }],
    },
    {
      name: 'everyone among others',
      statement: statement('{ "AWS": ["arn:aws:iam::111122223333:role/Name", <|"*"|>] }'),
      finds: [
        {
          message,
          fixes: [
            {
              title,
              result: `${statement('{ "AWS": ["arn:aws:iam::111122223333:role/Name"] }')}, ${statement('{ "AWS": "*" }', ofOrganization)}`,
            },
          ],
        },
      ],
    },
    { name: 'federated users', statement: statement('<|"*"|>', '', '"sts:AssumeRoleWithSAML"'), finds: [message] },
    { name: 'all of STS', statement: statement('<|"*"|>', '', '["sts:*"]'), finds: [message] },
    {
      name: 'one branch of an Fn::If',
      statement: statement('{ "AWS": { "Fn::If": ["Open", <|"*"|>, { "Ref": "Caller" }] } }'),
      forms: ['json', 'yaml'],
      finds: [message],
    },
    open('an external id', '"StringEquals": { "sts:ExternalId": "example" }', 'The condition on `sts:ExternalId` does'),
    open(
      'a tag',
      '"StringEquals": { "aws:PrincipalTag/team": "security" }',
      'The condition on `aws:PrincipalTag/team` does',
    ),
    open(
      'an address and an endpoint',
      '"IpAddress": { "aws:SourceIp": "192.0.2.0/24" }, "StringEquals": { "aws:SourceVpce": "vpce-1" }',
      'The conditions on `aws:SourceIp` and `aws:SourceVpce` do',
    ),
    open(
      'a role of that name in any account',
      '"ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/Name" }',
      'The condition on `aws:PrincipalArn` does',
    ),
    open(
      'every organization',
      '"StringLike": { "aws:PrincipalOrgID": "o-*" }',
      'The condition on `aws:PrincipalOrgID` does',
    ),
    open(
      'a path of every organization',
      '"ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/r-abcd/*" }',
      'The condition on `aws:PrincipalOrgPaths` does',
    ),
    open('any session name', '"StringLike": { "aws:userid": "*:name" }', 'The condition on `aws:userid` does'),
    {
      name: 'one value that narrows, one that does not',
      statement: statement(
        '<|"*"|>',
        '"StringLike": { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/Name", "*"] }',
      ),
      finds: [`${message} The condition on \`aws:PrincipalArn\` does not say whose role or user the caller is.`],
    },
    {
      name: 'a condition that holds where the key is missing',
      statement: statement('<|"*"|>', '"StringEqualsIfExists": { "aws:PrincipalOrgID": "o-exampleorg1" }'),
      finds: [message],
    },
    {
      name: 'ForAllValues, which holds where the key is missing',
      statement: statement('<|"*"|>', '"ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-exampleorg1/*" }'),
      finds: [message],
    },
    {
      name: 'a negated condition',
      statement: statement('<|"*"|>', '"StringNotEquals": { "aws:PrincipalAccount": "111122223333" }'),
      finds: [message],
    },
    narrow('an organization', '"StringEquals": { "aws:PrincipalOrgID": "o-exampleorg1" }'),
    narrow('a key in another case', '"StringEquals": { "AWS:principalorgid": "o-exampleorg1" }'),
    narrow('an organizational unit', '"ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-exampleorg1/r-abcd/*" }'),
    narrow('an account', '"StringEquals": { "aws:PrincipalAccount": ["111122223333", "444455556666"] }'),
    narrow('the roles of an account', '"ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" }'),
    narrow('a unique id', '"StringLike": { "aws:userid": "AROAEXAMPLEID:*" }'),
    narrow('a source', '"ArnLike": { "aws:SourceArn": "arn:aws:sns:*:111122223333:*" }'),
    narrow('a bucket', '"ArnLike": { "aws:SourceArn": "arn:aws:s3:::example-bucket" }'),
    narrow('users of an identity provider', '"StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" }'),
    narrow('a placeholder', '"StringEquals": { "aws:PrincipalOrgID": "<organization id>" }'),
    narrow('an operator that is none', '"StringEqual": { "aws:PrincipalOrgID": "o-exampleorg1" }'),
    {
      name: 'an account that is a parameter',
      statement: statement('"*"', '"ArnLike": { "aws:PrincipalArn": { "Fn::Sub": "arn:aws:iam::${Account}:role/*" } }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'a condition that is not known',
      statement:
        '{ "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole", "Condition": { "Fn::If": ["Open", { "Ref": "AWS::NoValue" }, {}] } }',
      forms: ['json', 'yaml'],
    },
    {
      name: 'a Deny to everyone else',
      policy: denied('"StringNotEquals": { "aws:PrincipalOrgID": "o-exampleorg1" }'),
    },
    {
      name: 'a Deny that some of the others pass',
      policy: denied(
        '"StringNotEquals": { "aws:PrincipalOrgID": "o-exampleorg1" }, "Bool": { "aws:PrincipalIsAWSService": "false" }',
      ).replace('"*"', '<|"*"|>'),
      finds: [message],
    },
    {
      name: 'a Deny that does not apply where the key is missing',
      policy: denied('"ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": "o-exampleorg1/*" }').replace(
        '"*"',
        '<|"*"|>',
      ),
      finds: [message],
    },
    { name: 'another action', statement: statement('"*"', '', '"sts:TagSession"') },
    { name: 'a role', statement: statement('{ "AWS": "arn:aws:iam::111122223333:role/Name" }') },
    { name: 'every service, which AWS refuses', statement: statement('{ "Service": "*" }') },
    { name: 'a parameter', statement: statement('{ "AWS": { "Ref": "Caller" } }'), forms: ['json', 'yaml'] },
    { name: 'a placeholder as principal', statement: statement('{ "AWS": "<role ARN>" }') },
    { name: 'a Deny', statement: '{ "Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole" }' },
    {
      name: 'a resource policy',
      kind: 'resource',
      statement: '{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" }',
    },
  ],
});
