import { exampleKnown, exampleOrganization } from '../organization/example-organization.ts';
import { ruleCases } from './support/rule-cases.ts';

const unknown = (id: string) =>
  `\`${id}\` is no account of \`o-a1b2c3d4e5\`, as loaded on 2026-11-20. Correct it, or give it a name under \`accounts\` in rolechain.config.json if it is meant.`;

const allow = (condition: string, resource = '"*"') =>
  `{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ${resource}, "Condition": ${condition} }`;

const trust = (principal: string) =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "x" } } }`;

ruleCases('account-unknown', {
  kind: 'identity',
  organizations: exampleKnown,
  cases: [
    {
      name: 'under keys for accounts',
      statement: allow(
        '{ "StringEquals": { "aws:ResourceAccount": ["333344445555", <|"777788889999"|>], "kms:CallerAccount": <|"777788889999"|> } }',
      ),
      finds: [{ message: unknown('777788889999'), fixes: [] }, unknown('777788889999')],
    },
    {
      name: 'in an ARN',
      statement: allow(
        '{ "ArnLike": { "aws:SourceArn": "arn:aws:iam::<|777788889999|>:role/x" } }',
        '["arn:aws:sqs:eu-west-1:<|777788889999|>:queue", "arn:aws:sqs:eu-west-1:333344445555:queue"]',
      ),
      finds: [
        { message: unknown('777788889999'), at: 1 },
        { message: unknown('777788889999'), at: 0 },
      ],
    },
    {
      name: 'as a principal',
      kind: 'trust',
      statement: trust('{ "AWS": [<|"777788889999"|>, "arn:aws:iam::<|666677778888|>:role/x", "222233334444"] }'),
      finds: [unknown('777788889999'), unknown('666677778888')],
    },
    {
      name: 'in an ARN with references',
      statement: allow('{}', '{ "Fn::Sub": "arn:${AWS::Partition}:sqs:${AWS::Region}:<|777788889999|>:queue" }'),
      forms: ['json', 'yaml'],
      finds: [unknown('777788889999')],
    },
    {
      name: 'accounts of the organization, and those that the configuration names',
      kind: 'trust',
      statement: trust('{ "AWS": ["111122223333", "012345678901", "999988887777", "arn:aws:iam::333344445555:root"] }'),
    },
    {
      name: 'patterns, references, accounts of AWS, and numbers that are no accounts',
      statement: allow(
        '{ "StringLike": { "aws:ResourceAccount": "77778888*", "aws:userid": "777788889999" } }',
        '["arn:aws:sqs:*:*:queue", "arn:aws:iam::aws:policy/x", "arn:aws:s3:::777788889999", { "Fn::Sub": "arn:aws:sqs:eu-west-1:${AWS::AccountId}:queue" }]',
      ),
      forms: ['json', 'yaml'],
    },
    {
      name: 'accounts of another partition',
      statement: allow('{}', '"arn:aws-cn:sqs:cn-north-1:777788889999:queue"'),
    },
    {
      name: 'where more organizations are known than those that can be relied on',
      organizations: { ...exampleKnown, hasOthers: true },
      statement: allow('{ "StringEquals": { "aws:ResourceAccount": "777788889999" } }'),
    },
    {
      name: 'where none is known',
      organizations: { whole: [], hasOthers: false, accounts: [] },
      statement: allow('{ "StringEquals": { "aws:ResourceAccount": "777788889999" } }'),
    },
    {
      name: 'of several organizations',
      organizations: {
        ...exampleKnown,
        whole: [exampleOrganization, { ...exampleOrganization, id: 'o-f6g7h8i9j0', loadedAt: '2026-11-19T08:00:00Z' }],
      },
      statement: allow('{ "StringEquals": { "aws:ResourceAccount": <|"777788889999"|> } }'),
      finds: [
        '`777788889999` is no account of `o-a1b2c3d4e5` or `o-f6g7h8i9j0`, as loaded on 2026-11-19. Correct it, or give it a name under `accounts` in rolechain.config.json if it is meant.',
      ],
    },
    { name: 'Null', statement: allow('{ "Null": { "aws:ResourceAccount": "false" } }') },
  ],
});
