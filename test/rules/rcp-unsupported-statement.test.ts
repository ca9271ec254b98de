import { ruleCases } from './support/rule-cases.ts';

const statement = (action: string, rest = '"Effect": "Deny"', resource = '"*"') =>
  `{ ${rest}, "Principal": "*", "Action": ${action}, "Resource": ${resource} }`;
const allow =
  'A resource control policy that you create can only deny. What it does not deny stays as it is: turn this into a Deny of the rest.';
const star =
  'A resource control policy that you create has to name the service of each action: `*` alone is not possible. Write `s3:*`, `sts:*` and so on.';

ruleCases('rcp-unsupported-statement', {
  kind: 'rcp',
  cases: [
    {
      name: 'an Allow',
      statement: statement('"s3:*"', '"Effect": <|"Allow"|>'),
      finds: [{ message: allow, fixes: [] }],
    },
    {
      name: 'an Allow of everything under a condition',
      statement: `{ "Effect": <|"Allow"|>, "Principal": "*", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } } }`,
      finds: [allow],
    },
    { name: 'the policy that AWS attaches everywhere', statement: statement('"*"', '"Effect": "Allow"') },
    { name: 'every action', statement: statement('<|"*"|>'), finds: [{ message: star, fixes: [] }] },
    { name: 'every action in a list', statement: statement('["s3:*", <|"*"|>]'), finds: [star] },
    {
      name: 'a wildcard in the service',
      statement: statement('"<|s*|>:GetObject"'),
      finds: ['A resource control policy has to name the service of each action: `s*` names none.'],
    },
    {
      name: 'a service that is not supported',
      statement: statement('["s3:GetObject", "<|sns|>:Publish"]'),
      finds: [
        {
          severity: 'info',
          message:
            'Resource control policies do not support `sns` as of 2026-11, and AWS refuses services that they do not support. Check the list of AWS.',
        },
      ],
    },
    { name: 'services', statement: statement('["s3:*", "sts:AssumeRole", "KMS:Decrypt", "logs:Put*", "s3:*Object"]') },
    { name: 'a service that does not exist', statement: statement('"s4:GetObject"') },
    { name: 'a parameter', statement: statement('{ "Ref": "Action" }'), forms: ['json', 'yaml'] },
    { name: 'without data', statement: statement('"sns:Publish"'), data: 'none' },
    {
      name: 'a service control policy',
      kind: 'scp',
      statement: '{ "Effect": "Allow", "Action": "*", "Resource": "*" }',
    },
  ],
});
