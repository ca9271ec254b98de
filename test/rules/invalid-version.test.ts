import { ruleCases } from './support/rule-cases.ts';

const around = (version: string) =>
  `{ "Version": ${version}, "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }`;

const controlPolicy = (version: string) =>
  `{ "Version": ${version}, "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }] }`;

const notAVersion = (written: string) =>
  `\`${written}\` is not a version of the policy language. Write \`2012-10-17\` or \`2008-10-17\`: it is not the date of your policy.`;

ruleCases('invalid-version', {
  kind: 'identity',
  cases: [
    {
      name: 'the day on which the policy was written',
      policy: around('<|"2025-03-14"|>'),
      finds: [
        {
          message: notAVersion('2025-03-14'),
          fixes: [
            {
              title: 'Change the version to 2012-10-17',
              applicability: 'suggestion',
              result: around('"2012-10-17"'),
            },
          ],
        },
      ],
    },
    {
      name: 'one digit wrong',
      policy: around('<|"2012-10-18"|>'),
      finds: [notAVersion('2012-10-18')],
    },
    {
      name: 'a number',
      policy: around('<|2012|>'),
      finds: [
        {
          message: notAVersion('2012'),
          fixes: [{ title: 'Change the version to 2012-10-17', result: around('"2012-10-17"') }],
        },
      ],
    },
    { name: 'an empty string', policy: around('<|""|>'), finds: [notAVersion('')] },
    {
      name: 'the first version in a resource control policy',
      kind: 'rcp',
      policy: controlPolicy('<|"2008-10-17"|>'),
      finds: [
        {
          message: 'Version `2008-10-17` is too old for a resource control policy. Write `2012-10-17`.',
          fixes: [{ title: 'Change the version to 2012-10-17', result: controlPolicy('"2012-10-17"') }],
        },
      ],
    },
    {
      name: 'a word in a resource control policy',
      kind: 'rcp',
      policy: controlPolicy('<|"latest"|>'),
      finds: [
        '`latest` is not a version of the policy language. Write `2012-10-17`: it is not the date of your policy.',
      ],
    },
    { name: 'the current version', policy: around('"2012-10-17"') },
    { name: 'the current version in a resource control policy', kind: 'rcp', policy: controlPolicy('"2012-10-17"') },
    { name: 'the first version', policy: around('"2008-10-17"') },
    { name: 'a parameter', policy: around('{ "Ref": "PolicyVersion" }'), forms: ['json', 'yaml'] },
    { name: 'a placeholder', policy: around('"<version>"') },
    {
      name: 'no version',
      policy: '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }',
    },
    {
      name: 'without quotes in YAML',
      file: 'template.yaml',
      text: `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: 2012-10-17
        Statement: []
`,
    },
    {
      name: 'keeps the quotes of a YAML template',
      file: 'template.yaml',
      text: `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: <|'2012-10-7'|> # as in the guide
        Statement:
          Effect: Allow
          Action: s3:GetObject
          Resource: '*'
`,
      finds: [
        {
          message: notAVersion('2012-10-7'),
          fixes: [
            {
              title: 'Change the version to 2012-10-17',
              result: `Resources:
  Reader:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17' # as in the guide
        Statement:
          Effect: Allow
          Action: s3:GetObject
          Resource: '*'
`,
            },
          ],
        },
      ],
    },
  ],
});
