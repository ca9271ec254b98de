import assert from 'node:assert/strict';
import { analyse } from '../../server/src/service/analysis.ts';
import { iamData } from '../support/iam-data.ts';
import { ruleCases } from './support/rule-cases.ts';

const statement = (principal: string) =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }`;
const aws = (principal: string) => statement(`{ "AWS": ${principal} }`);
const wrong = (name: string, principal: string, message: string) => ({
  name,
  statement: aws(`<|"${principal}"|>`),
  finds: [{ message, fixes: [] }],
});
const right = (principal: string) => ({ name: principal, statement: aws(`"${principal}"`) });
const onBucket = (principal: string) =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*" }`;
const pattern = (written: string) =>
  `AWS refuses \`${written}\`: a principal holds no wildcards. Name the account, or \`"*"\`, and add a condition \`ArnLike\` on \`aws:PrincipalArn\` with this pattern.`;
const id = 'AROAEXAMPLEEXAMPLE12';

ruleCases('invalid-principal', {
  kind: 'trust',
  cases: [
    wrong(
      'a name',
      'Admin',
      '`Admin` is no principal. Write the ARN of a role or user, or the 12 digits of an account.',
    ),
    wrong(
      'a digit less',
      '11112222333',
      '`11112222333` is no principal. Write the ARN of a role or user, or the 12 digits of an account.',
    ),
    wrong(
      'a partition that is none',
      'arn:asw:iam::111122223333:root',
      '`asw` in `arn:asw:iam::111122223333:root` is no partition of AWS. Write `aws`, or `aws-cn`, `aws-us-gov` and the like.',
    ),
    wrong(
      'the ARN of something else',
      'arn:aws:s3:::example',
      '`arn:aws:s3:::example` is not the ARN of a principal: those begin with `arn:aws:iam::` or `arn:aws:sts::`.',
    ),
    wrong(
      'a Region',
      'arn:aws:iam:eu-west-1:111122223333:root',
      '`arn:aws:iam:eu-west-1:111122223333:root` is not the ARN of a principal: those begin with `arn:aws:iam::` or `arn:aws:sts::`.',
    ),
    wrong(
      'a group',
      'arn:aws:iam::111122223333:group/Admins',
      '`arn:aws:iam::111122223333:group/Admins` is a group, which cannot be a principal. Name its users, or a role that they assume.',
    ),
    wrong(
      'an account that is none',
      'arn:aws:iam::1111:root',
      '`1111` in `arn:aws:iam::1111:root` is no account id, which has 12 digits.',
    ),
    wrong(
      'a role without its name',
      'arn:aws:iam::111122223333:role',
      '`role` in `arn:aws:iam::111122223333:role` is no principal. Write `role/…`, `user/…` or `root`.',
    ),
    wrong(
      'a session without its name',
      'arn:aws:sts::111122223333:assumed-role/Name',
      '`assumed-role/Name` in `arn:aws:sts::111122223333:assumed-role/Name` is no principal. Write `assumed-role/<role>/<session>`.',
    ),
    {
      name: 'the id of a deleted role',
      statement: aws(`["arn:aws:iam::111122223333:role/Name", <|"${id}"|>]`),
      finds: [
        {
          severity: 'info',
          message: `\`${id}\` is the internal id of a role or user, which AWS shows where that one was deleted. Name the ARN of the one that is meant now, or remove it.`,
        },
      ],
    },
    {
      name: 'a service by its short name',
      statement: statement('{ "Service": <|"lambda"|> }'),
      finds: ['`lambda` is no service principal. Write its name, such as `lambda.amazonaws.com`.'],
    },
    {
      name: 'what is no identity provider in a trust policy',
      statement: statement(
        '{ "Federated": [<|"Example"|>, <|"arn:aws:iam::111122223333:role/Name"|>, <|"arn:aws:iam::111122223333:saml-provider/"|>] }',
      ),
      finds: ['Example', 'arn:aws:iam::111122223333:role/Name', 'arn:aws:iam::111122223333:saml-provider/'].map(
        (written) =>
          `\`${written}\` is no identity provider. Write its ARN, with \`saml-provider/…\` or \`oidc-provider/…\`, or its host name, such as \`cognito-identity.amazonaws.com\`.`,
      ),
    },
    {
      name: 'identity providers',
      statement: statement(
        '{ "Federated": ["arn:aws-cn:iam::111122223333:saml-provider/Example", "arn:aws:iam::111122223333:oidc-provider/id.example.com/path", "accounts.google.com", "arn:aws:iam::<account>:role/Name"] }',
      ),
    },
    {
      name: 'a canonical user',
      kind: 'resource',
      statement:
        '{ "Effect": "Allow", "Principal": { "CanonicalUser": <|"1234"|> }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*" }',
      finds: ['`1234` is no canonical user id, which has 64 hexadecimal digits.'],
    },
    {
      name: 'an identity provider in a resource policy',
      kind: 'resource',
      statement: onBucket(
        '{ "Federated": [<|"arn:aws:iam::111122223333:saml-provider/Example"|>, <|"cognito-identity.amazonaws.com"|>] }',
      ),
      finds: ['arn:aws:iam::111122223333:saml-provider/Example', 'cognito-identity.amazonaws.com'].map(
        (written) =>
          `Only a trust policy can name an identity provider as principal. Name the roles that its users assume, not \`${written}\`.`,
      ),
    },
    {
      name: 'patterns in a resource policy',
      kind: 'resource',
      statement: onBucket('{ "AWS": [<|"arn:aws:iam::111122223333:role/ci/*"|>, <|"arn:aws:iam::*:root"|>] }'),
      finds: ['arn:aws:iam::111122223333:role/ci/*', 'arn:aws:iam::*:root'].map(pattern),
    },
    {
      name: 'patterns that deny',
      kind: 'resource',
      statement: onBucket('{ "AWS": <|"arn:aws:iam::111122223333:role/*"|> }').replace('Allow', 'Deny'),
      finds: [pattern('arn:aws:iam::111122223333:role/*')],
    },
    {
      name: 'every service in a resource policy',
      kind: 'resource',
      statement: onBucket('{ "Service": <|"*"|> }'),
      finds: ['AWS refuses `*`: a service principal holds no wildcards. Name each service.'],
    },
    {
      name: 'a pattern with an account that is a parameter',
      kind: 'resource',
      statement: onBucket('{ "AWS": <|{ "Fn::Sub": "arn:aws:iam::${Account}:role/*" }|> }'),
      forms: ['json', 'yaml'],
      finds: [pattern('arn:aws:iam::${Account}:role/*')],
    },
    { name: 'everyone', kind: 'resource', statement: onBucket('"*"') },
    { name: 'everyone as AWS principal', kind: 'resource', statement: onBucket('{ "AWS": "*" }') },
    {
      name: 'a placeholder in a resource policy',
      kind: 'resource',
      statement: onBucket('{ "AWS": "arn:aws:iam::<account>:role/*" }'),
    },
    right('111122223333'),
    right('arn:aws-cn:iam::111122223333:root'),
    right('arn:aws:iam::111122223333:role/path/Name'),
    right('arn:aws:iam::111122223333:user/Name'),
    right('arn:aws:sts::111122223333:assumed-role/Name/session'),
    right('arn:aws:sts::111122223333:federated-user/Name'),
    right('arn:aws:iam::<account>:role/Name'),
    { name: 'a parameter', statement: aws('{ "Ref": "Caller" }'), forms: ['json', 'yaml'] },
    {
      name: 'part of an ARN that is not known',
      statement: aws('{ "Fn::Sub": "arn:aws:iam::${Account}:group/x" }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'CloudFront',
      kind: 'resource',
      statement:
        '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*" }',
    },
  ],
});

describe('invalid-principal, by the content of the policy', () => {
  const found = (action: string) => {
    const statement = `{ "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": ${action}, "Resource": "*" }`;
    const text = `{ "Version": "2012-10-17", "Statement": ${statement} }`;
    const { findings } = analyse({ path: 'policy.json', text }, { rules: {}, iamData });
    return findings.filter(({ rule }) => rule === 'invalid-principal').length;
  };

  it('leaves alone what may be a trust policy with a mistake', () =>
    assert.equal(found('["sts:AssumeRoleWithWebIdentity", "s3:GetObject"]'), 0));

  it('reports what can be none', () => assert.equal(found('"s3:GetObject"'), 1));
});
