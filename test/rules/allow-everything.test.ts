import { ruleCases } from './support/rule-cases.ts';

const statement = (action: string, resource: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Action": ${action}, "Resource": ${resource} }`;
const message = (written: string) =>
  `\`${written}\` on every resource makes an administrator of whoever has this policy. Name the actions that are needed.`;

ruleCases('allow-everything', {
  kind: 'identity',
  cases: [
    { name: 'everything', statement: statement('<|"*"|>', '"*"'), finds: [{ message: message('*'), fixes: [] }] },
    { name: 'in lists', statement: statement('["s3:*", <|"*:*"|>]', '["*"]'), finds: [message('*:*')] },
    ...['**', 'arn:*', 'arn:*:*', 'arn:aws:*', 'arn:*:*:*:*:*', 'arn:aws:*:*:*:*'].map((resource) => ({
      name: `what amounts to every resource: ${resource}`,
      statement: statement('<|"*"|>', `["arn:aws:s3:::example", "${resource}"]`),
      finds: [message('*')],
    })),
    { name: 'all resources of one service', statement: statement('"*"', '"arn:aws:s3:*:*:*"') },
    { name: 'all of one service', statement: statement('"s3:*"', '"*"') },
    { name: 'on some resources', statement: statement('"*"', '"arn:aws:s3:::example/*"') },
    { name: 'on a parameter', statement: statement('"*"', '{ "Ref": "Scope" }'), forms: ['json', 'yaml'] },
    { name: 'a Deny', statement: statement('"*"', '"*"', 'Deny') },
    {
      name: 'with a condition',
      statement:
        '{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestedRegion": "eu-west-1" } } }',
    },
    { name: 'a service control policy, which grants nothing', kind: 'scp', statement: statement('"*"', '"*"') },
  ],
});
