import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string) =>
  `{ "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": ${condition} }`;
const deny = (condition: string) => statement(condition).replace('Allow', 'Deny');

ruleCases('wildcard-with-exact-operator', {
  kind: 'identity',
  cases: [
    {
      name: 'a key that never holds one',
      statement: statement('{ "StringEquals": { "aws:PrincipalArn": <|"arn:aws:iam::111122223333:role/ci-*"|> } }'),
      finds: [
        {
          message:
            '`StringEquals` compares `*` and `?` as they stand, and `aws:PrincipalArn` never is `arn:aws:iam::111122223333:role/ci-*`. Use `StringLike`, or write the whole value.',
          fixes: [
            {
              title: 'Use StringLike',
              applicability: 'suggestion',
              result: statement('{ "StringLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/ci-*" } }'),
            },
          ],
        },
      ],
    },
    {
      name: 'negated',
      statement: deny('{ "StringNotEqualsIfExists": { "aws:userid": <|"AROAEXAMPLE:*"|> } }'),
      finds: [
        {
          message:
            '`StringNotEqualsIfExists` compares `*` and `?` as they stand, and `aws:userid` never equals `AROAEXAMPLE:*`. Use `StringNotLikeIfExists`, or write the whole value.',
          fixes: [
            {
              title: 'Use StringNotLikeIfExists',
              result: deny('{ "StringNotLikeIfExists": { "aws:userid": "AROAEXAMPLE:*" } }'),
            },
          ],
        },
      ],
    },
    {
      name: 'the subject of a GitHub workflow',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com", "token.actions.githubusercontent.com:sub": <|"repo:example/app:*"|> } } }',
      finds: [
        {
          message:
            '`StringEquals` compares `*` and `?` as they stand, and `token.actions.githubusercontent.com:sub` never is `repo:example/app:*`. Use `StringLike`, or write the whole value.',
          fixes: [
            {
              title: 'Use StringLike',
              result:
                '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }, "StringLike": { "token.actions.githubusercontent.com:sub": "repo:example/app:*" } } }',
              brings: ['github-subject-too-broad'],
            },
          ],
        },
      ],
    },
    {
      name: 'a key of a service, which may hold one',
      statement: statement('{ "StringEquals": { "s3:prefix": ["", <|"home/*"|>] } }'),
      finds: [
        {
          severity: 'info',
          message:
            '`StringEquals` compares `*` in `home/*` as the character that it is. If a pattern is meant, use `StringLike`.',
          fixes: [{ title: 'Use StringLike', result: statement('{ "StringLike": { "s3:prefix": ["", "home/*"] } }') }],
        },
      ],
    },
    {
      name: 'without regard to case',
      statement: statement('{ "StringEqualsIgnoreCase": { "aws:username": <|"ci-*"|> } }'),
      finds: [
        {
          message:
            '`StringEqualsIgnoreCase` compares `*` and `?` as they stand, and `aws:username` never is `ci-*`. Use `StringLike`, or write the whole value.',
          fixes: [],
        },
      ],
    },
    { name: 'a pattern', statement: statement('{ "StringLike": { "aws:username": "ci-*" } }') },
    {
      name: 'ArnEquals, which takes patterns',
      statement: statement('{ "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::*:role/A" } }'),
    },
    { name: 'the character itself', statement: statement('{ "StringEquals": { "s3:prefix": "${*}" } }') },
    { name: 'a question in a text', statement: statement('{ "StringEquals": { "s3:prefix": "why?" } }') },
    { name: 'a text', statement: statement('{ "StringEquals": { "aws:username": "ci" } }') },
    {
      name: 'paths, which have a rule of their own',
      statement: statement('{ "ForAnyValue:StringEquals": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } }'),
    },
    {
      name: 'the source of a service, which has one too',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:SourceArn": "arn:aws:sns:*:111122223333:*" } } }',
    },
  ],
});
