import { ruleCases } from './support/rule-cases.ts';

const around = (effect: string) => `{ "Effect": ${effect}, "Action": "s3:GetObject", "Resource": "*" }`;

ruleCases('invalid-effect', {
  kind: 'identity',
  cases: [
    {
      name: 'wrong case',
      statement: around('<|"allow"|>'),
      finds: [
        {
          message: '`allow` is not an effect. Write `Allow` or `Deny`, with a capital letter.',
          fixes: [{ title: 'Change allow to Allow', applicability: 'suggestion', result: around('"Allow"') }],
        },
      ],
    },
    {
      name: 'misspelt',
      statement: around('<|"Dney"|>'),
      finds: [
        {
          message: '`Dney` is not an effect. Write `Allow` or `Deny`, with a capital letter.',
          fixes: [{ title: 'Change Dney to Deny', result: around('"Deny"') }],
        },
      ],
    },
    {
      name: 'far from both',
      statement: around('<|"Permit"|>'),
      finds: [{ message: '`Permit` is not an effect. Write `Allow` or `Deny`, with a capital letter.', fixes: [] }],
    },
    {
      name: 'no text at all',
      statement: around('<|true|>'),
      finds: [{ message: '`true` is not an effect. Write `Allow` or `Deny`, with a capital letter.', fixes: [] }],
    },
    {
      name: 'space at the end',
      statement: around('<|"Allow "|>'),
      finds: [
        {
          message: '`Allow ` is not an effect. Write `Allow` or `Deny`, with a capital letter.',
          fixes: [{ title: 'Change Allow to Allow', result: around('"Allow"') }],
        },
      ],
    },
    { name: 'Allow', statement: around('"Allow"') },
    { name: 'Deny', statement: around('"Deny"') },
    {
      name: 'an Allow in a resource control policy',
      kind: 'rcp',
      statement: '{ "Effect": "Allow", "Principal": "*", "Action": "*" }',
    },
    { name: 'an Allow in a service control policy', kind: 'scp', statement: around('"Allow"') },
    { name: 'a parameter', statement: around('{ "Ref": "Effect" }'), forms: ['json', 'yaml'] },
    {
      name: 'one branch of an Fn::If',
      statement: around('{ "Fn::If": ["Locked", <|"deny"|>, "Allow"] }'),
      forms: ['json', 'yaml'],
      finds: [
        {
          message: '`deny` is not an effect. Write `Allow` or `Deny`, with a capital letter.',
          fixes: [
            {
              title: 'Change deny to Deny',
              result: around('{ "Fn::If": ["Locked", "Deny", "Allow"] }'),
            },
          ],
        },
      ],
    },
    { name: 'a placeholder', statement: around('"<Allow or Deny>"') },
    {
      name: 'not typed yet',
      file: 'template.yaml',
      text: 'Resources:\n  R:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect:\n            Action: s3:GetObject\n',
    },
  ],
});
