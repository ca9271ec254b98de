import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const allow = (resource: string, element = 'Resource') =>
  `{ "Effect": "Allow", "Action": "*", "${element}": ${resource} }`;
const message = (service: string, arn: string, advice = 'Check it.') =>
  `No resource of \`${service}\` has an ARN like \`${arn}\` as of 2026-09-26. ${advice}`;
const silent = (resource: string): RuleCase => ({ name: `silent on ${resource}`, statement: allow(`"${resource}"`) });

const swapped = (before: string, service: string, wrong: string, right: string): RuleCase => ({
  name: before + wrong,
  statement: allow(`"${before}<|${wrong}|>"`),
  finds: [
    {
      message: message(service, before + wrong, `Did you mean \`${right}\`?`),
      fixes: [
        { title: `Change ${wrong} to ${right}`, applicability: 'suggestion', result: allow(`"${before}${right}"`) },
      ],
    },
  ],
});

ruleCases('arn-matches-nothing', {
  kind: 'identity',
  cases: [
    swapped('arn:aws:iam::111122223333:', 'iam', 'role:app', 'role/app'),
    swapped('arn:aws:lambda:us-east-1:111122223333:', 'lambda', 'function/app', 'function:app'),
    swapped('arn:aws:dynamodb:us-east-1:111122223333:', 'dynamodb', 'table:app-*', 'table/app-*'),
    {
      name: 'no type',
      statement: allow('["*", "arn:aws:iam::111122223333:<|app|>"]'),
      finds: [{ message: message('iam', 'arn:aws:iam::111122223333:app'), fixes: [] }],
    },
    {
      name: 'in NotResource',
      statement: allow('"arn:aws:iam::111122223333:<|app|>"', 'NotResource'),
      finds: [message('iam', 'arn:aws:iam::111122223333:app')],
    },
    {
      name: 'with data that is old',
      statement: allow('"arn:aws:iam::111122223333:<|app|>"'),
      data: 'old',
      finds: [{ message: message('iam', 'arn:aws:iam::111122223333:app'), severity: 'hint' }],
    },
    { name: 'without data', statement: allow('"arn:aws:iam::111122223333:app"'), data: 'none' },
    {
      name: 'an account from a parameter',
      forms: ['json', 'yaml'],
      statement: allow('{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:<|role:app|>" }'),
      finds: [message('iam', 'arn:aws:iam::${AWS::AccountId}:role:app', 'Did you mean `role/app`?')],
    },
    silent('arn:aws:iam::111122223333:role/app'),
    silent('arn:aws:iam::111122223333:*'),
    silent('arn:aws:iam::aws:policy/ReadOnlyAccess'),
    silent('arn:aws:lambda:*:*:*'),
    silent('arn:aws:lambda:us-east-1:111122223333:function:app:alias'),
    silent('arn:aws:s3:::example/a:b'),
    silent('arn:aws:ssm:us-east-1::parameter/aws/service/x'),
    silent('arn:aws:codepipeline:*'),
    // A `*` at the end of a field may go on beyond the colon.
    silent('arn:aws:dynamodb:*:*:table:app-*'),
    silent('arn:aws:example:us-east-1:111122223333:app'),
    silent('arn:aws:iam::111122223333:<type>/app'),
    // The reference leaves out some types.
    silent('arn:aws:cloudformation:us-east-1:aws:transform/Serverless-2016-10-31'),
    // What is malformed is reported by itself.
    silent('arn:aws:iam:us-east-1:111122223333:role:app'),
    {
      name: 'a parameter',
      forms: ['json', 'yaml'],
      statement: allow('{ "Fn::Sub": "arn:aws:iam::${Account}:${Rest}" }'),
    },
  ],
});
