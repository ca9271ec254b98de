import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const allow = (resource: string, element = 'Resource') =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "${element}": ${resource} }`;
const part = (name: string, of: string) => `\`${name}\` is part of \`${of}\` in the same list.`;
const silent = (resource: string): RuleCase => ({ name: `silent on ${resource}`, statement: allow(resource) });

ruleCases('redundant-resource', {
  kind: 'identity',
  cases: [
    {
      name: 'part of a pattern',
      statement: allow('["arn:aws:s3:::a/*", <|"arn:aws:s3:::a/b/*"|>]'),
      finds: [
        {
          message: part('arn:aws:s3:::a/b/*', 'arn:aws:s3:::a/*'),
          fixes: [{ title: 'Remove arn:aws:s3:::a/b/*', applicability: 'safe', result: allow('["arn:aws:s3:::a/*"]') }],
        },
      ],
    },
    {
      name: 'part of everything',
      statement: allow('[<|"arn:aws:s3:::a/*"|>, "*"]'),
      finds: [part('arn:aws:s3:::a/*', '*')],
    },
    {
      name: 'twice',
      statement: allow('["arn:aws:s3:::a/*", <|"arn:aws:s3:::a/*"|>]'),
      finds: ['`arn:aws:s3:::a/*` stands in this list twice.'],
    },
    {
      name: 'fields that are wider',
      statement: allow('["arn:aws:sqs:*:*:a*", <|"arn:aws:sqs:us-east-1:111122223333:ab"|>]'),
      finds: [part('arn:aws:sqs:us-east-1:111122223333:ab', 'arn:aws:sqs:*:*:a*')],
    },
    {
      name: 'with the same parameter',
      forms: ['json', 'yaml'],
      statement: allow('[{ "Fn::Sub": "arn:aws:s3:::${A}/*" }, <|{ "Fn::Sub": "arn:aws:s3:::${A}/x" }|>]'),
      finds: [part('arn:aws:s3:::${A}/x', 'arn:aws:s3:::${A}/*')],
    },
    {
      name: 'with another parameter, under everything',
      forms: ['json', 'yaml'],
      statement: allow('["arn:aws:s3:::*", <|{ "Fn::Sub": "arn:aws:s3:::${A}/x" }|>]'),
      finds: [part('arn:aws:s3:::${A}/x', 'arn:aws:s3:::*')],
    },
    silent('["arn:aws:s3:::a", "arn:aws:s3:::a/*"]'),
    silent('["arn:aws:s3:::A/*", "arn:aws:s3:::a/b"]'),
    silent('["arn:aws:s3:::a?", "arn:aws:s3:::a*b"]'),
    silent('["arn:aws:s3:::a?", "arn:aws:s3:::a${aws:PrincipalAccount}"]'),
    // How far a `*` goes beyond its field is left aside.
    silent('["arn:aws:sqs:*:x", "arn:aws:sqs:us-east-1:111122223333:x"]'),
    silent('["<bucket>", "<bucket>"]'),
    silent('["*", "<bucket>"]'),
    { name: 'NotResource', statement: allow('["arn:aws:s3:::a/*", "arn:aws:s3:::a/b"]', 'NotResource') },
    {
      name: 'other parameters',
      forms: ['json', 'yaml'],
      statement: allow('[{ "Fn::Sub": "arn:aws:s3:::${A}/*" }, { "Fn::Sub": "arn:aws:s3:::${B}/x" }]'),
    },
    {
      name: 'a parameter that a ? does not stand for',
      forms: ['json', 'yaml'],
      statement: allow('["arn:aws:s3:::???", { "Fn::Sub": "arn:aws:s3:::${A}" }]'),
    },
  ],
});
