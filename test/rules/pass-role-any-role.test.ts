import { ruleCases } from './support/rule-cases.ts';

const statement = (resource: string, conditions = '', action = '"iam:PassRole"') =>
  `{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource}${conditions && `, "Condition": { ${conditions} }`} }`;
const message = (resource: string, grant = '`iam:PassRole`') =>
  `${grant} on \`${resource}\` lets its holder give any role, also one with more rights, to a service and act with it there. Name the roles, and the service with \`iam:PassedToService\`.`;
const toService = (service: string) => `"StringEquals": { "iam:PassedToService": "${service}" }`;

ruleCases('pass-role-any-role', {
  kind: 'identity',
  cases: [
    {
      name: 'every role',
      statement: statement('<|"*"|>'),
      finds: [
        {
          message: message('*'),
          fixes: [
            {
              title: 'Allow only one service to get the role: add iam:PassedToService',
              applicability: 'suggestion',
              result: statement('"*"', toService('<service>.amazonaws.com')),
            },
          ],
        },
      ],
    },
    {
      name: 'every role of the account, beside other actions',
      statement: statement('<|"arn:aws:iam::111122223333:role/*"|>', '', '["iam:PassRole", "lambda:CreateFunction"]'),
      finds: [{ message: message('arn:aws:iam::111122223333:role/*'), fixes: [] }],
    },
    {
      name: 'by a pattern',
      statement: statement('<|"*"|>', '', '"iam:Pass*"'),
      finds: [{ message: message('*', '`iam:PassRole` (part of `iam:Pass*`)'), fixes: [] }],
    },
    {
      name: 'by NotResource',
      statement:
        '{ "Effect": "Allow", "Action": "iam:PassRole", <|"NotResource"|>: "arn:aws:iam::111122223333:role/Admin" }',
      finds: [
        '`iam:PassRole` with `NotResource` lets its holder pass every role but those listed. Name the roles with `Resource` instead.',
      ],
    },
    {
      name: 'to any service after all',
      statement: statement('<|"*"|>', '"StringLike": { "iam:PassedToService": "*" }'),
      finds: [message('*')],
    },
    {
      name: 'to any service after all, with IfExists',
      statement: statement('<|"*"|>', '"StringLikeIfExists": { "iam:PassedToService": "*" }'),
      finds: [message('*')],
    },
    { name: 'to one service', statement: statement('"*"', toService('lambda.amazonaws.com')) },
    {
      name: 'to one service, where the key is there',
      statement: statement('"*"', '"StringEqualsIfExists": { "iam:PassedToService": ["ec2.amazonaws.com"] }'),
    },
    {
      name: 'for one resource',
      statement: statement(
        '"*"',
        '"ArnLike": { "iam:AssociatedResourceArn": "arn:aws:ec2:*:111122223333:instance/*" }',
      ),
    },
    { name: 'by tag', statement: statement('"*"', '"StringEquals": { "aws:ResourceTag/team": "a" }') },
    { name: 'one role', statement: statement('"arn:aws:iam::111122223333:role/Name"') },
    { name: 'the roles of a path', statement: statement('"arn:aws:iam::111122223333:role/app/*"') },
    { name: 'a parameter', statement: statement('{ "Ref": "RoleArn" }'), forms: ['json', 'yaml'] },
    { name: 'an administrator of IAM', statement: statement('"*"', '', '"iam:*"') },
    { name: 'everything, of which allow-everything tells', statement: statement('"*"', '', '"*"') },
    { name: 'a Deny', statement: statement('"*"').replace('Allow', 'Deny') },
    {
      name: 'where an intrinsic hides conditions',
      statement: '{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": { "Ref": "Limits" } }',
      forms: ['json', 'yaml'],
    },
  ],
});
