import { ruleCases } from './support/rule-cases.ts';

const assume = (resource: string) => `{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": ${resource} }`;

const message = (role: string) =>
  `\`${role}\` fits every role of such a path and name, also one that is made later. Write one path and name in full.`;

ruleCases('assume-role-wildcard-name', {
  kind: 'identity',
  cases: [
    {
      name: 'a wildcard in the name',
      statement: assume('"arn:aws:iam::111122223333:<|role/Security*|>"'),
      finds: [{ message: message('role/Security*'), fixes: [] }],
    },
    {
      name: 'a path with every name, and a single character',
      statement: assume(
        '["arn:aws:iam::111122223333:<|role/SecurityOperations/*|>", "arn:aws:iam::111122223333:<|role/Worker?|>"]',
      ),
      finds: [message('role/SecurityOperations/*'), message('role/Worker?')],
    },
    {
      name: 'in any account',
      statement: assume('"arn:aws:iam::*:<|role/cdk-*|>"'),
      finds: [message('role/cdk-*')],
    },
    {
      name: 'beside other actions',
      statement:
        '{ "Effect": "Allow", "Action": ["sts:TagSession", "sts:Assume*"], "Resource": "arn:aws:iam::111122223333:<|role/*-deployer|>" }',
      finds: [message('role/*-deployer')],
    },
    {
      name: 'beside a parameter',
      statement: assume('{ "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:<|role/${Stage}-*|>" }'),
      forms: ['json', 'yaml'],
      finds: [message('role/${Stage}-*')],
    },
    {
      name: 'in full',
      statement: assume('"arn:aws:iam::111122223333:role/SecurityOperations/SecurityAutoremediation"'),
    },
    {
      name: 'every role is a matter of another rule',
      statement: assume('["arn:aws:iam::111122223333:role/*", "*", "arn:aws:iam::*:*"]'),
    },
    {
      name: 'IAM Identity Center, whose names end in characters of its own',
      statement: assume(`["arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Admin_*",
        "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_*"]`),
    },
    {
      name: 'a name that CloudFormation makes up',
      statement: assume('{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/${AWS::StackName}-Worker-*" }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'narrowed by a tag of the role',
      statement: `{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::111122223333:role/Team*",
        "Condition": { "StringEquals": { "iam:ResourceTag/team": "security" } } }`,
    },
    {
      name: 'placeholders',
      statement: assume('["arn:aws:iam::111122223333:role/<path>/<name>", "<arn of the role>"]'),
    },
    {
      name: "IAM's variables",
      statement: assume('"arn:aws:iam::111122223333:role/${aws:username}"'),
    },
    {
      name: 'a reference',
      statement: assume('[{ "Ref": "Role" }, { "Fn::GetAtt": ["Role", "Arn"] }]'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'a Deny',
      statement: '{ "Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/Security*" }',
    },
    {
      name: 'another action',
      statement: '{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::*:role/Security*" }',
    },
    { name: 'in a service control policy', kind: 'scp', statement: assume('"arn:aws:iam::*:role/Security*"') },
  ],
});
