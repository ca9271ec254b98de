import { ruleCases } from './support/rule-cases.ts';

const allow = (condition: string) =>
  `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} }`;

const never = (operator: string, value: string, like = 'StringLike') =>
  `\`${operator}\` compares \`*\` and \`?\` as they stand, so \`${value}\` never matches. Use \`${like}\`, or write the full path.`;

ruleCases('org-path-wildcard-never-matches', {
  kind: 'identity',
  cases: [
    {
      name: 'a wildcard at the end',
      statement: allow('{ "ForAnyValue:StringEquals": { "aws:ResourceOrgPaths": <|"o-a1b2c3d4e5/r-ab12/*"|> } }'),
      finds: [
        {
          message: never('ForAnyValue:StringEquals', 'o-a1b2c3d4e5/r-ab12/*'),
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
      name: 'one value of several, and an operator that another key shares',
      statement: allow(
        '{ "ForAnyValue:StringEquals": { "aws:TagKeys": "a", "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/", <|"o-a1b2c3d4e5/r-ab12/ou-ab12-1111111?/"|>] } }',
      ),
      finds: [
        {
          message: never('ForAnyValue:StringEquals', 'o-a1b2c3d4e5/r-ab12/ou-ab12-1111111?/'),
          fixes: [
            {
              title: 'Use ForAnyValue:StringLike',
              result: allow(
                '{ "ForAnyValue:StringEquals": { "aws:TagKeys": "a" }, "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/", "o-a1b2c3d4e5/r-ab12/ou-ab12-1111111?/"] } }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'without a prefix: one fix for both mistakes',
      statement: allow('{ "StringEqualsIgnoreCase": { "aws:SourceOrgPaths": <|"o-a1b2c3d4e5/*"|> } }'),
      finds: [
        {
          message: never('StringEqualsIgnoreCase', 'o-a1b2c3d4e5/*'),
          fixes: [
            {
              title: 'Use ForAnyValue:StringLike',
              result: allow('{ "ForAnyValue:StringLike": { "aws:SourceOrgPaths": "o-a1b2c3d4e5/*" } }'),
            },
          ],
        },
      ],
    },
    {
      name: 'negated',
      kind: 'scp',
      statement: `{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
        "ForAllValues:StringNotEqualsIfExists": { "aws:PrincipalOrgPaths": <|"o-a1b2c3d4e5/r-ab12/*"|> } } }`,
      finds: [
        {
          message: never('ForAllValues:StringNotEqualsIfExists', 'o-a1b2c3d4e5/r-ab12/*', 'StringNotLike'),
          fixes: [
            {
              title: 'Use ForAllValues:StringNotLikeIfExists',
              result: `{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
                "ForAllValues:StringNotLikeIfExists": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } } }`,
            },
          ],
        },
      ],
    },
    {
      name: 'negated without a prefix: no fix',
      kind: 'scp',
      statement: `{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
        "StringNotEquals": { "aws:PrincipalOrgPaths": <|"*"|> } } }`,
      finds: [{ message: never('StringNotEquals', '*', 'StringNotLike'), fixes: [] }],
    },
    {
      name: 'behind a placeholder, which may bring an operator of its own with it',
      statement: allow('{ "ForAnyValue:StringEquals": { "aws:ResourceOrgPaths": "<your org path>/*" } }'),
    },
    {
      name: 'behind a reference',
      statement: allow('{ "ForAnyValue:StringEquals": { "aws:ResourceOrgPaths": <|{ "Fn::Sub": "${Path}/*" }|> } }'),
      forms: ['json', 'yaml'],
      finds: [
        {
          message: never('ForAnyValue:StringEquals', '${Path}/*'),
          fixes: [
            {
              title: 'Use ForAnyValue:StringLike',
              result: allow('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": { "Fn::Sub": "${Path}/*" } } }'),
            },
          ],
        },
      ],
    },
    {
      name: 'with StringLike',
      statement: allow('{ "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } }'),
    },
    {
      name: 'no wildcard but what IAM replaces',
      statement: allow('{ "ForAnyValue:StringEquals": { "aws:ResourceOrgPaths": "${aws:PrincipalOrgID}/r-ab12/" } }'),
    },
    {
      name: 'not known',
      statement: allow('{ "ForAnyValue:StringEquals": { "aws:ResourceOrgPaths": "<your org path with /*>" } }'),
    },
    { name: 'another key', statement: allow('{ "StringEquals": { "aws:ResourceOrgID": "o-*" } }') },
  ],
});
