import { ruleCases } from './support/rule-cases.ts';

const statement = (action: string, key = '<|"NotResource"|>', effect = 'Allow') =>
  `{ "Effect": "${effect}", "Action": "${action}", ${key}: "arn:aws:s3:::example/*" }`;
const message =
  'In a statement that allows, `NotResource` means every resource but those listed, also those that are made later. Name with `Resource` what is allowed, and keep out the rest with a Deny.';

ruleCases('allow-not-resource', {
  kind: 'identity',
  cases: [
    { name: 'an Allow', statement: statement('s3:GetObject'), finds: [{ message, fixes: [] }] },
    { name: 'a Deny', statement: statement('s3:GetObject', '"NotResource"', 'Deny') },
    { name: 'Resource', statement: statement('s3:GetObject', '"Resource"') },
    {
      name: 'roles to assume, which have a rule of their own',
      statement: statement('sts:AssumeRole', '"NotResource"'),
    },
    { name: 'roles to pass, which have one too', statement: statement('iam:PassRole', '"NotResource"') },
    { name: 'a service control policy', kind: 'scp', statement: statement('s3:GetObject', '"NotResource"') },
    {
      name: 'beside Resource, which AWS refuses',
      statement:
        '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "NotResource": "arn:aws:s3:::example/*" }',
    },
  ],
});
