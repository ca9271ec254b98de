import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string) =>
  `{ "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*", "Condition": ${condition} }`;
const message = (key: string, operator: string) =>
  `\`${key}\` may hold several values, and \`${operator}\` compares one. Put \`ForAnyValue:\` before it if one of them has to fit, \`ForAllValues:\` if all have to.`;

ruleCases('multivalued-key-without-set-operator', {
  kind: 'identity',
  cases: [
    {
      name: 'the keys of tags',
      statement: statement('{ <|"StringEquals"|>: { "aws:TagKeys": ["team", "stage"] } }'),
      finds: [
        {
          message: message('aws:TagKeys', 'StringEquals'),
          fixes: [
            {
              title: 'Use ForAnyValue:StringEquals',
              applicability: 'suggestion',
              result: statement('{ "ForAnyValue:StringEquals": { "aws:TagKeys": ["team", "stage"] } }'),
            },
            {
              title: 'Use ForAllValues:StringEquals',
              applicability: 'suggestion',
              result: statement('{ "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "stage"] } }'),
            },
          ],
        },
      ],
    },
    {
      name: 'a key in another case',
      statement: statement('{ <|"StringLikeIfExists"|>: { "aws:calledvia": "athena.amazonaws.com" } }'),
      finds: [message('aws:calledvia', 'StringLikeIfExists')],
    },
    {
      name: 'in a Deny',
      kind: 'scp',
      statement:
        '{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { <|"StringNotEquals"|>: { "aws:PrincipalServiceNamesList": "logs.amazonaws.com" } } }',
      finds: [message('aws:PrincipalServiceNamesList', 'StringNotEquals')],
    },
    { name: 'a prefix', statement: statement('{ "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }') },
    { name: 'whether the key is there', statement: statement('{ "Null": { "aws:TagKeys": "false" } }') },
    {
      name: 'a key of one value',
      statement: statement('{ "StringEquals": { "aws:CalledViaLast": "athena.amazonaws.com" } }'),
    },
    { name: 'a key of a service', statement: statement('{ "StringEquals": { "kms:GrantOperations": "Decrypt" } }') },
  ],
});
