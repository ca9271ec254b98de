import { ruleCases } from './support/rule-cases.ts';

const statement = (sid: string) => `{ "Sid": ${sid}, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }`;
const plain = '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }';
const deny = (sid: string) => `{ "Sid": ${sid}, "Effect": "Deny", "Action": "s3:*", "Resource": "*" }`;

const message = (written: string, kind = 'an identity policy') =>
  `The \`Sid\` of ${kind} takes letters and digits only, not \`${written}\`.`;

ruleCases('invalid-sid', {
  kind: 'identity',
  cases: [
    {
      name: 'a space',
      statement: statement('<|"Allow reading"|>'),
      finds: [
        {
          message: `${message('Allow reading')} Write \`AllowReading\`.`,
          fixes: [{ title: 'Change it to AllowReading', applicability: 'safe', result: statement('"AllowReading"') }],
        },
      ],
    },
    {
      name: 'a hyphen in a trust policy',
      kind: 'trust',
      statement:
        '{ "Sid": <|"any-lambda"|>, "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Name" }, "Action": "sts:AssumeRole" }',
      finds: [`${message('any-lambda', 'a trust policy')} Write \`anyLambda\`.`],
    },
    {
      name: 'nothing but such characters',
      statement: statement('<|"---"|>'),
      finds: [{ message: message('---'), fixes: [] }],
    },
    {
      name: 'a name that would stand twice',
      policy: `{ "Version": "2012-10-17", "Statement": [${statement('"ReadAll"')}, ${statement('<|"Read All"|>')}] }`,
      finds: [{ message: message('Read All'), fixes: [] }],
    },
    {
      name: 'beside a parameter',
      statement: statement('<|{ "Fn::Sub": "Read-${Name}" }|>'),
      forms: ['json', 'yaml'],
      finds: [{ message: message('Read-${Name}'), fixes: [] }],
    },
    {
      name: 'empty',
      statement: statement('<|""|>'),
      finds: [
        {
          severity: 'hint',
          message: 'This `Sid` is empty. Remove it, or say in a word what the statement is for.',
          fixes: [{ title: 'Remove the empty Sid', applicability: 'safe', result: plain }],
        },
      ],
    },
    { name: 'letters and digits', statement: statement('"Read1"') },
    { name: 'a placeholder', statement: statement('"<name of the statement>"') },
    { name: 'a parameter', statement: statement('{ "Ref": "Name" }'), forms: ['json', 'yaml'] },
    {
      name: 'a resource policy, which other services read',
      kind: 'resource',
      statement: `{ "Sid": "Allow reading", "Principal": "*", ${plain.slice(2)}`,
    },
    { name: 'a service control policy', kind: 'scp', statement: deny('"Deny all of it"') },
  ],
});
