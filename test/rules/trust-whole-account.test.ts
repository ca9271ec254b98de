import { exampleKnown } from '../organization/example-organization.ts';
import type { Form } from './support/rendering.ts';
import { ruleCases } from './support/rule-cases.ts';

const statement = (principal: string, conditions = '', action = '"sts:AssumeRole"') =>
  `{ "Effect": "Allow", "Principal": ${principal}, "Action": ${action}${conditions && `, "Condition": { ${conditions} }`} }`;

const message = (account: string) =>
  `\`${account}\` is every role and user of that account that its administrators let call \`sts:AssumeRole\`. If one role is meant, add a condition on \`aws:PrincipalArn\`.`;
const oneRole = (arn: string) => `"ArnEquals": { "aws:PrincipalArn": ${arn} }`;

/** Both ways to name one role, for a principal written so, and the role's ARN as the fixes write it. */
const fixes = (principal: string, arn: string | ((form: Form) => string)) => {
  const arnIn = (form: Form) => (typeof arn === 'string' ? arn : arn(form));
  return [
    {
      title: 'Allow only one role of the account: add aws:PrincipalArn',
      applicability: 'suggestion' as const,
      result: (form: Form) => statement(`{ "AWS": ${principal} }`, oneRole(arnIn(form))),
    },
    {
      title: asPrincipal,
      applicability: 'suggestion' as const,
      result: (form: Form) => statement(`{ "AWS": ${arnIn(form)} }`),
    },
  ];
};
const asPrincipal = 'Name one role of the account as the principal';

const root = 'arn:aws:iam::111122223333:root';
const narrow = (name: string, conditions: string) => ({
  name,
  statement: statement(`{ "AWS": "${root}" }`, conditions),
});

ruleCases('trust-whole-account', {
  kind: 'trust',
  cases: [
    {
      name: 'the root of an account',
      statement: statement(`{ "AWS": <|"${root}"|> }`),
      finds: [
        { message: message(root), fixes: fixes(`"${root}"`, '"arn:aws:iam::111122223333:role/<role name with path>"') },
      ],
    },
    {
      name: 'the id of an account',
      statement: statement('{ "AWS": <|"111122223333"|> }'),
      finds: [
        {
          message: message('111122223333'),
          fixes: fixes('"111122223333"', (form) =>
            form === 'json' || form === 'yaml'
              ? '{ "Fn::Sub": "arn:${AWS::Partition}:iam::111122223333:role/<role name with path>" }'
              : '"arn:aws:iam::111122223333:role/<role name with path>"',
          ),
        },
      ],
    },
    {
      name: 'a number that YAML reads as one',
      file: 'template.yaml',
      text: `Resources:
  Example:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal:
              AWS: <|111122223333|>
            Action: sts:AssumeRole
`,
      finds: [message('111122223333')],
    },
    {
      name: 'this account',
      statement: statement('{ "AWS": <|{ "Ref": "AWS::AccountId" }|> }'),
      forms: ['json', 'yaml'],
      finds: [
        {
          message: message('${AWS::AccountId}'),
          fixes: fixes(
            '{ "Ref": "AWS::AccountId" }',
            '{ "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/<role name with path>" }',
          ),
        },
      ],
    },
    {
      name: 'the root of an account that is a parameter',
      statement: statement('{ "AWS": <|{ "Fn::Sub": "arn:${AWS::Partition}:iam::${Account}:root" }|> }'),
      forms: ['json', 'yaml'],
      finds: [
        {
          message: message('arn:${AWS::Partition}:iam::${Account}:root'),
          fixes: fixes(
            '{ "Fn::Sub": "arn:${AWS::Partition}:iam::${Account}:root" }',
            '{ "Fn::Sub": "arn:${AWS::Partition}:iam::${Account}:role/<role name with path>" }',
          ),
        },
      ],
    },
    {
      name: 'an account that only another function can tell',
      statement: statement(
        '{ "AWS": <|{ "Fn::Join": ["", ["arn:aws:iam::", { "Fn::FindInMap": ["Accounts", "Prod", "Id"] }, ":root"]] }|> }',
      ),
      forms: ['json'],
      finds: [
        {
          message: message('arn:aws:iam::${FindInMap([Accounts, Prod, Id])}:root'),
          fixes: fixes(
            '{ "Fn::Join": ["", ["arn:aws:iam::", { "Fn::FindInMap": ["Accounts", "Prod", "Id"] }, ":root"]] }',
            '"arn:aws:iam::<account id>:role/<role name with path>"',
          ),
        },
      ],
    },
    {
      name: 'a placeholder in the place of the id',
      statement: statement('{ "AWS": "arn:aws:iam::<security account>:root" }'),
    },
    {
      name: 'beside a role, which keeps its statement',
      statement: statement(`{ "AWS": ["arn:aws:iam::444455556666:role/Name", <|"${root}"|>] }`),
      finds: [
        {
          message: message(root),
          fixes: [
            {
              title: 'Allow only one role of the account: add aws:PrincipalArn',
              result: `${statement('{ "AWS": ["arn:aws:iam::444455556666:role/Name"] }')}, ${statement(
                `{ "AWS": "${root}" }`,
                oneRole('"arn:aws:iam::111122223333:role/<role name with path>"'),
              )}`,
            },
            {
              title: asPrincipal,
              result: statement(
                '{ "AWS": ["arn:aws:iam::444455556666:role/Name", "arn:aws:iam::111122223333:role/<role name with path>"] }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'two accounts',
      statement: statement(`{ "AWS": [<|"111122223333"|>, <|"444455556666"|>] }`),
      finds: [message('111122223333'), message('444455556666')],
    },
    {
      name: 'one branch of an Fn::If',
      statement: statement(`{ "AWS": { "Fn::If": ["Given", { "Ref": "Caller" }, <|"${root}"|>] } }`),
      forms: ['json', 'yaml'],
      finds: [
        {
          message: message(root),
          fixes: [
            { title: 'Allow only one role of the account: add aws:PrincipalArn', result: null },
            {
              title: asPrincipal,
              result: statement(
                '{ "AWS": { "Fn::If": ["Given", { "Ref": "Caller" }, "arn:aws:iam::111122223333:role/<role name with path>"] } }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern that every role fits',
      statement: statement(
        `{ "AWS": <|"${root}"|> }`,
        '"ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" }',
      ),
      finds: [
        {
          message: `\`${root}\` is every role and user of that account that its administrators let call \`sts:AssumeRole\`. The condition on \`aws:PrincipalArn\` leaves nobody out: name one role in it.`,
          fixes: [
            {
              title: asPrincipal,
              result: statement(
                '{ "AWS": "arn:aws:iam::111122223333:role/<role name with path>" }',
                '"ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" }',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'a condition on something else',
      statement: statement(`{ "AWS": <|"${root}"|> }`, '"Bool": { "aws:MultiFactorAuthPresent": "true" }'),
      finds: [message(root)],
    },
    {
      name: 'an external id that need not be sent',
      statement: statement(`{ "AWS": <|"${root}"|> }`, '"StringEqualsIfExists": { "sts:ExternalId": "example" }'),
      finds: [message(root)],
    },
    {
      name: 'any external id',
      statement: statement(`{ "AWS": <|"${root}"|> }`, '"StringLike": { "sts:ExternalId": "*" }'),
      finds: [message(root)],
    },
    narrow('one role', oneRole('"arn:aws:iam::111122223333:role/Path/Name"')),
    narrow('the roles of a path', '"ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/ci/*" }'),
    narrow('an external id', '"StringEquals": { "sts:ExternalId": "example" }'),
    narrow('a tag', '"StringEquals": { "aws:PrincipalTag/team": "security" }'),
    narrow('a role that is a placeholder', oneRole('"arn:aws:iam::111122223333:role/<role name>"')),
    {
      name: 'a role that is a parameter',
      statement: statement(`{ "AWS": "${root}" }`, '"ArnEquals": { "aws:PrincipalArn": { "Ref": "Caller" } }'),
      forms: ['json', 'yaml'],
    },
    {
      name: 'a Deny to every other role',
      policy: `{ "Statement": [${statement(`{ "AWS": "${root}" }`)}, { "Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole", "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/ci/*" } } }] }`,
    },
    { name: 'a role', statement: statement('{ "AWS": "arn:aws:iam::111122223333:role/Name" }') },
    { name: 'a role named root', statement: statement('{ "AWS": "arn:aws:iam::111122223333:role/root" }') },
    { name: 'a parameter', statement: statement('{ "AWS": { "Ref": "Caller" } }'), forms: ['json', 'yaml'] },
    { name: 'another action', statement: statement(`{ "AWS": "${root}" }`, '', '"sts:TagSession"') },
    {
      name: 'a Deny',
      statement: `{ "Effect": "Deny", "Principal": { "AWS": "${root}" }, "Action": "sts:AssumeRole" }`,
    },
    {
      name: 'a resource policy',
      kind: 'resource',
      statement: `{ "Effect": "Allow", "Principal": { "AWS": "${root}" }, "Action": "kms:*", "Resource": "*" }`,
    },
    {
      name: 'an account of others, of which third-party-without-external-id tells',
      statement: statement('{ "AWS": ["777788889999", "arn:aws:iam::777788889999:root"] }'),
      organizations: exampleKnown,
    },
    { name: 'a partition that is none', statement: statement('{ "AWS": "arn:asw:iam::111122223333:root" }') },
  ],
});
