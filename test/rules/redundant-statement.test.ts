import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const policy = (...statements: readonly string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const allow = (rest: string, effect = 'Allow') => `{ "Effect": "${effect}", ${rest} }`;
const on = (action: string, resource: string) => `"Action": ${action}, "Resource": ${resource}`;
const says = (other: string, verb = 'allows') => `All that this statement ${verb}, ${other} ${verb} too. Remove it.`;

const wide = allow(on('"s3:Get*"', '"arn:aws:s3:::a/*"'));
const narrow = allow(on('["s3:GetObject", "s3:GetObjectAcl"]', '["arn:aws:s3:::a/b", "arn:aws:s3:::a/c"]'));
const ofAccount = '"Condition": { "StringEquals": { "aws:ResourceAccount": ["111122223333", "444455556666"] } }';
const ofAccountToo = '"Condition": { "StringEquals": { "AWS:ResourceAccount": ["444455556666", "111122223333"] } }';
const silent = (name: string, ...statements: readonly string[]): RuleCase => ({ name, policy: policy(...statements) });

ruleCases('redundant-statement', {
  kind: 'identity',
  cases: [
    {
      name: 'a wider one before it',
      policy: policy(`<|${wide}|>`, `<|${narrow}|>`),
      finds: [
        {
          at: 1,
          message: says('statement 1'),
          related: [{ at: 0, message: 'This says as much.' }],
          fixes: [{ title: 'Remove the statement', applicability: 'safe', result: policy(wide) }],
        },
      ],
    },
    {
      name: 'a wider one behind it, by its Sid',
      policy: policy(`<|${narrow}|>`, wide.replace('{', '{ "Sid": "All",')),
      finds: [says('`All`')],
    },
    {
      name: 'the same, and the same condition in other words',
      policy: policy(
        allow(`${on('"s3:GetObject"', '"*"')}, ${ofAccount}`),
        `<|${allow(`${ofAccountToo}, ${on('["s3:GetObject"]', '["*"]')}`)}|>`,
      ),
      finds: [says('statement 1')],
    },
    {
      name: 'one without a condition beside one with it',
      policy: policy(`<|${allow(`${on('"s3:GetObject"', '"*"')}, ${ofAccount}`)}|>`, allow(on('"s3:*"', '"*"'))),
      finds: [says('statement 2')],
    },
    {
      name: 'a Deny',
      policy: policy(allow(on('"s3:*"', '"*"'), 'Deny'), `<|${allow(on('"s3:GetObject"', '"*"'), 'Deny')}|>`),
      finds: [says('statement 1', 'denies')],
    },
    {
      name: 'the same principals',
      kind: 'resource',
      policy: policy(
        `{ "Effect": "Allow", "Principal": "*", ${on('"s3:*"', '"arn:aws:s3:::a/*"')} }`,
        `<|{ "Effect": "Allow", "Principal": "*", ${on('"s3:GetObject"', '"arn:aws:s3:::a/*"')} }|>`,
      ),
      finds: [says('statement 1')],
    },
    silent('one statement', wide),
    silent('Allow and Deny', wide, narrow.replace('Allow', 'Deny')),
    silent('more actions', wide, allow(on('["s3:GetObject", "s3:PutObject"]', '"arn:aws:s3:::a/b"'))),
    silent('more resources', wide, allow(on('"s3:GetObject"', '["arn:aws:s3:::a/b", "arn:aws:s3:::b"]'))),
    silent('another condition', allow(`${on('"s3:*"', '"*"')}, ${ofAccount}`), allow(on('"s3:GetObject"', '"*"'))),
    silent(
      'a misspelt condition',
      allow(`${on('"s3:*"', '"*"')}, ${ofAccount.replace('Condition', 'Conditions')}`),
      allow(on('"s3:GetObject"', '"*"')),
    ),
    silent('Action and NotAction', wide, narrow.replace('Action', 'NotAction')),
    {
      name: 'other principals',
      kind: 'resource',
      policy: policy(
        `{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/a" }, ${on('"s3:*"', '"*"')} }`,
        `{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/b" }, ${on('"s3:*"', '"*"')} }`,
      ),
    },
    {
      name: 'a resource under a condition of the template',
      forms: ['json', 'yaml'],
      policy: policy(
        allow(on('"s3:*"', '["arn:aws:s3:::b", { "Fn::If": ["All", "*", { "Ref": "AWS::NoValue" }] }]')),
        allow(on('"s3:GetObject"', '"arn:aws:s3:::a/b"')),
      ),
    },
    {
      name: 'a statement under a condition of the template',
      forms: ['json', 'yaml'],
      policy: policy(`{ "Fn::If": ["All", ${wide}, { "Ref": "AWS::NoValue" }] }`, narrow),
    },
    {
      name: 'conditions that are not known',
      forms: ['json', 'yaml'],
      policy: policy(
        allow(`${on('"s3:*"', '"*"')}, "Condition": { "Ref": "Limits" }`),
        allow(on('"s3:GetObject"', '"*"')),
      ),
    },
  ],
});
