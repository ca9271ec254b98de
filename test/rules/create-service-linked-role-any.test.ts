import { ruleCases } from './support/rule-cases.ts';

const statement = (resource: string, conditions = '', action = '"iam:CreateServiceLinkedRole"') =>
  `{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource}${conditions && `, "Condition": { ${conditions} }`} }`;
const message =
  '`iam:CreateServiceLinkedRole` on `*` is for every service. Name one with `iam:AWSServiceName`, or its role: `arn:aws:iam::*:role/aws-service-role/<service>/*`.';
const named = '"StringEquals": { "iam:AWSServiceName": "<service>.amazonaws.com" }';

ruleCases('create-service-linked-role-any', {
  kind: 'identity',
  cases: [
    {
      name: 'every service',
      statement: statement('<|"*"|>'),
      finds: [
        {
          message,
          fixes: [
            {
              title: 'Allow only one service: add iam:AWSServiceName',
              applicability: 'suggestion',
              result: statement('"*"', named),
            },
          ],
        },
      ],
    },
    {
      name: 'beside other actions',
      statement: statement('<|"*"|>', '', '["iam:CreateServiceLinkedRole", "ecs:*"]'),
      finds: [{ message, fixes: [] }],
    },
    { name: 'one service', statement: statement('"*"', '"StringLike": { "iam:AWSServiceName": "ecs.amazonaws.com" }') },
    { name: 'its role', statement: statement('"arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*"') },
    { name: 'an administrator of IAM', statement: statement('"*"', '', '"iam:*"') },
    { name: 'a parameter', statement: statement('{ "Ref": "RoleArn" }'), forms: ['json', 'yaml'] },
    { name: 'a Deny', statement: statement('"*"').replace('Allow', 'Deny') },
  ],
});
