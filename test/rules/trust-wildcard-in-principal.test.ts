import { ruleCases } from './support/rule-cases.ts';

const statement = (principal: string, rest = '', effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": ${principal}, "Action": "sts:AssumeRole"${rest} }`;

const pattern = 'arn:aws:iam::111122223333:role/ci/*';
const useCondition =
  'a principal holds no wildcards. Name the account, and add a condition `ArnLike` on `aws:PrincipalArn` with this pattern.';

ruleCases('trust-wildcard-in-principal', {
  kind: 'trust',
  cases: [
    {
      name: 'the roles of a path',
      statement: statement(`{ "AWS": <|"${pattern}"|> }`),
      finds: [
        {
          message: `AWS refuses \`${pattern}\`: ${useCondition}`,
          fixes: [
            {
              title: 'Name account 111122223333 and move the pattern into a condition on aws:PrincipalArn',
              applicability: 'suggestion',
              result: statement(
                '{ "AWS": "111122223333" }',
                `, "Condition": { "ArnLike": { "aws:PrincipalArn": "${pattern}" } }`,
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'beside another condition',
      statement: statement(
        `{ "AWS": <|"${pattern}"|> }`,
        ', "Condition": { "StringEquals": { "sts:ExternalId": "example" } }',
      ),
      finds: [
        {
          message: `AWS refuses \`${pattern}\`: ${useCondition}`,
          fixes: [
            {
              title: 'Name account 111122223333 and move the pattern into a condition on aws:PrincipalArn',
              result: statement(
                '{ "AWS": "111122223333" }',
                `, "Condition": { "StringEquals": { "sts:ExternalId": "example" }, "ArnLike": { "aws:PrincipalArn": "${pattern}" } }`,
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'every role, which the fix leaves to be seen',
      statement: statement('{ "AWS": <|"arn:aws:iam::111122223333:role/*"|> }'),
      finds: [
        {
          message: `AWS refuses \`arn:aws:iam::111122223333:role/*\`: ${useCondition}`,
          fixes: [
            {
              title: 'Name account 111122223333 and move the pattern into a condition on aws:PrincipalArn',
              result: statement(
                '{ "AWS": "111122223333" }',
                ', "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" } }',
              ),
              brings: ['trust-whole-account'],
            },
          ],
        },
      ],
    },
    {
      name: 'one of several, where a condition would hold for all',
      statement: statement(`{ "AWS": ["arn:aws:iam::111122223333:role/Name", <|"${pattern}"|>] }`),
      finds: [{ message: `AWS refuses \`${pattern}\`: ${useCondition}`, fixes: [] }],
    },
    {
      name: 'an account that is a parameter',
      statement: statement('{ "AWS": <|{ "Fn::Sub": "arn:aws:iam::${Account}:role/ci-?" }|> }'),
      forms: ['json', 'yaml'],
      finds: [`AWS refuses \`arn:aws:iam::\${Account}:role/ci-?\`: ${useCondition}`],
    },
    {
      name: 'every account',
      statement: statement('{ "AWS": <|"arn:aws:iam::*:root"|> }'),
      finds: [{ message: `AWS refuses \`arn:aws:iam::*:root\`: ${useCondition}`, fixes: [] }],
    },
    {
      name: 'the sessions of a role',
      statement: statement('{ "AWS": <|"arn:aws:sts::111122223333:assumed-role/Name/*"|> }'),
      finds: [
        {
          message:
            'AWS refuses `arn:aws:sts::111122223333:assumed-role/Name/*`: a session is named without wildcards. Name the role itself, which stands for all its sessions.',
          fixes: [],
        },
      ],
    },
    {
      name: 'services',
      statement: statement('{ "Service": ["ec2.amazonaws.com", <|"*.amazonaws.com"|>] }'),
      finds: [
        {
          message: 'AWS refuses `*.amazonaws.com`: a service principal holds no wildcards. Name each service.',
          fixes: [],
        },
      ],
    },
    {
      name: 'every service',
      statement: statement('{ "Service": <|"*"|> }'),
      finds: ['AWS refuses `*`: a service principal holds no wildcards. Name each service.'],
    },
    {
      name: 'identity providers',
      statement:
        '{ "Effect": "Allow", "Principal": { "Federated": <|"arn:aws:iam::111122223333:saml-provider/*"|> }, "Action": "sts:AssumeRoleWithSAML" }',
      finds: [
        'AWS refuses `arn:aws:iam::111122223333:saml-provider/*`: an identity provider is named without wildcards. Name each one.',
      ],
    },
    { name: 'everyone', statement: statement('"*"') },
    { name: 'everyone as an AWS principal', statement: statement('{ "AWS": "*" }') },
    { name: 'a role', statement: statement('{ "AWS": "arn:aws:iam::111122223333:role/ci/Name" }') },
    { name: 'a parameter', statement: statement('{ "AWS": { "Ref": "Caller" } }'), forms: ['json', 'yaml'] },
    { name: 'a placeholder', statement: statement('{ "AWS": "arn:aws:iam::<account id>:role/<role name>" }') },
    {
      name: 'a Deny',
      statement: statement(`{ "AWS": <|"${pattern}"|> }`, '', 'Deny'),
      finds: [
        {
          message: `AWS refuses \`${pattern}\`: ${useCondition}`,
          fixes: [
            {
              title: 'Name account 111122223333 and move the pattern into a condition on aws:PrincipalArn',
              result: statement(
                '{ "AWS": "111122223333" }',
                `, "Condition": { "ArnLike": { "aws:PrincipalArn": "${pattern}" } }`,
                'Deny',
              ),
            },
          ],
        },
      ],
    },
    { name: 'a Deny to everyone', statement: statement('"*"', '', 'Deny') },
    { name: 'a Deny to everyone as AWS principal', statement: statement('{ "AWS": "*" }', '', 'Deny') },
    {
      name: 'a resource policy',
      kind: 'resource',
      statement: `{ "Effect": "Allow", "Principal": { "AWS": "${pattern}" }, "Action": "s3:*", "Resource": "*" }`,
    },
  ],
});
