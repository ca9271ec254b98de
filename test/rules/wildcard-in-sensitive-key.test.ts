import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": ${condition} }`;
const trust = (principal: string, condition: string) =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole", "Condition": ${condition} }`;
const rest = (key: string) =>
  `ids are given at random, and no pattern on \`${key}\` is one owner's. Write the whole id.`;
const some = "whatever begins or ends so, anyone's included";

ruleCases('wildcard-in-sensitive-key', {
  kind: 'identity',
  cases: [
    {
      name: 'every organization',
      statement: statement('{ "StringLike": { "aws:PrincipalOrgID": <|"*"|> } }'),
      finds: [{ message: `\`*\` lets in everyone: ${rest('aws:PrincipalOrgID')}`, fixes: [] }],
    },
    {
      name: 'the beginning of an account id, one of a list',
      statement: statement('{ "StringLikeIfExists": { "AWS:SourceAccount": ["111122223333", <|"1111*"|>] } }'),
      finds: [`\`1111*\` lets in ${some}: ${rest('AWS:SourceAccount')}`],
    },
    {
      name: 'any endpoint, spared by a Deny',
      statement: statement('{ "StringNotLike": { "aws:SourceVpce": <|"vpce-*"|> } }', 'Deny'),
      finds: [`\`vpce-*\` spares ${some}: ${rest('aws:SourceVpce')}`],
    },
    {
      name: 'a parameter with a wildcard behind it',
      statement: statement('{ "StringLike": { "aws:ResourceAccount": <|{ "Fn::Sub": "${Prefix}*" }|> } }'),
      forms: ['json', 'yaml'],
      finds: [`\`\${Prefix}*\` lets in ${some}: ${rest('aws:ResourceAccount')}`],
    },
    {
      name: 'a service in a trust policy',
      kind: 'trust',
      statement: trust(
        '{ "Service": "scheduler.amazonaws.com" }',
        '{ "StringLike": { "aws:SourceAccount": <|"*"|> } }',
      ),
      finds: [`\`*\` lets in everyone: ${rest('aws:SourceAccount')}`],
    },
    {
      name: 'a role that is open to everyone has its own rule',
      kind: 'trust',
      statement: trust('{ "AWS": "*" }', '{ "StringLike": { "aws:PrincipalOrgID": "o-*" } }'),
    },
    {
      name: 'a role that another condition closes',
      kind: 'trust',
      statement: trust(
        '{ "AWS": "*" }',
        '{ "StringLike": { "aws:PrincipalOrgID": <|"o-*"|> }, "StringEquals": { "aws:PrincipalAccount": "111122223333" } }',
      ),
      finds: [`\`o-*\` lets in ${some}: ${rest('aws:PrincipalOrgID')}`],
    },
    {
      name: 'beside a whole id of the same key',
      statement: statement(
        '{ "StringLike": { "aws:PrincipalOrgID": "o-*" }, "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      ),
    },
    { name: 'a whole id', statement: statement('{ "StringLike": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }') },
    {
      name: 'a wildcard that is none',
      statement: statement('{ "StringEquals": { "aws:PrincipalAccount": "1111*" } }'),
    },
    {
      name: 'a variable',
      statement: statement('{ "StringLike": { "aws:ResourceAccount": "${aws:PrincipalAccount}" } }'),
    },
    {
      name: 'a parameter',
      statement: statement('{ "StringLike": { "aws:ResourceAccount": { "Ref": "Account" } } }'),
      forms: ['json', 'yaml'],
    },
    { name: 'a Deny for all of them', statement: statement('{ "StringLike": { "aws:SourceVpce": "*" } }', 'Deny') },
    { name: 'an Allow for none', statement: statement('{ "StringNotLike": { "aws:SourceVpce": "vpce-1*" } }') },
    {
      name: 'a key that may have patterns',
      statement: statement('{ "StringLike": { "aws:PrincipalTag/team": "a*" } }'),
    },
    {
      name: 'what no id begins with, of which impossible-condition-value tells',
      statement: statement('{ "StringLike": { "aws:SourceVpce": "subnet-*" } }'),
    },
  ],
});
