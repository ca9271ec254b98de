import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const allow = (action: string, resource = '"*"', more = '') =>
  `{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource}${more} }`;
const message = (names: string, verb = 'lets', on = 'every resource') =>
  `${names} on ${on} ${verb} the holder of this policy give itself more than it has, up to everything. Name the resources, or demand a boundary by \`iam:PermissionsBoundary\`.`;
const silent = (name: string, statement: string): RuleCase => ({ name, statement });

ruleCases('permissions-management-any-resource', {
  kind: 'identity',
  cases: [
    {
      name: 'one action',
      statement: allow('<|"iam:AttachRolePolicy"|>'),
      finds: [{ message: message('`iam:AttachRolePolicy`'), fixes: [] }],
    },
    {
      name: 'several, beside others',
      statement: allow('["s3:GetObject", <|"iam:PutRolePolicy"|>, "iam:GetRole", "IAM:AttachRolePolicy"]'),
      finds: [message('`iam:PutRolePolicy` and `IAM:AttachRolePolicy`', 'let')],
    },
    {
      name: 'more than three',
      statement: allow(
        '[<|"iam:CreateAccessKey"|>, "iam:PutUserPolicy", "iam:PutRolePolicy", "iam:CreatePolicyVersion"]',
      ),
      finds: [message('`iam:CreateAccessKey`, `iam:PutUserPolicy`, `iam:PutRolePolicy` and others', 'let')],
    },
    { name: 'by a pattern', statement: allow('<|"iam:*"|>'), finds: [message('`iam:*`')] },
    {
      name: 'on every role',
      statement: allow('["iam:CreateAccessKey", <|"iam:PutRolePolicy"|>]', '"arn:aws:iam::111122223333:role/*"'),
      finds: [message('`iam:PutRolePolicy`', 'lets', 'every role')],
    },
    silent('one path of roles', allow('"iam:PutRolePolicy"', '"arn:aws:iam::111122223333:role/app/*"')),
    silent('every role, of an action on users', allow('"iam:CreateAccessKey"', '"arn:aws:iam::*:role/*"')),
    silent(
      'under a condition',
      allow(
        '"iam:PutRolePolicy"',
        '"*"',
        ', "Condition": { "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/b" } }',
      ),
    ),
    silent('other actions of IAM', allow('["iam:Get*", "iam:CreateRole", "iam:PassRole"]')),
    silent('boundaries alone', allow('"iam:PutRolePermissionsBoundary"')),
    silent('everything, of which allow-everything tells', allow('["*", "iam:*"]')),
    silent('NotAction', allow('"s3:*"').replace('Action', 'NotAction')),
    silent('a Deny', allow('"iam:PutRolePolicy"').replace('Allow', 'Deny')),
    { name: 'a boundary', kind: 'boundary', statement: allow('"iam:*"') },
    { name: 'a parameter', forms: ['json', 'yaml'], statement: allow('"iam:PutRolePolicy"', '{ "Ref": "RoleArn" }') },
    {
      name: 'conditions that are not known',
      forms: ['json', 'yaml'],
      statement: allow('"iam:PutRolePolicy"', '"*"', ', "Condition": { "Ref": "Limits" }'),
    },
  ],
});
