import { ruleCases } from './support/rule-cases.ts';

const around = (condition: string) =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} }`;
const keys = '{ "aws:PrincipalOrgID": "o-a1b2c3d4e5" }';

ruleCases('unknown-condition-operator', {
  kind: 'identity',
  cases: [
    {
      name: 'misspelt',
      statement: around(`{ <|"StringEqual"|>: ${keys} }`),
      finds: [
        {
          message: '`StringEqual` is not a condition operator. Did you mean `StringEquals`?',
          fixes: [
            {
              title: 'Change StringEqual to StringEquals',
              applicability: 'suggestion',
              result: around(`{ "StringEquals": ${keys} }`),
            },
          ],
        },
      ],
    },
    {
      name: 'misspelt, with prefix and suffix',
      statement: around(`{ <|"ForAnyValues:StringNotEqualIgnoreCaseIfExists"|>: ${keys} }`),
      finds: [
        {
          message:
            '`ForAnyValues:StringNotEqualIgnoreCaseIfExists` is not a condition operator. Did you mean `ForAnyValue:StringNotEqualsIgnoreCaseIfExists`?',
          fixes: [
            {
              title:
                'Change ForAnyValues:StringNotEqualIgnoreCaseIfExists to ForAnyValue:StringNotEqualsIgnoreCaseIfExists',
              result: around(`{ "ForAnyValue:StringNotEqualsIgnoreCaseIfExists": ${keys} }`),
            },
          ],
        },
      ],
    },
    {
      name: 'beside the one that is meant',
      statement: around(`{ "StringEquals": ${keys}, <|"StringEqual"|>: { "aws:PrincipalAccount": "111122223333" } }`),
      finds: [{ message: '`StringEqual` is not a condition operator. Did you mean `StringEquals`?', fixes: [] }],
    },
    {
      name: 'far from all others',
      statement: around(`{ <|"Matches"|>: ${keys} }`),
      finds: [
        {
          message: '`Matches` is not a condition operator. Write one, such as `StringEquals` or `ArnLike`.',
          fixes: [],
        },
      ],
    },
    {
      name: 'Null with IfExists',
      statement: around('{ <|"NullIfExists"|>: { "aws:PrincipalOrgID": "true" } }'),
      finds: ['`NullIfExists` is not a condition operator. Write one, such as `StringEquals` or `ArnLike`.'],
    },
    {
      name: 'a key in the place of an operator',
      statement: around('{ <|"aws:SourceIp"|>: { "aws:SourceIp": "192.0.2.0/24" } }'),
      finds: [
        {
          message: '`aws:SourceIp` is a condition key. Put it under an operator, such as `StringEquals`.',
          fixes: [],
        },
      ],
    },
    {
      name: 'a trust policy',
      kind: 'trust',
      statement: `{ "Effect": "Deny", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole", "Condition": { <|"StringEqual"|>: ${keys} } }`,
      finds: ['`StringEqual` is not a condition operator. Did you mean `StringEquals`?'],
    },
    {
      name: 'one branch of an Fn::If',
      statement: around(`{ "Fn::If": ["Locked", { <|"StringLikes"|>: ${keys} }, { "Ref": "AWS::NoValue" }] }`),
      forms: ['json', 'yaml'],
      finds: ['`StringLikes` is not a condition operator. Did you mean `StringLike`?'],
    },
    { name: 'in any case', statement: around(`{ "stringequals": ${keys}, "foranyvalue:stringLike": ${keys} }`) },
    { name: 'without keys', statement: around('{ "StringEquals": {} }') },
    { name: 'a placeholder', statement: around(`{ "<operator>": ${keys} }`) },
    { name: 'what is substituted', statement: around(`{ "\${Operator}": ${keys} }`) },
    { name: 'no condition', statement: around('{}') },
  ],
});
