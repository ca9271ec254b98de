import { exampleKnown } from '../organization/example-organization.ts';
import { ruleCases } from './support/rule-cases.ts';

const message =
  '`777788889999` is no account of `o-a1b2c3d4e5`, and nothing asks for an external id. If it serves other customers too, they can have it assume this role: agree on an id and ask for it by `sts:ExternalId`. If it is yours, give it a name under `accounts` in rolechain.config.json.';
const title = 'Ask for an external id: add sts:ExternalId';
const statement = (principal: string, conditions = '') =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole"${conditions && `, "Condition": ${conditions}`} }`;
const role = 'arn:aws:iam::777788889999:role/Scanner';
const asked = '{ "StringEquals": { "sts:ExternalId": "<external id>" } }';

ruleCases('third-party-without-external-id', {
  kind: 'trust',
  organizations: exampleKnown,
  cases: [
    {
      name: 'a role of another organization',
      statement: statement(`{ "AWS": <|"${role}"|> }`),
      finds: [
        {
          message,
          fixes: [
            {
              title,
              applicability: 'suggestion',
              result: statement(`{ "AWS": "${role}" }`, asked),
              brings: ['account-unknown'],
            },
          ],
        },
      ],
    },
    {
      name: 'one of several',
      policy: `{ "Version": "2012-10-17", "Statement": [${statement(`{ "AWS": ["222233334444", <|"777788889999"|>] }`)}] }`,
      finds: [
        {
          message,
          fixes: [
            {
              title,
              result: `{ "Version": "2012-10-17", "Statement": [${statement('{ "AWS": ["222233334444"] }')}, ${statement('{ "AWS": "777788889999" }', asked)}] }`,
              brings: ['account-unknown'],
            },
          ],
        },
      ],
    },
    {
      name: 'an account as a whole',
      statement: statement('{ "AWS": <|"arn:aws:iam::777788889999:root"|> }'),
      finds: [
        {
          message,
          fixes: [
            {
              title,
              result: statement('{ "AWS": "arn:aws:iam::777788889999:root" }', asked),
              brings: ['account-unknown'],
            },
          ],
        },
      ],
    },
    {
      name: 'any external id',
      statement: statement(`{ "AWS": <|"${role}"|> }`, '{ "StringLike": { "sts:ExternalId": "*" } }'),
      finds: [{ message, fixes: [] }],
    },
    {
      name: 'an external id only where one is given',
      statement: statement(`{ "AWS": <|"${role}"|> }`, '{ "StringEqualsIfExists": { "sts:ExternalId": "x" } }'),
      finds: [{ message, fixes: [] }],
    },
    {
      name: 'an address',
      statement: statement(`{ "AWS": <|"${role}"|> }`, '{ "IpAddress": { "aws:SourceIp": "203.0.113.7/32" } }'),
      finds: [
        {
          message,
          fixes: [
            {
              title,
              result: statement(
                `{ "AWS": "${role}" }`,
                '{ "IpAddress": { "aws:SourceIp": "203.0.113.7/32" }, "StringEquals": { "sts:ExternalId": "<external id>" } }',
              ),
              brings: ['account-unknown'],
            },
          ],
        },
      ],
    },
    {
      name: 'an external id',
      statement: statement(`{ "AWS": "${role}" }`, '{ "StringEquals": { "sts:ExternalId": "x" } }'),
    },
    {
      name: 'an external id that is a parameter',
      statement: statement(`{ "AWS": "${role}" }`, '{ "StringEquals": { "sts:ExternalId": { "Ref": "Id" } } }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'an external id asked for by a Deny',
      policy: `{ "Version": "2012-10-17", "Statement": [${statement(`{ "AWS": "${role}" }`)}, { "Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole", "Condition": { "StringNotEquals": { "sts:ExternalId": "x" } } }] }`,
    },
    {
      name: 'people with MFA',
      statement: statement(`{ "AWS": "777788889999" }`, '{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }'),
    },
    { name: 'an account of the organization', statement: statement('{ "AWS": "222233334444" }') },
    { name: 'an account of the configuration', statement: statement('{ "AWS": "999988887777" }') },
    { name: 'another partition', statement: statement('{ "AWS": "arn:aws-cn:iam::777788889999:root" }') },
    { name: 'a parameter', statement: statement('{ "AWS": { "Ref": "Vendor" } }'), forms: ['json', 'yaml'] },
    { name: 'a placeholder', statement: statement('{ "AWS": "arn:aws:iam::<vendor>:root" }') },
    { name: 'a service', statement: statement('{ "Service": "ec2.amazonaws.com" }') },
    { name: 'a Deny', statement: statement(`{ "AWS": "${role}" }`).replace('Allow', 'Deny') },
    {
      name: 'no organization is known',
      statement: statement(`{ "AWS": "${role}" }`),
      organizations: { whole: [], hasOthers: false, accounts: ['222233334444'] },
    },
    {
      name: 'more organizations than are whole',
      statement: statement(`{ "AWS": "${role}" }`),
      organizations: { ...exampleKnown, hasOthers: true },
    },
    {
      name: 'a resource policy',
      kind: 'resource',
      statement: `{ "Effect": "Allow", "Principal": { "AWS": "${role}" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*" }`,
    },
  ],
});
