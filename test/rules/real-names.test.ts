import assert from 'node:assert/strict';
import { analysed } from '../service/analysed.ts';
import { iamData } from '../support/iam-data.ts';

/** Statements as AWS's own policies and default policies have them: documented or not, none of their names is wrong. */
const statements: readonly object[] = [
  { Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'] },
  { Action: ['SNS:Receive', 'SNS:Publish'], Condition: { StringEquals: { 'AWS:SourceOwner': '111122223333' } } },
  { Action: ['ec2:DescribeTags', 'elasticloadbalancing:*', 's3:Get*', 's3-object-lambda:List*', 'ssmmessages:*'] },
  { Action: ['budgets:CreateBudget', 'deepracer:Add*', 'mobilehub:GetProject', 'payments:GetAccountBalance'] },
  { Action: 'ec2:CreateSnapshots', Condition: { ArnLike: { 'ec2:SourceInstanceARN': 'arn:aws:ec2:*:*:instance/*' } } },
  { Action: 'aws-marketplace:Subscribe', Condition: { StringEquals: { 'aws-marketplace:ProductId': 'prod-1' } } },
  { Action: 'ec2:CreateNetworkInterface', Condition: { StringEquals: { 'glue:RoleAssumedBy': 'glue.amazonaws.com' } } },
  {
    Action: 'secretsmanager:GetSecretValue',
    Condition: { StringEquals: { 'secretsmanager:ResourceTag/aws:secretsmanager:owningService': 'rds' } },
  },
  {
    Action: 'kms:Decrypt',
    Condition: { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::example' } },
  },
  { Action: 'iam:PassRole', Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } } },
  { Action: 'sts:AssumeRole', Condition: { StringEquals: { 'aws:PrincipalOrgMasterAccountId': '111122223333' } } },
];

const rules = [
  'malformed-action',
  'unknown-service',
  'unknown-action',
  'action-matches-nothing',
  'unknown-condition-operator',
  'unknown-condition-key',
  'condition-tag-key-missing',
  'condition-key-never-present',
];

describe('names that AWS uses', () => {
  for (const statement of statements)
    it(`are right: ${JSON.stringify(statement).slice(0, 100)}`, () => {
      const text = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Resource: '*', ...statement }],
      });
      const { findings } = analysed({ path: 'policy.json', text }, { rules: {}, iamData, kind: 'identity' });
      assert.deepEqual(
        findings.filter(({ rule }) => rules.includes(rule)).map(({ message }) => message),
        [],
      );
    });
});
