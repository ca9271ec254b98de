import { ruleCases } from './support/rule-cases.ts';

const allow = (condition: string) =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} }`;

const positive = (operator: string, key = 'aws:ResourceOrgPaths') =>
  `\`${key}\` may hold several paths, and \`${operator}\` compares one value. Put \`ForAnyValue:\` before it.`;

ruleCases('org-path-needs-set-operator', {
  kind: 'identity',
  cases: [
    {
      name: 'StringLike',
      statement: allow('{ <|"StringLike"|>: { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } }'),
      finds: [
        {
          message: positive('StringLike'),
          fixes: [
            {
              title: 'Use ForAnyValue:StringLike',
              applicability: 'suggestion',
              result: allow('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } }'),
            },
          ],
        },
      ],
    },
    {
      name: 'StringEquals with a wildcard: one fix for both mistakes',
      statement: allow('{ <|"StringEquals"|>: { "aws:resourceorgpaths": "o-a1b2c3d4e5/r-ab12/*" } }'),
      finds: [
        {
          message: positive('StringEquals', 'aws:resourceorgpaths'),
          fixes: [
            {
              title: 'Use ForAnyValue:StringLike',
              result: allow('{ "ForAnyValue:StringLike": { "aws:resourceorgpaths": "o-a1b2c3d4e5/r-ab12/*" } }'),
            },
          ],
        },
      ],
    },
    {
      name: 'an operator that another key shares',
      statement: allow(
        '{ <|"StringEquals"|>: { "aws:RequestedRegion": "eu-west-1", "aws:ResourceOrgPaths": "o-a1b2c3d4e5/r-ab12/" } }',
      ),
      finds: [
        {
          message: positive('StringEquals'),
          fixes: [
            {
              title: 'Use ForAnyValue:StringEquals',
              result: allow(
                '{ "StringEquals": { "aws:RequestedRegion": "eu-west-1" }, "ForAnyValue:StringEquals": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/r-ab12/" } }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'IfExists stays',
      kind: 'scp',
      statement: `{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
        <|"StringLikeIfExists"|>: { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } } }`,
      finds: [
        {
          message: positive('StringLikeIfExists', 'aws:PrincipalOrgPaths'),
          fixes: [
            {
              title: 'Use ForAnyValue:StringLikeIfExists',
              result: `{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
                "ForAnyValue:StringLikeIfExists": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'negated: both prefixes have a meaning',
      kind: 'scp',
      statement: `{ "Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*", "Condition": {
        <|"StringNotLike"|>: { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } } }`,
      finds: [
        {
          message:
            '`aws:ResourceOrgPaths` may hold several paths, and `StringNotLike` compares one value. Put `ForAllValues:` before it if it shall also hold where the key is missing, else `ForAnyValue:`.',
          fixes: [],
        },
      ],
    },
    {
      name: 'also where the value is not known',
      kind: 'trust',
      statement: `{ "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole", "Condition": {
        <|"StringLike"|>: { "aws:PrincipalOrgPaths": "<your org path>/*" } } }`,
      finds: [positive('StringLike', 'aws:PrincipalOrgPaths')],
    },
    {
      name: 'in block style, with a comment beside it',
      kind: 'identity',
      file: 'policy.yaml',
      text: `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: '*'
    Condition:
      <|StringLike|>: # our security unit
        aws:SourceOrgPaths: o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*
`,
      finds: [
        {
          message: positive('StringLike', 'aws:SourceOrgPaths'),
          fixes: [
            {
              title: 'Use ForAnyValue:StringLike',
              result: `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: '*'
    Condition:
      ForAnyValue:StringLike: # our security unit
        aws:SourceOrgPaths: o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*
`,
            },
          ],
        },
      ],
    },
    {
      name: 'no fix where an intrinsic decides on the conditions',
      statement: allow(
        '{ "Fn::If": ["A", { <|"StringLike"|>: { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/*" } }, { "Ref": "AWS::NoValue" }] }',
      ),
      forms: ['json', 'yaml'],
      finds: [{ message: positive('StringLike'), fixes: [{ title: 'Use ForAnyValue:StringLike', result: null }] }],
    },
    {
      name: 'with a prefix',
      statement: allow(
        '{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/*" }, "ForAllValues:StringLike": { "aws:VpceOrgPaths": "o-a1b2c3d4e5/*" }, "Null": { "aws:VpceOrgPaths": "false" } }',
      ),
    },
    { name: 'Null alone', statement: allow('{ "Null": { "aws:ResourceOrgPaths": "false" } }') },
    { name: 'a key of one value', statement: allow('{ "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" } }') },
    {
      name: 'an operator that AWS does not have',
      statement: allow('{ "StringIs": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/*" } }'),
    },
  ],
});
