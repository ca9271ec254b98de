import assert from 'node:assert/strict';
import { analyse } from '../../server/src/service/analysis.ts';
import { iamData } from '../support/iam-data.ts';
import { ruleCases } from './support/rule-cases.ts';

const statement = (principal: string, action: string, conditions = '', effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": ${principal}, "Action": ${action}, "Resource": "*"${conditions && `, "Condition": ${conditions}`} }`;
const policy = (...statements: readonly string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const message = (more = '') =>
  `This lets in anyone, in any AWS account. Name the accounts or roles that may come in, or add a condition on \`aws:PrincipalOrgID\`.${more}`;
const reads =
  'Anyone on the internet can read this. If that is not meant, name who may, or add a condition on `aws:PrincipalOrgID`.';
const title = 'Allow only callers of one organization: add aws:PrincipalOrgID';

ruleCases('resource-any-principal', {
  kind: 'resource',
  cases: [
    {
      name: 'everyone',
      statement: statement('<|"*"|>', '"sqs:*"'),
      finds: [
        {
          message: message(),
          fixes: [
            {
              title,
              applicability: 'suggestion',
              result: statement('"*"', '"sqs:*"', '{ "StringEquals": { "aws:PrincipalOrgID": "<organization id>" } }'),
            },
          ],
        },
      ],
    },
    {
      name: 'everyone as an AWS principal, beside an account',
      statement: statement('{ "AWS": ["111122223333", <|"*"|>] }', '["kms:Decrypt", "kms:Encrypt"]'),
      finds: [message()],
    },
    {
      name: 'reading and writing a bucket',
      statement: statement('<|"*"|>', '["s3:GetObject", "s3:PutObject"]'),
      finds: [message()],
    },
    {
      name: 'reading a bucket',
      statement: statement('<|"*"|>', '["s3:GetObject", "s3:ListBucket"]'),
      finds: [{ severity: 'info', message: reads }],
    },
    {
      name: 'a condition that does not say who it is',
      statement: statement(
        '<|"*"|>',
        '"s3:PutObject"',
        '{ "StringEquals": { "aws:RequestedRegion": "eu-west-1" }, "Bool": { "aws:SecureTransport": "true" } }',
      ),
      finds: [message(' The condition on `aws:RequestedRegion` and `aws:SecureTransport` does not say who it is.')],
    },
    {
      name: 'a header, of which forgeable-condition-key tells',
      statement: statement(
        '"*"',
        '"s3:PutObject"',
        '{ "StringLike": { "aws:Referer": "https://example.com/*" }, "Bool": { "aws:SecureTransport": "true" } }',
      ),
    },
    {
      name: 'a Deny of what is not encrypted',
      policy: policy(
        statement('<|"*"|>', '"s3:PutObject"'),
        statement('"*"', '"s3:*"', '{ "Bool": { "aws:SecureTransport": "false" } }', 'Deny'),
      ),
      finds: [message()],
    },
    ...['aws:PrincipalOrgID', 'aws:SourceIp', 'aws:SourceVpce', 'AWS:SourceOwner', 'kms:CallerAccount'].map((key) => ({
      name: `a condition on ${key}`,
      statement: statement('"*"', '"kms:Decrypt"', `{ "StringEquals": { "${key}": "example" } }`),
    })),
    {
      name: 'a Deny to all others',
      policy: policy(
        statement('"*"', '"s3:*"'),
        statement('"*"', '"s3:*"', '{ "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }', 'Deny'),
      ),
    },
    {
      name: 'a Deny to all but an account',
      policy: policy(
        statement('"*"', '"s3:*"'),
        statement('"*"', '"s3:*"', '', 'Deny').replace('"Principal": "*"', '"NotPrincipal": { "AWS": "111122223333" }'),
      ),
    },
    {
      name: 'conditions hidden by an intrinsic',
      statement: statement('"*"', '"sqs:*"', '{ "Ref": "Limits" }'),
      forms: ['json', 'yaml'],
    },
    { name: 'an API', statement: statement('"*"', '"execute-api:Invoke"') },
    { name: 'a file system', statement: statement('{ "AWS": "*" }', '"elasticfilesystem:ClientMount"') },
    {
      name: 'actions that are not known',
      statement: statement('"*"', '{ "Ref": "Actions" }'),
      forms: ['json', 'yaml'],
    },
    { name: 'an account', statement: statement('{ "AWS": "111122223333" }', '"sqs:*"') },
    { name: 'a Deny', statement: statement('"*"', '"sqs:*"', '', 'Deny') },
    {
      name: 'the policy of a VPC endpoint',
      kind: 'endpoint',
      statement: statement('"*"', '"s3:*"'),
    },
  ],
});

describe('resource-any-principal, by the content of the policy', () => {
  it('is silent where it may be the policy of a VPC endpoint', () => {
    const text = policy(statement('"*"', '"s3:*"'));
    const { findings } = analyse({ path: 'policy.json', text }, { rules: {}, iamData });
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'resource-any-principal'),
      [],
    );
  });
});
