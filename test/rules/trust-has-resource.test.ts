import { ruleCases } from './support/rule-cases.ts';

const statement = (rest: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"${rest} }`;

const refused = (name: string) =>
  `AWS refuses \`${name}\` in a trust policy: what is assumed is the role that has the policy. Remove it.`;

ruleCases('trust-has-resource', {
  kind: 'trust',
  cases: [
    {
      name: 'Resource',
      statement: statement(', <|"Resource"|>: "*"'),
      finds: [
        {
          message: refused('Resource'),
          fixes: [{ title: 'Remove Resource', applicability: 'suggestion', result: statement('') }],
        },
      ],
    },
    {
      name: 'NotResource before another element',
      statement: statement(', <|"NotResource"|>: ["arn:aws:s3:::example"], "Sid": "Last"'),
      finds: [
        {
          message: refused('NotResource'),
          fixes: [{ title: 'Remove NotResource', result: statement(', "Sid": "Last"') }],
        },
      ],
    },
    {
      name: 'a value that is not known',
      statement: statement(', <|"Resource"|>: { "Ref": "Bucket" }'),
      forms: ['json', 'yaml'],
      finds: [{ message: refused('Resource'), fixes: [{ title: 'Remove Resource', result: statement('') }] }],
    },
    { name: 'none', statement: statement('') },
    {
      name: 'a Deny',
      statement: statement(', <|"Resource"|>: "*"', 'Deny'),
      finds: [{ message: refused('Resource'), fixes: [{ title: 'Remove Resource', result: statement('', 'Deny') }] }],
    },
    {
      name: 'a resource policy',
      kind: 'resource',
      statement:
        '{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*" }',
    },
  ],
});
