import { ruleCases } from './support/rule-cases.ts';

const around = (action: string, element = 'Action') =>
  `{ "Effect": "Allow", "${element}": ${action}, "Resource": "*" }`;

ruleCases('unknown-action', {
  kind: 'identity',
  cases: [
    {
      name: 'misspelt',
      statement: around('"s3:<|GetObjct|>"'),
      finds: [
        {
          message: '`s3` has no action `GetObjct`. Did you mean `GetObject`?',
          fixes: [
            {
              title: 'Change s3:GetObjct to s3:GetObject',
              applicability: 'suggestion',
              result: around('"s3:GetObject"'),
            },
          ],
        },
      ],
    },
    {
      name: 'an operation that another action allows',
      statement: around('"s3:<|HeadObject|>"'),
      finds: [
        {
          message: '`s3` has no action `HeadObject`. Did you mean `GetObject`?',
          fixes: [{ title: 'Change s3:HeadObject to s3:GetObject', result: around('"s3:GetObject"') }],
        },
      ],
    },
    {
      name: 'such an operation that policies of AWS name too',
      statement: around('["s3:GetObject", "S3:<|ListObjectsV2|>"]', 'NotAction'),
      finds: [
        {
          message: '`S3` has no action `ListObjectsV2`. Did you mean `ListBucket`?',
          severity: 'info',
          fixes: [
            {
              title: 'Change S3:ListObjectsV2 to S3:ListBucket',
              result: around('["s3:GetObject", "S3:ListBucket"]', 'NotAction'),
            },
          ],
        },
      ],
    },
    {
      name: 'of words that the service uses, as AWS may have added it',
      statement: around('"iam:<|CreateRolePolicy|>"'),
      finds: [
        {
          message:
            '`iam` has no action `CreateRolePolicy` as of 2026-09-26. Check the name: it has no effect unless AWS added it since.',
          severity: 'info',
          fixes: [],
        },
      ],
    },
    {
      name: 'a new version of an action',
      statement: around('"s3:<|GetObjectV7|>"'),
      finds: [
        {
          message:
            '`s3` has no action `GetObjectV7` as of 2026-09-26. Check the name: it has no effect unless AWS added it since.',
          severity: 'info',
        },
      ],
    },
    {
      name: 'old data',
      data: 'old',
      statement: around('["s3:<|GetObjct|>", "iam:<|CreateRolePolicy|>"]'),
      finds: [
        { message: '`s3` has no action `GetObjct`. Did you mean `GetObject`?', severity: 'hint' },
        {
          message:
            '`iam` has no action `CreateRolePolicy` as of 2026-09-26. Check the name: it has no effect unless AWS added it since.',
          severity: 'hint',
        },
      ],
    },
    {
      name: 'a service control policy',
      kind: 'scp',
      statement: '{ "Effect": "Deny", "Action": "organizations:<|LeaveOrganisation|>", "Resource": "*" }',
      finds: ['`organizations` has no action `LeaveOrganisation`. Did you mean `LeaveOrganization`?'],
    },
    {
      name: 'a Deny of a trust policy',
      kind: 'trust',
      statement: '{ "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "sts:<|AssumRole|>" }',
      finds: ['`sts` has no action `AssumRole`. Did you mean `AssumeRole`?'],
    },
    {
      name: 'an Allow of a trust policy, which another rule reads',
      kind: 'trust',
      statement: '{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumRole" }',
    },
    { name: 'no data', data: 'none', statement: around('"s3:GetObjct"') },
    { name: 'in any case', statement: around('["s3:getobject", "S3:GETOBJECT"]') },
    { name: 'undocumented, but in policies of AWS', statement: around('["budgets:CreateBudget", "sns:Receive"]') },
    { name: 'of a service that is gone', statement: around('"deeplens:Anything"') },
    { name: 'of a service that is not known', statement: around('"dynamdb:GetItm"') },
    { name: 'with a wildcard', statement: around('"s3:Gett*"') },
    { name: 'everything', statement: around('"*"') },
    { name: 'a placeholder', statement: around('"s3:<action>"') },
    { name: 'a parameter', statement: around('{ "Fn::Sub": "s3:${Name}" }'), forms: ['json', 'yaml'] },
    {
      name: 'in a string that is substituted',
      statement: around('{ "Fn::Sub": "s3:<|GetObjct|>" }'),
      forms: ['json', 'yaml'],
      finds: ['`s3` has no action `GetObjct`. Did you mean `GetObject`?'],
    },
  ],
});
