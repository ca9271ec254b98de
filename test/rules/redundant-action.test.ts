import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const allow = (action: string, element = 'Action') => `{ "Effect": "Allow", "${element}": ${action}, "Resource": "*" }`;
const part = (name: string, of: string) => `\`${name}\` is part of \`${of}\` in the same list.`;
const silent = (action: string): RuleCase => ({ name: `silent on ${action}`, statement: allow(action) });

ruleCases('redundant-action', {
  kind: 'identity',
  cases: [
    {
      name: 'part of a pattern',
      statement: allow('["ec2:Describe*", <|"ec2:DescribeVpcs"|>, "s3:GetObject"]'),
      finds: [
        {
          message: part('ec2:DescribeVpcs', 'ec2:Describe*'),
          fixes: [
            {
              title: 'Remove ec2:DescribeVpcs',
              applicability: 'safe',
              result: allow('["ec2:Describe*", "s3:GetObject"]'),
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern in a pattern, before it and in another case',
      statement: allow('[<|"EC2:describeVpc*"|>, "ec2:D*"]'),
      finds: [part('EC2:describeVpc*', 'ec2:D*')],
    },
    {
      name: 'twice',
      statement: allow('["s3:GetObject", "s3:PutObject", <|"s3:GetObject"|>]'),
      finds: [
        {
          message: '`s3:GetObject` stands in this list twice.',
          fixes: [{ title: 'Remove s3:GetObject', result: allow('["s3:GetObject", "s3:PutObject"]') }],
        },
      ],
    },
    {
      name: 'all of them',
      statement: allow('[<|"s3:*"|>, "*", <|"s3:GetObject"|>]'),
      finds: [part('s3:*', '*'), part('s3:GetObject', '*')],
    },
    {
      name: 'in a Deny',
      statement: allow('["s3:*", <|"s3:PutObject"|>]').replace('Allow', 'Deny'),
      finds: [part('s3:PutObject', 's3:*')],
    },
    {
      name: 'in a trust policy',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/a" }, "Action": ["sts:AssumeRole", <|"sts:AssumeRole"|>] }',
      finds: ['`sts:AssumeRole` stands in this list twice.'],
    },
    silent('["s3:GetObject", "s3:GetObjectAcl"]'),
    silent('["s3:Get?bject", "s3:Get*"]'.replace('Get*', 'Put*')),
    // What `?` stands for is not all that `*` stands for.
    silent('["s3:GetObject?", "s3:GetObject*Acl"]'),
    silent('["s3:Get*", "s3:*Object"]'),
    silent('"s3:*"'),
    silent('["<action>", "<action>"]'),
    { name: 'NotAction', statement: allow('["s3:*", "s3:GetObject"]', 'NotAction') },
    {
      name: 'not known',
      forms: ['json', 'yaml'],
      statement: allow('["s3:*", { "Ref": "Action" }]'),
    },
    {
      name: 'under a condition of the template',
      forms: ['json', 'yaml'],
      statement: allow('["s3:GetObject", { "Fn::If": ["Wide", "s3:*", "s3:GetObject"] }]'),
    },
  ],
});
