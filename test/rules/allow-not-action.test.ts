import { ruleCases } from './support/rule-cases.ts';

const statement = (actions: string, resource: string, rest = '', key = '<|"NotAction"|>') =>
  `{ "Effect": "Allow", ${key}: ${actions}, "Resource": ${resource}${rest} }`;
const general = (kind: string, more = '') =>
  `In ${kind} that allows, \`NotAction\` means every action but those listed${more}, also those that AWS adds later. Name with \`Action\` what is allowed.`;
const administrator =
  'This allows every action but those listed, on every resource; what is listed leaves actions of IAM with which its holder can allow itself the rest. Name with `Action` what is allowed.';
const plain = '"NotAction"';

ruleCases('allow-not-action', {
  kind: 'identity',
  cases: [
    { name: 'that leaves IAM', statement: statement('"s3:*"', '"*"'), finds: [{ message: administrator, fixes: [] }] },
    {
      name: 'that leaves out IAM',
      statement: statement('["iam:*", "organizations:*"]', '"*"'),
      finds: [{ severity: 'info', message: general('an identity policy', ', on every resource') }],
    },
    {
      name: 'on some resources',
      statement: statement('"s3:DeleteObject"', '"arn:aws:s3:::example/*"'),
      finds: [{ severity: 'info', message: general('an identity policy') }],
    },
    {
      name: 'with a condition',
      statement: statement('"s3:*"', '"*"', ', "Condition": { "Bool": { "aws:SecureTransport": "true" } }'),
      finds: [{ severity: 'info', message: general('an identity policy', ', on every resource') }],
    },
    {
      name: 'in a resource policy',
      kind: 'resource',
      statement: statement('"s3:DeleteObject"', '"arn:aws:s3:::example/*"', ', "Principal": { "AWS": "111122223333" }'),
      finds: [general('a resource policy')],
    },
    {
      name: 'in a trust policy',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", <|"NotAction"|>: "sts:TagSession", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Name" } }',
      finds: [{ severity: 'info', message: general('a trust policy') }],
    },
    { name: 'in a Deny', statement: statement('"s3:*"', '"*"', '', plain).replace('Allow', 'Deny') },
    { name: 'in a service control policy', kind: 'scp', statement: statement('"s3:*"', '"*"', '', plain) },
    { name: 'a parameter', statement: statement('{ "Ref": "Actions" }', '"*"', '', plain), forms: ['json', 'yaml'] },
    { name: 'Action', statement: statement('"s3:*"', '"*"', '', '"Action"') },
    {
      name: 'beside Action, which AWS refuses',
      statement: '{ "Effect": "Allow", "Action": "s3:GetObject", "NotAction": "s3:PutObject", "Resource": "*" }',
    },
  ],
});
