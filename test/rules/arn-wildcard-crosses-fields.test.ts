import { ruleCases } from './support/rule-cases.ts';

const statement = (operator: string, key: string, value: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": { "${operator}": { "${key}": ${value} } } }`;
const message = (operator: string, value: string, matches: string, better: string) =>
  `Under \`${operator}\` the \`*\` reaches across colons: \`${value}\` also matches ${matches}. \`${better}\` compares field by field.`;
const otherAccount = 'a role that someone makes in another account, with all this in its path';
const otherName = 'a role of another name whose path holds `:role/`';
const inName = 'ARNs of other accounts that hold the rest of it in the name of the resource';
const right = (operator: string, key: string, value: string, effect?: string) => ({
  name: `${operator} ${key} ${value} ${effect ?? ''}`,
  statement: statement(operator, key, `"${value}"`, effect),
});

ruleCases('arn-wildcard-crosses-fields', {
  kind: 'resource',
  cases: [
    {
      name: 'a role in any partition',
      statement: statement('StringLike', 'aws:PrincipalArn', '<|"arn:aws*:iam::111122223333:role/Admin"|>'),
      finds: [
        {
          message: message('StringLike', 'arn:aws*:iam::111122223333:role/Admin', otherAccount, 'ArnLike'),
          fixes: [
            {
              title: 'Use ArnLike',
              applicability: 'suggestion',
              result: statement('ArnLike', 'aws:PrincipalArn', '"arn:aws*:iam::111122223333:role/Admin"'),
            },
          ],
        },
      ],
    },
    {
      name: 'a role of every account, spared by a Deny',
      statement: statement('StringNotLikeIfExists', 'aws:principalArn', '[<|"arn:aws:iam::*:role/Admin"|>]', 'Deny'),
      finds: [
        {
          severity: 'info',
          message: message('StringNotLikeIfExists', 'arn:aws:iam::*:role/Admin', otherName, 'ArnNotLikeIfExists'),
        },
      ],
    },
    {
      name: 'a parameter for the account, beside a pattern that is no ARN',
      statement: statement(
        'StringLike',
        'aws:PrincipalArn',
        '[<|{ "Fn::Sub": "arn:*:iam::${Account}:role/Admin" }|>, "*:role/Other"]',
      ),
      forms: ['json', 'yaml'],
      finds: [
        {
          message: message('StringLike', 'arn:*:iam::${Account}:role/Admin', otherAccount, 'ArnLike'),
          fixes: [],
        },
      ],
    },
    {
      name: 'the source of a request in any Region',
      statement: statement('StringLike', 'aws:SourceArn', '<|"arn:aws:sns:*:111122223333:example"|>'),
      finds: [
        {
          severity: 'info',
          message: message('StringLike', 'arn:aws:sns:*:111122223333:example', inName, 'ArnLike'),
        },
      ],
    },
    right('StringLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/team/*'),
    right('StringLike', 'aws:PrincipalArn', 'arn:aws:iam::*:root'),
    right('StringLike', 'aws:PrincipalArn', 'arn:aws*:iam::111122223333:root'),
    right('StringLike', 'aws:PrincipalArn', 'arn:aws:iam::*:*'),
    right('StringLike', 'aws:PrincipalArn', '*:role/Admin'),
    right('StringLike', 'aws:PrincipalArn', '*'),
    right('StringLike', 'aws:SourceArn', 'arn:aws:sns:*:*:example'),
    right('StringLike', 'aws:SourceArn', 'arn:aws:s3:::example-*'),
    right('StringLike', 'aws:PrincipalTag/role', 'arn:aws*:iam::111122223333:role/Admin'),
    right('ArnLike', 'aws:PrincipalArn', 'arn:aws*:iam::111122223333:role/Admin'),
    right('StringEquals', 'aws:PrincipalArn', 'arn:aws*:iam::111122223333:role/Admin'),
    right('StringLike', 'aws:PrincipalArn', 'arn:aws*:iam::111122223333:role/Admin', 'Deny'),
    right('StringNotLike', 'aws:PrincipalArn', 'arn:aws*:iam::111122223333:role/Admin'),
  ],
});
