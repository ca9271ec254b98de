import { ruleCases } from './support/rule-cases.ts';

const around = (action: string, element = 'Action', effect = 'Allow') =>
  `{ "Effect": "${effect}", "${element}": ${action}, "Resource": "*" }`;

ruleCases('wildcard-in-service', {
  kind: 'identity',
  cases: [
    {
      name: 'an asterisk',
      statement: around('["iam:GetRole", "<|s3*|>:Get*"]'),
      finds: [
        '`s3*:Get*` allows actions of every service whose name matches `s3*`, also of those that AWS will add. Name the services.',
      ],
    },
    {
      name: 'a question mark',
      statement: around('"<|ec?|>:Describe*"'),
      finds: [
        '`ec?:Describe*` allows actions of every service whose name matches `ec?`, also of those that AWS will add. Name the services.',
      ],
    },
    { name: 'a Deny', statement: around('"s3*:*"', 'Action', 'Deny') },
    { name: 'NotAction', statement: around('"s3*:*"', 'NotAction') },
    { name: 'behind the colon only', statement: around('"s3:*"') },
    { name: 'everything', statement: around('"*"') },
    { name: 'everything in other words, of which allow-everything tells', statement: around('"*:*"') },
    {
      name: 'every service, on some resources',
      statement: '{ "Effect": "Allow", "Action": "<|*|>:*", "Resource": "arn:aws:s3:::example/*" }',
      finds: [
        '`*:*` allows actions of every service whose name matches `*`, also of those that AWS will add. Name the services.',
      ],
    },
    { name: 'a parameter', statement: around('{ "Fn::Sub": "${Service}*:Get*" }'), forms: ['json', 'yaml'] },
  ],
});
