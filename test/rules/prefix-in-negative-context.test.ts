import { ruleCases } from './support/rule-cases.ts';

const statement = (effect: string, condition: string, action = '"s3:ListBucket"') =>
  `{ "Effect": "${effect}", "Action": ${action}, "Resource": "arn:aws:s3:::example", "Condition": ${condition} }`;
const message = (operator: string, where: string, prefix: string) =>
  `\`${operator}\` in ${where} does not keep what lies under \`${prefix}\` from being listed: a request with a shorter prefix, or none, lists it too. Name the prefixes that may be listed, with \`StringLike\` in an Allow or \`StringNotLike\` in a Deny.`;

ruleCases('prefix-in-negative-context', {
  kind: 'identity',
  cases: [
    {
      name: 'a Deny of a prefix',
      statement: statement('Deny', '{ <|"StringLike"|>: { "s3:prefix": "private/*" } }'),
      finds: [{ message: message('StringLike', 'a Deny', 'private/*'), fixes: [] }],
    },
    {
      name: 'a Deny of several, exactly',
      statement: statement('Deny', '{ <|"StringEqualsIfExists"|>: { "S3:Prefix": ["", "private/"] } }', '"s3:*"'),
      finds: [message('StringEqualsIfExists', 'a Deny', 'private/')],
    },
    {
      name: 'an Allow of all others',
      statement: statement(
        'Allow',
        '{ <|"StringNotLike"|>: { "s3:prefix": "private/*" } }',
        '["s3:ListBucketVersions"]',
      ),
      finds: [message('StringNotLike', 'an Allow', 'private/*')],
    },
    {
      name: 'a parameter',
      statement: statement('Deny', '{ <|"StringLike"|>: { "s3:prefix": { "Fn::Sub": "${Team}/*" } } }'),
      forms: ['json', 'yaml'],
      finds: [message('StringLike', 'a Deny', '${Team}/*')],
    },
    { name: 'an Allow of a prefix', statement: statement('Allow', '{ "StringLike": { "s3:prefix": "home/*" } }') },
    { name: 'a Deny of all others', statement: statement('Deny', '{ "StringNotLike": { "s3:prefix": "home/*" } }') },
    { name: 'a Deny of every prefix', statement: statement('Deny', '{ "StringLike": { "s3:prefix": "*" } }') },
    { name: 'a Deny of the empty prefix', statement: statement('Deny', '{ "StringEquals": { "s3:prefix": "" } }') },
    {
      name: 'another condition on the key',
      statement: statement('Deny', '{ "StringLike": { "s3:prefix": "a/*" }, "Null": { "s3:prefix": "false" } }'),
    },
    {
      name: 'an action that lists nothing',
      statement: statement('Deny', '{ "StringLike": { "s3:prefix": "private/*" } }', '"s3:GetObject"'),
    },
    {
      name: 'an action that is not known',
      statement: statement('Deny', '{ "StringLike": { "s3:prefix": "private/*" } }', '{ "Ref": "Action" }'),
      forms: ['json', 'yaml'],
    },
  ],
});
