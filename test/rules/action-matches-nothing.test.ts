import { ruleCases } from './support/rule-cases.ts';

const around = (action: string, element = 'Action') =>
  `{ "Effect": "Allow", "${element}": ${action}, "Resource": "*" }`;

ruleCases('action-matches-nothing', {
  kind: 'identity',
  cases: [
    {
      name: 'a verb that the service does not use',
      statement: around('["iam:<|Describe*|>", "iam:List*"]'),
      finds: ['No action of `iam` matches `Describe*` as of 2026-09-26, so that it has no effect. Check the name.'],
    },
    {
      name: 'a question mark',
      statement: around('"s3:<|GetObjec?x|>"', 'NotAction'),
      finds: ['No action of `s3` matches `GetObjec?x` as of 2026-09-26, so that it has no effect. Check the name.'],
    },
    {
      name: 'old data',
      data: 'old',
      statement: around('"iam:<|Describe*|>"'),
      finds: [
        {
          message: 'No action of `iam` matches `Describe*` as of 2026-09-26, so that it has no effect. Check the name.',
          severity: 'hint',
        },
      ],
    },
    { name: 'no data', data: 'none', statement: around('"iam:Describe*"') },
    { name: 'in any case', statement: around('["IAM:get*", "s3:GETOBJEC?"]') },
    { name: 'what only policies of AWS name', statement: around('"sns:Rec*"') },
    { name: 'a service that is gone', statement: around('"deeplens:Foo*"') },
    { name: 'a service that is not known', statement: around('"dynamdb:Get*"') },
    { name: 'a wildcard in the service', statement: around('"*:Foo*"') },
    { name: 'everything', statement: around('["*", "s3:*"]') },
    { name: 'a placeholder', statement: around('"iam:<verb>*"') },
    { name: 'a parameter', statement: around('{ "Fn::Sub": "iam:${Verb}*" }'), forms: ['json', 'yaml'] },
  ],
});
