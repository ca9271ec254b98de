import { ruleCases } from './support/rule-cases.ts';

const around = (action: string, element = 'Action') =>
  `{ "Effect": "Allow", "${element}": ${action}, "Resource": "*" }`;

ruleCases('unknown-service', {
  kind: 'identity',
  cases: [
    {
      name: 'misspelt',
      statement: around('"<|dynamdb|>:GetItem"'),
      finds: [
        {
          message: 'No service has the prefix `dynamdb`. Did you mean `dynamodb`?',
          fixes: [
            {
              title: 'Change dynamdb:GetItem to dynamodb:GetItem',
              applicability: 'suggestion',
              result: around('"dynamodb:GetItem"'),
            },
          ],
        },
      ],
    },
    {
      name: 'another name of a service',
      statement: around('["s3:GetObject", "<|stepfunctions|>:StartExecution"]'),
      finds: [
        {
          message: 'No service has the prefix `stepfunctions`. Did you mean `states`?',
          fixes: [
            {
              title: 'Change stepfunctions:StartExecution to states:StartExecution',
              result: around('["s3:GetObject", "states:StartExecution"]'),
            },
          ],
        },
      ],
    },
    {
      name: 'with a wildcard behind it',
      statement: around('"<|dyanmodb|>:*"', 'NotAction'),
      finds: [
        {
          message: 'No service has the prefix `dyanmodb`. Did you mean `dynamodb`?',
          fixes: [{ title: 'Change dyanmodb:* to dynamodb:*', result: around('"dynamodb:*"', 'NotAction') }],
        },
      ],
    },
    {
      name: 'far from all others',
      statement: around('"<|specific|>:ObscureAction"'),
      finds: [
        {
          message:
            'No service has the prefix `specific` as of 2026-09-26. Check it: `specific:ObscureAction` has no effect unless AWS added the service since.',
          severity: 'info',
          fixes: [],
        },
      ],
    },
    {
      name: 'short, as a service may be that AWS adds',
      statement: around('"<|ebz|>:GetSnapshot"'),
      finds: [
        {
          message:
            'No service has the prefix `ebz` as of 2026-09-26. Check it: `ebz:GetSnapshot` has no effect unless AWS added the service since.',
          severity: 'info',
        },
      ],
    },
    {
      name: 'old data',
      data: 'old',
      statement: around('["<|dynamdb|>:GetItem", "<|specific|>:Get"]'),
      finds: [
        { message: 'No service has the prefix `dynamdb`. Did you mean `dynamodb`?', severity: 'hint' },
        {
          message:
            'No service has the prefix `specific` as of 2026-09-26. Check it: `specific:Get` has no effect unless AWS added the service since.',
          severity: 'hint',
        },
      ],
    },
    { name: 'no data', data: 'none', statement: around('"dynamdb:GetItem"') },
    { name: 'in any case', statement: around('["S3:GetObject", "SNS:Publish"]') },
    { name: 'gone, but in policies of AWS', statement: around('["deeplens:*", "mobilehub:GetProject"]') },
    { name: 'a wildcard in the prefix', statement: around('"zz*:Get*"') },
    { name: 'everything', statement: around('"*"') },
    { name: 'malformed', statement: around('"dynamdb"') },
    { name: 'a placeholder', statement: around('"<service>:Get"') },
    { name: 'a parameter', statement: around('{ "Fn::Sub": "${Service}:Get" }'), forms: ['json', 'yaml'] },
    {
      name: 'an Allow of a trust policy, which another rule reads',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "stts:AssumeRole" }',
    },
  ],
});
