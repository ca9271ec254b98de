import assert from 'node:assert/strict';
import { analyse } from '../../server/src/service/analysis.ts';
import { ruleCases } from './support/rule-cases.ts';

const allow = (condition: string) =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} }`;

const assume = (condition: string) =>
  `{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/SecurityOperations/SecurityAutoremediation", "Condition": ${condition} }`;

const path = '"aws:ResourceOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"';

const message =
  '`ForAllValues:StringLike` also holds where `aws:ResourceOrgPaths` is missing, as outside of every organization. Use `ForAnyValue:`.';

ruleCases('org-path-for-all-values', {
  kind: 'identity',
  cases: [
    {
      name: 'without a guard',
      statement: allow(`{ <|"ForAllValues:StringLike"|>: { ${path} } }`),
      finds: [
        {
          message,
          fixes: [
            {
              title: 'Use ForAnyValue:StringLike',
              applicability: 'suggestion',
              result: allow(`{ "ForAnyValue:StringLike": { ${path} } }`),
            },
          ],
        },
      ],
    },
    {
      name: 'on the role to assume, where it is the only finding',
      statement: assume(`{ <|"ForAllValues:StringLike"|>: { ${path} } }`),
      finds: [
        {
          message,
          fixes: [{ title: 'Use ForAnyValue:StringLike', result: assume(`{ "ForAnyValue:StringLike": { ${path} } }`) }],
        },
      ],
    },
    {
      name: 'beside a key that shares the operator',
      kind: 'resource',
      statement: `{ "Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::example/*", "Condition": {
        <|"ForAllValues:StringEquals"|>: { "aws:TagKeys": ["a"], "aws:SourceOrgPaths": "o-a1b2c3d4e5/r-ab12/" } } }`,
      finds: [
        {
          message:
            '`ForAllValues:StringEquals` also holds where `aws:SourceOrgPaths` is missing, as outside of every organization. Use `ForAnyValue:`.',
          fixes: [
            {
              title: 'Use ForAnyValue:StringEquals',
              result: `{ "Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::example/*", "Condition": {
                "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] },
                "ForAnyValue:StringEquals": { "aws:SourceOrgPaths": "o-a1b2c3d4e5/r-ab12/" } } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'with a guard that asks for nothing, or for the missing key',
      statement: allow(`{ <|"ForAllValues:StringLike"|>: { ${path} }, "Null": { "aws:ResourceOrgPaths": "true" } }`),
      finds: [
        {
          message,
          fixes: [
            {
              title: 'Use ForAnyValue:StringLike',
              result: allow(`{ "ForAnyValue:StringLike": { ${path} }, "Null": { "aws:ResourceOrgPaths": "true" } }`),
              brings: ['constant-condition'],
            },
          ],
        },
      ],
    },
    {
      name: 'also where the value is not known',
      statement: allow('{ <|"ForAllValues:StringLike"|>: { "aws:ResourceOrgPaths": "<your org path>/*" } }'),
      finds: [message],
    },
    {
      name: 'guarded by Null',
      statement: allow(`{ "ForAllValues:StringLike": { ${path} }, "Null": { "aws:resourceOrgPaths": false } }`),
    },
    {
      name: 'beside the organization',
      statement: allow(
        `{ "ForAllValues:StringLike": { ${path} }, "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" } }`,
      ),
    },
    {
      name: 'beside accounts',
      statement: allow(
        `{ "ForAllValues:StringLike": { ${path} }, "StringEquals": { "aws:ResourceAccount": "111122223333" } }`,
      ),
    },
    {
      name: 'beside the same key with ForAnyValue',
      statement: allow(
        `{ "ForAllValues:StringLike": { ${path} }, "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/*" } }`,
      ),
    },
    {
      name: 'IfExists says that a missing key is meant',
      statement: allow(`{ "ForAllValues:StringLikeIfExists": { ${path} } }`),
    },
    { name: 'negated', statement: allow(`{ "ForAllValues:StringNotLike": { ${path} } }`) },
    { name: 'another key', statement: allow('{ "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] } }') },
    {
      name: 'in a Deny',
      kind: 'scp',
      statement: `{ "Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*", "Condition": { "ForAllValues:StringNotLike": { ${path} } } }`,
    },
    {
      name: 'where an intrinsic hides conditions',
      statement: allow(
        `{ "ForAllValues:StringLike": { ${path} }, "Null": { "Fn::If": ["A", { "aws:ResourceOrgPaths": "false" }, { "Ref": "AWS::NoValue" }] } }`,
      ),
      forms: ['json', 'yaml'],
    },
  ],
});

describe('one mistake on the way to a role', () => {
  it('is found once', () => {
    const text = `{ "Version": "2012-10-17", "Statement": [${assume(`{ "ForAllValues:StringLike": { ${path} } }`)}] }`;
    const { findings } = analyse({ path: 'policy.json', text }, { rules: {} });
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['org-path-for-all-values'],
    );
  });
});
