import { ruleCases } from './support/rule-cases.ts';

const statement = (condition: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example/*", "Condition": ${condition} }`;
const organization = '"aws:PrincipalOrgID": "o-a1b2c3d4e5"';

ruleCases('for-all-values-without-key', {
  kind: 'resource',
  cases: [
    {
      name: 'a key of one value',
      statement: statement(`{ <|"ForAllValues:StringEquals"|>: { ${organization} } }`),
      finds: [
        {
          message:
            '`ForAllValues:StringEquals` also holds for requests without `aws:PrincipalOrgID`. The key has one value: use `StringEquals`.',
          fixes: [
            {
              title: 'Use StringEquals',
              applicability: 'suggestion',
              result: statement(`{ "StringEquals": { ${organization} } }`),
            },
          ],
        },
      ],
    },
    {
      name: 'a key of several values',
      statement: statement('{ <|"ForAllValues:StringEquals"|>: { "aws:CalledVia": ["athena.amazonaws.com"] } }'),
      finds: [
        {
          message:
            '`ForAllValues:StringEquals` also holds for requests without `aws:CalledVia`. Use `ForAnyValue:StringEquals`.',
          fixes: [
            {
              title: 'Use ForAnyValue:StringEquals',
              result: statement('{ "ForAnyValue:StringEquals": { "aws:CalledVia": ["athena.amazonaws.com"] } }'),
            },
          ],
        },
      ],
    },
    {
      name: 'a tag, also where its value is not known',
      statement: statement('{ <|"ForAllValues:StringEquals"|>: { "aws:PrincipalTag/team": "<team>" } }'),
      finds: [
        '`ForAllValues:StringEquals` also holds for requests without `aws:PrincipalTag/team`. The key has one value: use `StringEquals`.',
      ],
    },
    {
      name: 'the external id',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/a" }, "Action": "sts:AssumeRole", "Condition": { <|"ForAllValues:StringEquals"|>: { "sts:ExternalId": "x" } } }',
      finds: [
        '`ForAllValues:StringEquals` also holds for requests without `sts:ExternalId`. The key has one value: use `StringEquals`.',
      ],
    },
    {
      name: 'a key of a service',
      statement: statement('{ <|"ForAllValues:StringLike"|>: { "organizations:ServicePrincipal": "example.com" } }'),
      finds: [
        {
          severity: 'info',
          message:
            '`ForAllValues:StringLike` also holds for requests without `organizations:ServicePrincipal`. The key has one value by the Service Authorization Reference: use `StringLike`.',
        },
      ],
    },
    {
      name: 'a key of a service, without data',
      data: 'none',
      statement: statement('{ "ForAllValues:StringLike": { "organizations:ServicePrincipal": "example.com" } }'),
    },
    {
      name: 'several values of a key of a service',
      statement: statement('{ "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": "example" } }'),
    },
    {
      name: 'with a guard',
      statement: statement(
        `{ "ForAllValues:StringEquals": { ${organization} }, "Null": { "aws:PrincipalOrgID": "false" } }`,
      ),
    },
    {
      name: 'beside the key under an operator that needs it',
      statement: statement(
        `{ "ForAllValues:StringEquals": { ${organization} }, "StringLike": { "aws:PrincipalOrgID": "o-*" } }`,
      ),
    },
    {
      name: 'the source of a service, which has a rule of its own',
      kind: 'trust',
      statement:
        '{ "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "ForAllValues:StringEquals": { "aws:SourceAccount": "111122223333" } } }',
    },
    { name: 'IfExists', statement: statement(`{ "ForAllValues:StringEqualsIfExists": { ${organization} } }`) },
    { name: 'negated', statement: statement(`{ "ForAllValues:StringNotEquals": { ${organization} } }`) },
    { name: 'a Deny', statement: statement(`{ "ForAllValues:StringEquals": { ${organization} } }`, 'Deny') },
    {
      name: 'ForAnyValue',
      statement: statement('{ "ForAnyValue:StringEquals": { "aws:CalledVia": "athena.amazonaws.com" } }'),
    },
    {
      name: 'a key that is always there',
      statement: statement('{ "ForAllValues:StringEquals": { "aws:RequestedRegion": "eu-west-1" } }'),
    },
    {
      name: 'keys of tags, where none is fine too',
      statement: statement('{ "ForAllValues:StringEquals": { "aws:TagKeys": "team" } }'),
    },
    {
      name: 'paths, which have a rule of their own',
      statement: statement('{ "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } }'),
    },
    {
      name: 'a key of a service',
      statement: statement('{ "ForAllValues:StringEquals": { "kms:GrantOperations": "Decrypt" } }'),
    },
  ],
});
