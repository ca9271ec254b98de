import assert from 'node:assert/strict';
import { analysed } from '../service/analysed.ts';
import { iamData } from '../support/iam-data.ts';
import { ruleCases } from './support/rule-cases.ts';

const resource = (
  key: string,
  { principal = '"*"', effect = 'Allow', operator = 'StringEquals', value = '"o-a1b2c3d4e5"' } = {},
) =>
  `{ "Effect": "${effect}", "Principal": ${principal}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": { "${operator}": { ${key}: ${value} } } }`;
const trust = (key: string, principal: string) =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { ${key}: "o-a1b2c3d4e5" } } }`;
const message = (key: string, better: string) =>
  `\`${key}\` says whose the resource is that this policy belongs to, the same for every caller: the condition tells no one apart. For the caller use \`${better}\`.`;
const account = '{ "AWS": "arn:aws:iam::111122223333:role/Caller" }';

ruleCases('resource-key-in-resource-policy', {
  kind: 'resource',
  cases: [
    {
      name: 'a bucket for everyone',
      statement: resource('<|"aws:ResourceOrgID"|>'),
      finds: [
        {
          message: message('aws:ResourceOrgID', 'aws:PrincipalOrgID'),
          fixes: [
            {
              title: 'Change aws:ResourceOrgID to aws:PrincipalOrgID',
              applicability: 'suggestion',
              result: resource('"aws:PrincipalOrgID"'),
            },
          ],
        },
      ],
    },
    {
      name: 'the account of a bucket',
      statement: resource('<|"s3:ResourceAccount"|>', {
        effect: 'Deny',
        operator: 'StringNotEquals',
        value: '"111122223333"',
      }),
      finds: [{ severity: 'info', message: message('s3:ResourceAccount', 'aws:PrincipalAccount') }],
    },
    {
      name: 'a role',
      kind: 'trust',
      statement: trust('<|"aws:resourceOrgId"|>', account),
      finds: [{ severity: 'info', message: message('aws:resourceOrgId', 'aws:PrincipalOrgID') }],
    },
    {
      name: 'a service',
      kind: 'trust',
      statement: trust('<|"aws:ResourceOrgID"|>', '{ "Service": "lambda.amazonaws.com" }'),
      finds: [
        {
          severity: 'info',
          message: message('aws:ResourceOrgID', '').replace(
            'For the caller use ``.',
            'For whom a service calls says `aws:SourceOrgID`, where the service sends it.',
          ),
          fixes: [],
        },
      ],
    },
    {
      name: 'a role that is open to everyone has its own rule',
      kind: 'trust',
      statement: trust('"aws:ResourceOrgID"', '{ "AWS": "*" }'),
    },
    {
      name: 'compared with the caller',
      statement: resource('"aws:ResourceOrgID"', { value: '"${aws:PrincipalOrgID}"' }),
    },
    { name: 'of the caller', statement: resource('"aws:PrincipalOrgID"') },
    { name: 'a tag of the resource', statement: resource('"aws:ResourceTag/public"') },
    {
      name: 'a permission',
      kind: 'identity',
      statement:
        '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" } } }',
    },
  ],
});

describe('resource-key-in-resource-policy, by what says the kind', () => {
  const text = `{ "Version": "2012-10-17", "Statement": [${resource('"aws:ResourceOrgID"')}] }`;
  const found = (kind?: 'resource') =>
    analysed({ path: 'policy.json', text }, { rules: {}, iamData, ...(kind && { kind }) }).findings.map(
      ({ rule }) => rule,
    );

  it('finds it where the user says that it is the policy of a resource', () => {
    assert.deepEqual(found('resource'), ['resource-key-in-resource-policy']);
  });

  it('is silent on a file that may be the policy of an endpoint', () => {
    assert.deepEqual(found(), []);
  });
});
