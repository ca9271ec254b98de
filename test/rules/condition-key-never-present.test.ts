import { ruleCases } from './support/rule-cases.ts';

const around = (action: string, condition: string, { element = 'Action', effect = 'Allow' } = {}) =>
  `{ "Effect": "${effect}", "${element}": ${action}, "Resource": "*", "Condition": ${condition} }`;
const move = 'Move the condition to a statement with the actions that it is for.';

ruleCases('condition-key-never-present', {
  kind: 'identity',
  cases: [
    {
      name: 'a key of another action',
      statement: around('"s3:GetObject"', '{ "StringLike": { <|"s3:prefix"|>: "home/*" } }'),
      finds: [
        {
          message: `\`s3:GetObject\` never has \`s3:prefix\` in its requests, so that the statement never applies. ${move}`,
          fixes: [],
        },
      ],
    },
    {
      name: 'several actions, with a wildcard',
      statement: around('["s3:GetObject*", "s3:PutObject"]', '{ "StringLike": { <|"S3:Prefix"|>: "home/*" } }', {
        effect: 'Deny',
      }),
      finds: [
        `None of the actions of this statement has \`S3:Prefix\` in its requests, so that the statement never applies. ${move}`,
      ],
    },
    {
      name: 'an operator that is true without the key',
      statement: around('"s3:GetObject"', '{ "StringNotLike": { <|"s3:prefix"|>: "home/*" } }'),
      finds: [
        `\`s3:GetObject\` never has \`s3:prefix\` in its requests, so that the condition limits nothing. ${move}`,
      ],
    },
    {
      name: 'an operator that asks for the key itself',
      statement: around('"s3:GetObject"', '{ "Null": { <|"s3:prefix"|>: "true" } }'),
      finds: [`\`s3:GetObject\` never has \`s3:prefix\` in its requests. ${move}`],
    },
    {
      name: 'old data',
      data: 'old',
      statement: around('"s3:GetObject"', '{ "Null": { <|"s3:prefix"|>: "true" } }'),
      finds: [{ message: `\`s3:GetObject\` never has \`s3:prefix\` in its requests. ${move}`, severity: 'hint' }],
    },
    { name: 'no data', data: 'none', statement: around('"s3:GetObject"', '{ "StringLike": { "s3:prefix": "a" } }') },
    {
      name: 'one action has it',
      statement: around('["s3:GetObject", "s3:ListBucket"]', '{ "StringLike": { "s3:prefix": "a" } }'),
    },
    { name: 'all actions of the service', statement: around('"s3:*"', '{ "StringLike": { "s3:prefix": "a" } }') },
    {
      name: 'a key of the resource',
      statement: around('"ec2:StopInstances"', '{ "StringEquals": { "ec2:ResourceTag/team": "a" } }'),
    },
    {
      name: 'a key of the session',
      statement: around('"ec2:CreateSnapshot"', '{ "ArnLike": { "ec2:SourceInstanceARN": "*" } }'),
    },
    {
      name: 'actions of another service beside',
      statement: around('["s3:GetObject", "sqs:SendMessage"]', '{ "StringLike": { "s3:prefix": "a" } }'),
    },
    { name: 'every action', statement: around('"*"', '{ "StringLike": { "s3:prefix": "a" } }') },
    {
      name: 'NotAction',
      statement: around('"s3:GetObject"', '{ "StringLike": { "s3:prefix": "a" } }', { element: 'NotAction' }),
    },
    {
      name: 'an action that is not known',
      statement: around('["s3:GetObject", "s3:GetObjct"]', '{ "StringLike": { "s3:prefix": "a" } }'),
    },
    { name: 'a key that is not known', statement: around('"s3:GetObject"', '{ "StringLike": { "s3:prefx": "a" } }') },
    { name: 'a global key', statement: around('"s3:GetObject"', '{ "StringLike": { "aws:PrincipalArn": "a" } }') },
    {
      name: 'a parameter among the actions',
      statement: around('["s3:GetObject", { "Ref": "Action" }]', '{ "StringLike": { "s3:prefix": "a" } }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'the external id of a trust policy',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/a" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "x" } } }',
    },
  ],
});
