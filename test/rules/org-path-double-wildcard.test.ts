import { ruleCases } from './support/rule-cases.ts';

const assume = (value: string, operator = 'ForAnyValue:StringLike') =>
  `{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/SecurityOperations/SecurityAutoremediation",
     "Condition": { "${operator}": { "aws:ResourceOrgPaths": ${value} } } }`;

const message = (id: string, stars = '/*/*') =>
  `\`${id}${stars}\` leaves out the accounts directly in \`${id}\`. End the path with one \`/*\`, which stands for those and for everything below.`;

ruleCases('org-path-double-wildcard', {
  kind: 'identity',
  cases: [
    {
      name: 'behind an organizational unit',
      statement: assume('"o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*<|/*|>"'),
      finds: [
        {
          message: message('ou-ab12-11111111'),
          fixes: [
            {
              title: 'End the path with one /*',
              applicability: 'suggestion',
              result: assume('"o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"'),
            },
          ],
        },
      ],
    },
    {
      name: 'three of them, in a list',
      statement: assume('["o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/*", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*<|/*/*|>"]'),
      finds: [
        {
          message: message('ou-ab12-11111111', '/*/*/*'),
          fixes: [
            {
              title: 'End the path with one /*',
              result: assume('["o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/*", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"]'),
            },
          ],
        },
      ],
    },
    {
      name: 'behind the root, in a Deny',
      kind: 'scp',
      statement: `{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
        "ForAllValues:StringNotLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*<|/*|>" } } }`,
      finds: [message('r-ab12')],
    },
    {
      name: 'behind a reference and an organizational unit',
      statement: assume('{ "Fn::Sub": "${Organization}/ou-ab12-11111111/*<|/*|>" }'),
      forms: ['json', 'yaml'],
      finds: [
        {
          message: message('ou-ab12-11111111'),
          fixes: [
            {
              title: 'End the path with one /*',
              result: assume('{ "Fn::Sub": "${Organization}/ou-ab12-11111111/*" }'),
            },
          ],
        },
      ],
    },
    {
      name: 'without quotes',
      file: 'policy.yaml',
      text: `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: '*'
    Condition:
      ForAnyValue:StringLike:
        aws:ResourceOrgPaths: o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*<|/*|>
`,
      finds: [
        {
          message: message('ou-ab12-11111111'),
          fixes: [
            {
              title: 'End the path with one /*',
              result: `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: '*'
    Condition:
      ForAnyValue:StringLike:
        aws:ResourceOrgPaths: o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*
`,
            },
          ],
        },
      ],
    },
    {
      name: 'no string to write in where the end is joined',
      statement: assume('<|{ "Fn::Join": ["/", ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111", "*", "*"]] }|>'),
      forms: ['json'],
      finds: [{ message: message('ou-ab12-11111111'), fixes: [] }],
    },
    { name: 'one', statement: assume('"o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"') },
    {
      name: 'everything below but not what is directly in it',
      statement: assume('"o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-*"'),
    },
    { name: 'any level in the middle', statement: assume('"o-a1b2c3d4e5/*/*/ou-ab12-11111111/*"') },
    { name: 'behind an organization, where a root always follows', statement: assume('"o-a1b2c3d4e5/*/*"') },
    { name: 'behind a placeholder', statement: assume('"<your org path>/*/*"') },
    { name: 'behind a variable', statement: assume('"${aws:PrincipalOrgID}/*/*"') },
    {
      name: 'where they are no wildcards',
      statement: assume('"o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*/*"', 'ForAnyValue:StringEquals'),
    },
    {
      name: 'another key',
      statement:
        '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "r-ab12/*/*" } } }',
    },
  ],
});
