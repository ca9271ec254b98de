import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": ${condition} }`;
const always = (because: string) =>
  `This condition holds for every request: ${because}. It limits nothing: say what is meant, or leave it out.`;
const never = (because: string) => `This condition never holds: ${because}. The statement never applies.`;
const info = (message: string) => ({ severity: 'info' as const, message, fixes: [] });

ruleCases('constant-condition', {
  kind: 'identity',
  cases: [
    {
      name: 'a key that every request has',
      statement: statement('{ <|"StringLike"|>: { "aws:RequestedRegion": ["eu-west-1", "*"] } }'),
      finds: [info(always('every request has `aws:RequestedRegion`, and `*` is every value'))],
    },
    {
      name: 'the same, negated',
      statement: statement('{ <|"StringNotLike"|>: { "aws:userid": "*" } }', 'Deny'),
      finds: [{ message: never('every request has `aws:userid`, and `*` is every value'), fixes: [] }],
    },
    {
      name: 'a key compared with itself',
      statement: statement('{ <|"StringEquals"|>: { "aws:RequestedRegion": "${aws:requestedRegion}" } }'),
      finds: [info(always('every request has `aws:RequestedRegion`, and `${aws:requestedRegion}` is every value'))],
    },
    {
      name: 'IfExists',
      statement: statement('{ <|"StringLikeIfExists"|>: { "aws:ResourceTag/team": "*" } }'),
      finds: [info(always('`*` is every value, and `IfExists` is for requests without one'))],
    },
    {
      name: 'ForAllValues',
      statement: statement('{ <|"ForAllValues:StringLike"|>: { "aws:TagKeys": "*" } }'),
      finds: [info(always('`*` is every value, and `ForAllValues:StringLike` also holds for requests without one'))],
    },
    {
      name: 'Null of a key that every request has',
      statement: statement('{ <|"Null"|>: { "aws:SecureTransport": "true" } }'),
      finds: [never('every request has `aws:SecureTransport`')],
    },
    {
      name: 'not Null of a key that every request has',
      statement: statement('{ <|"Null"|>: { "aws:SecureTransport": false } }'),
      finds: [info(always('every request has `aws:SecureTransport`'))],
    },
    {
      name: 'Null with set operators',
      statement: statement(
        '{ <|"ForAnyValue:Null"|>: { "aws:TagKeys": "true" }, <|"ForAllValues:Null"|>: { "aws:CalledVia": "true" } }',
      ),
      finds: [
        never('`Null` with `ForAnyValue:` is false for every request'),
        info(always('`Null` with `ForAllValues:` is true whether there is a value or not')),
      ],
    },
    {
      name: 'a key that is to be missing and to have a value',
      statement: statement(
        '{ <|"Null"|>: { "aws:RequestTag/team": "true" }, "StringEquals": { "aws:requestTag/team": "a" } }',
      ),
      finds: [never('`aws:RequestTag/team` is to be missing, and `StringEquals` beside it asks for a value')],
    },
    {
      name: 'ForAllValues on a key of one value, which has its own rule',
      statement: statement('{ "ForAllValues:StringLike": { "aws:PrincipalTag/team": "*" } }'),
    },
    {
      name: 'every account, which has its own rule',
      statement: statement('{ "StringLike": { "aws:PrincipalAccount": "*" } }'),
    },
    {
      name: 'every account, in a Deny',
      statement: statement('{ <|"StringLike"|>: { "aws:PrincipalAccount": "*" } }', 'Deny'),
      finds: [info(always('every request has `aws:PrincipalAccount`, and `*` is every value'))],
    },
    {
      name: 'a tag that has to be there',
      statement: statement('{ "StringLike": { "aws:ResourceTag/team": "*" } }'),
    },
    {
      name: 'a tag that must not be there',
      statement: statement('{ "StringNotLike": { "aws:ResourceTag/team": "*" } }'),
    },
    {
      name: 'a key that is to be missing, or to have a value',
      statement: statement(
        '{ "Null": { "aws:RequestTag/team": "true" }, "StringEqualsIfExists": { "aws:RequestTag/team": "a" } }',
      ),
    },
    {
      name: 'a key that is to be there, with a value',
      statement: statement(
        '{ "Null": { "aws:RequestTag/team": "false" }, "StringEquals": { "aws:RequestTag/team": "a" } }',
      ),
    },
    { name: 'a wildcard that is none', statement: statement('{ "StringEquals": { "aws:RequestedRegion": "*" } }') },
    {
      name: 'a parameter',
      statement: statement('{ "StringLike": { "aws:RequestedRegion": { "Ref": "Region" } } }'),
      forms: ['json', 'yaml'],
    },
  ],
});
