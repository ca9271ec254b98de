import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const message = (through: string, resource: string) =>
  `${through} on \`${resource}\` lets its holder assume every role that trusts it. Name one path and role: \`arn:aws:iam::*:role/Path/Name\`.`;
const exceptions = (through: string) =>
  `${through} with \`NotResource\` lets its holder assume every role but those listed. Name the roles with \`Resource\` instead.`;
const plain = '`sts:AssumeRole`';
const part = (of: string) => `\`sts:AssumeRole\` (part of \`${of}\`)`;

const anywhere = 'Allow only one role path and name, only inside one organizational unit';
const inAccount = 'Allow only one role path and name';
const ofUnit = '"ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "<your org path>/*" }';

const allow = (resource: string, action = '"sts:AssumeRole"', condition = '') =>
  `{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource}${condition && `, "Condition": { ${condition} }`} }`;

/** A resource that stands for every role, and the resource that the fix makes of it, in any account or in one. */
const every = (resource: string, narrowed: string, title = anywhere): RuleCase => ({
  name: resource,
  statement: allow(`<|"${resource}"|>`),
  finds: [
    {
      message: message(plain, resource),
      fixes: [
        {
          title,
          applicability: 'suggestion',
          result: allow(`"${narrowed}"`, undefined, title === anywhere ? ofUnit : ''),
        },
      ],
    },
  ],
});

const named = (resource: string): RuleCase => ({ name: `silent on ${resource}`, statement: allow(`"${resource}"`) });

/** A grant of the action in words of its own, of which the message tells. */
const through = (action: string, said: string, fixes: 0 | 1 = 0): RuleCase => ({
  name: action,
  statement: allow('<|"*"|>', action),
  finds: [{ message: message(said, '*'), ...(fixes === 0 && { fixes: [] }) }],
});

const silent = (name: string, statement: string): RuleCase => ({ name, statement });

ruleCases('assume-role-any-role', {
  kind: 'identity',
  cases: [
    // How far a resource reaches.
    every('*', 'arn:aws:iam::*:role/<path>/<role name>'),
    every('**', 'arn:aws:iam::*:role/<path>/<role name>'),
    every('arn:aws:iam::*:role/*', 'arn:aws:iam::*:role/<path>/<role name>'),
    every('arn:aws:iam::*:*', 'arn:aws:iam::*:role/<path>/<role name>'),
    every('arn:aws:iam::*:role/**', 'arn:aws:iam::*:role/<path>/<role name>'),
    every('arn:aws:iam::*:r*', 'arn:aws:iam::*:role/<path>/<role name>'),
    every('arn:aws-cn:iam::*:role/*', 'arn:aws-cn:iam::*:role/<path>/<role name>'),
    every('arn:*:iam::*:role/*', 'arn:*:iam::*:role/<path>/<role name>'),
    every('arn:aws:iam::111122223333:role/*', 'arn:aws:iam::111122223333:role/<path>/<role name>', inAccount),
    every('arn:aws:iam::111122223333:*', 'arn:aws:iam::111122223333:role/<path>/<role name>', inAccount),
    every(
      'arn:aws-us-gov:iam::111122223333:role/*',
      'arn:aws-us-gov:iam::111122223333:role/<path>/<role name>',
      inAccount,
    ),
    every('arn:*:iam::111122223333:role/*', 'arn:*:iam::111122223333:role/<path>/<role name>', inAccount),
    every('arn:aws:*::111122223333:role/*', 'arn:aws:*::111122223333:role/<path>/<role name>', inAccount),
    named('arn:aws:iam::111122223333:role/Path/Name'),
    named('arn:aws:iam::111122223333:role/Path/*'),
    named('arn:aws:iam::111122223333:role/A*'),
    named('arn:aws:iam::111122223333:role/?'),
    named('arn:aws:iam::*:role/Path/Name'),
    named('arn:aws:iam::111122223333:user/*'),
    named('arn:aws:s3:::*'),
    named('arn:aws:iam::<account id>:role/*'),
    named('arn:aws:iam::*:role/<role name>'),
    named('<ARN of the role>'),
    {
      name: 'every role of the account, in a template',
      forms: ['json', 'yaml'],
      statement: allow('<|{ "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*" }|>'),
      finds: [
        {
          message: message(plain, 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*'),
          fixes: [
            {
              title: inAccount,
              result: allow('{ "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/<path>/<role name>" }'),
            },
          ],
        },
      ],
    },
    {
      name: 'every role of a joined ARN',
      forms: ['json', 'yaml'],
      statement: allow('<|{ "Fn::Join": [":", ["arn", { "Ref": "AWS::Partition" }, "iam", "", "*", "role/*"]] }|>'),
      finds: [
        {
          message: message(plain, 'arn:${AWS::Partition}:iam::*:role/*'),
          fixes: [
            {
              title: anywhere,
              result: allow(
                '{ "Fn::Join": [":", ["arn", { "Ref": "AWS::Partition" }, "iam", "", "*", "role/<path>/<role name>"]] }',
                undefined,
                ofUnit,
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'one branch of an Fn::If',
      forms: ['json', 'yaml'],
      statement: allow('{ "Fn::If": ["Open", <|"*"|>, { "Fn::GetAtt": ["Target", "Arn"] }] }'),
      finds: [message(plain, '*')],
    },
    ...[
      '{ "Ref": "TargetArn" }',
      '{ "Fn::GetAtt": ["Target", "Arn"] }',
      '{ "Fn::Sub": "arn:aws:iam::${Account}:role/${Name}" }',
      '{ "Fn::Sub": "${Anything}*" }',
      '{ "Fn::ImportValue": "Target" }',
    ].map(
      (resource): RuleCase => ({ name: `not known: ${resource}`, forms: ['json', 'yaml'], statement: allow(resource) }),
    ),
    {
      name: 'one of several resources',
      statement: allow('["arn:aws:iam::111122223333:role/Path/Name", <|"arn:aws:iam::444455556666:role/*"|>]'),
      finds: [{ message: message(plain, 'arn:aws:iam::444455556666:role/*'), fixes: [] }],
    },

    // How the action is allowed.
    through('"sts:*"', part('sts:*')),
    // On every resource these are the matter of `allow-everything`.
    silent('everything', allow('"*"', '"*"')),
    silent('everything, in a list', allow('["arn:aws:s3:::example", "*"]', '["s3:*", "*:*"]')),
    {
      name: 'every action, on roles',
      statement: allow('<|"arn:aws:iam::*:role/*"|>', '"*:*"'),
      finds: [{ message: message(part('*:*'), 'arn:aws:iam::*:role/*'), fixes: [] }],
    },
    {
      name: 'everything, under a condition',
      statement: allow('<|"*"|>', '"*"', '"StringEquals": { "aws:RequestedRegion": "eu-west-1" }'),
      finds: [{ message: message(part('*'), '*'), fixes: [] }],
    },
    through('"sts:Assume*"', part('sts:Assume*')),
    through('"STS:assumerole*"', part('STS:assumerole*')),
    through('["s3:*", "sts:*"]', part('sts:*')),
    through('["ssm:Get*", "sts:Assume????"]', part('sts:Assume????')),
    through('["sts:*", "sts:AssumeRole"]', plain),
    through('"sts:assumerole"', plain, 1),
    through('["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]', plain, 1),
    through('["sts:AssumeRole", "s3:GetObject"]', plain),
    {
      name: 'NotAction',
      statement: '{ "Effect": "Allow", "NotAction": "iam:*", "Resource": <|"*"|> }',
      finds: [{ message: message('`sts:AssumeRole` (allowed by `NotAction`)', '*'), fixes: [] }],
    },
    silent('NotAction that leaves it out', '{ "Effect": "Allow", "NotAction": ["iam:*", "sts:*"], "Resource": "*" }'),
    silent('another action', allow('"*"', '"sts:GetCallerIdentity"')),
    silent('a pattern that does not reach it', allow('"*"', '"sts:AssumeRoleWith*"')),
    silent('a Deny', allow('"*"').replace('Allow', 'Deny')),
    silent('an action to fill in', allow('"*"', '"<service>:*"')),
    {
      name: 'an action that is not known',
      forms: ['json', 'yaml'],
      statement: allow('"*"', '{ "Ref": "Actions" }'),
    },
    {
      name: 'a NotAction that is not known',
      forms: ['json', 'yaml'],
      statement: '{ "Effect": "Allow", "NotAction": { "Ref": "Actions" }, "Resource": "*" }',
    },

    // NotResource.
    {
      name: 'NotResource',
      statement:
        '{ "Effect": "Allow", "Action": "sts:AssumeRole", <|"NotResource"|>: "arn:aws:iam::111122223333:role/Admin" }',
      finds: [{ message: exceptions(plain), fixes: [] }],
    },
    {
      name: 'NotResource of something else',
      statement: '{ "Effect": "Allow", "Action": "*", <|"NotResource"|>: ["arn:aws:s3:::a", "arn:aws:s3:::b"] }',
      finds: [exceptions(part('*'))],
    },
    silent(
      'NotResource that leaves out every role',
      '{ "Effect": "Allow", "Action": "*", "NotResource": ["arn:aws:s3:::a", "arn:aws:iam::*:role/*"] }',
    ),
    {
      name: 'a NotResource that is not known',
      forms: ['json', 'yaml'],
      statement: '{ "Effect": "Allow", "Action": "*", "NotResource": { "Ref": "Exceptions" } }',
    },
    {
      name: 'a NotResource that is known in part',
      forms: ['json', 'yaml'],
      statement: '{ "Effect": "Allow", "Action": "*", <|"NotResource"|>: { "Fn::Sub": "arn:aws:s3:::${Bucket}/*" } }',
      finds: [exceptions(part('*'))],
    },

    // Conditions.
    ...[
      ['a tag of the role', '"StringEquals": { "aws:ResourceTag/team": "security" }'],
      ["IAM's own key of a tag", '"StringLike": { "iam:ResourceTag/team": "sec*" }'],
      ['a tag, the key in another case', '"StringEquals": { "AWS:resourcetag/team": "security" }'],
    ].map(([name, condition]) => silent(name ?? '', allow('"*"', undefined, condition))),
    ...[
      ['any value of a tag', '"StringLike": { "aws:ResourceTag/team": "*" }'],
      ['a tag that may be missing', '"StringEqualsIfExists": { "aws:ResourceTag/team": "security" }'],
      ['a tag that must differ', '"StringNotEquals": { "aws:ResourceTag/team": "security" }'],
      ['that there is a tag', '"Null": { "aws:ResourceTag/team": "false" }'],
      ['a tag of the caller', '"StringEquals": { "aws:PrincipalTag/team": "security" }'],
    ].map(
      ([name, condition]): RuleCase => ({
        name: name ?? '',
        statement: allow('<|"*"|>', undefined, condition),
        finds: [message(plain, '*')],
      }),
    ),
    {
      name: 'an organization, which the fix need not add',
      statement: allow('<|"*"|>', undefined, '"StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }'),
      finds: [
        {
          message: message(plain, '*'),
          fixes: [
            {
              title: inAccount,
              result: allow(
                '"arn:aws:iam::*:role/<path>/<role name>"',
                undefined,
                '"StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'conditions hidden by an intrinsic',
      forms: ['json', 'yaml'],
      statement:
        '{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*", "Condition": { "Fn::If": ["A", { "StringEquals": { "aws:ResourceTag/a": "b" } }, { "Ref": "AWS::NoValue" }] } }',
    },

    // Kinds.
    ...(['boundary', 'session', 'scp', 'resource', 'endpoint'] as const).map(
      (kind): RuleCase => ({ name: `a policy of kind ${kind}`, kind, statement: allow('"*"') }),
    ),
    {
      name: 'a trust policy',
      kind: 'trust',
      statement: '{ "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" }',
    },
  ],
});
