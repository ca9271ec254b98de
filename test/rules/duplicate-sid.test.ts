import { ruleCases } from './support/rule-cases.ts';

const statement = (sid: string, action = 's3:GetObject') =>
  `{ "Sid": ${sid}, "Effect": "Allow", "Action": "${action}", "Resource": "*" }`;
const policy = (...statements: readonly string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const bucket = (sid: string) =>
  `{ "Sid": ${sid}, "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*" }`;

const refused =
  'Another statement has the `Sid` `Read` already, and AWS refuses an identity policy in which one stands twice. Give this one another.';

ruleCases('duplicate-sid', {
  kind: 'identity',
  cases: [
    {
      name: 'twice',
      policy: policy(statement('<|"Read"|>'), statement('<|"Read"|>', 's3:ListBucket')),
      finds: [
        {
          at: 1,
          message: refused,
          related: [{ at: 0, message: '`Read` is here' }],
          fixes: [
            {
              title: 'Change it to Read2',
              applicability: 'safe',
              result: policy(statement('"Read"'), statement('"Read2"', 's3:ListBucket')),
            },
          ],
        },
      ],
    },
    {
      name: 'a number that is taken',
      policy: policy(statement('"Read"'), statement('"Read2"'), statement('<|"Read"|>')),
      finds: [
        {
          message: refused,
          fixes: [
            {
              title: 'Change it to Read3',
              result: policy(statement('"Read"'), statement('"Read2"'), statement('"Read3"')),
            },
          ],
        },
      ],
    },
    {
      name: 'a resource policy',
      kind: 'resource',
      policy: policy(bucket('"Read"'), bucket('<|"Read"|>')),
      finds: [
        {
          severity: 'info',
          message:
            'Another statement has the `Sid` `Read` already. Not every service takes the same one twice: give this one another.',
        },
      ],
    },
    {
      name: 'the same parameter in both',
      policy: policy(statement('{ "Fn::Sub": "Read${Name}" }'), statement('<|{ "Fn::Sub": "Read${Name}" }|>')),
      forms: ['json', 'yaml'],
      finds: [{ message: refused.replace('`Read`', '`Read${Name}`'), fixes: [] }],
    },
    {
      name: 'one of them inside an Fn::If',
      policy: policy(
        statement('"Read"'),
        `{ "Fn::If": ["Wide", ${statement('<|"Read"|>')}, { "Ref": "AWS::NoValue" }] }`,
      ),
      forms: ['json', 'yaml'],
      finds: [refused],
    },
    {
      name: 'the two branches of an Fn::If',
      policy: policy(`{ "Fn::If": ["Wide", ${statement('"Read"')}, ${statement('"Read"')}] }`),
      forms: ['json', 'yaml'],
    },
    { name: 'another case', policy: policy(statement('"Read"'), statement('"read"')) },
    { name: 'two empty ones', policy: policy(statement('""'), statement('""')) },
    { name: 'two placeholders', policy: policy(statement('"<name>"'), statement('"<name>"')) },
    {
      name: 'different parameters',
      policy: policy(statement('{ "Ref": "A" }'), statement('{ "Ref": "B" }')),
      forms: ['json', 'yaml'],
    },
  ],
});
