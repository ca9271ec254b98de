import type { RuleCase } from './support/rule-case.ts';
import { ruleCases } from './support/rule-cases.ts';

const message = (resource: string) =>
  `\`${resource}\` may be a role in anyone's account. Add a condition on \`aws:ResourceOrgPaths\`, \`aws:ResourceOrgID\` or \`aws:ResourceAccount\`.`;
const title = 'Allow it only inside one organizational unit: add aws:ResourceOrgPaths';
const role = 'arn:aws:iam::*:role/SecurityOperations/SecurityAutoremediation';

const allow = (resource: string, condition = '', action = '"sts:AssumeRole"') =>
  `{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource}${condition && `, "Condition": { ${condition} }`} }`;
const ofUnit = '"ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "<your org path>/*" }';

const anyone = (resource: string): RuleCase => ({
  name: resource,
  statement: allow(`<|"${resource}"|>`),
  finds: [
    {
      message: message(resource),
      fixes: [{ title, applicability: 'suggestion', result: allow(`"${resource}"`, ofUnit) }],
    },
  ],
});
const silent = (name: string, statement: string): RuleCase => ({ name, statement });
const scoped = (name: string, condition: string): RuleCase => silent(name, allow(`"${role}"`, condition));
/** A condition that leaves the accounts open, and what the fix makes of it; null if it cannot be written. */
const open = (name: string, condition: string, fixed: string | null): RuleCase => ({
  name,
  statement: allow(`<|"${role}"|>`, condition),
  finds: [{ message: message(role), fixes: [{ title, result: fixed === null ? null : allow(`"${role}"`, fixed) }] }],
});

const beside = (deny: string, mark = false): string =>
  `{ "Statement": [${allow(mark ? `<|"${role}"|>` : `"${role}"`)}, ${deny}] }`;
const deny = (condition: string, action = '"sts:*"', resource = '"*"') =>
  `{ "Effect": "Deny", "Action": ${action}, "Resource": ${resource}${condition && `, "Condition": { ${condition} }`} }`;
const scopedBy = (name: string, statement: string): RuleCase => ({ name, policy: beside(statement) });
const openBeside = (name: string, statement: string): RuleCase => ({
  name,
  policy: beside(statement, true),
  finds: [message(role)],
});

ruleCases('assume-role-any-account', {
  kind: 'identity',
  cases: [
    // Forms of the account, and of the rest of the ARN.
    anyone(role),
    anyone('arn:aws:iam::*:role/Name'),
    anyone('arn:aws:iam::*:role/Path/*'),
    anyone('arn:aws:iam::**:role/Name'),
    anyone('arn:aws:iam::?*:role/Name'),
    anyone('arn:aws:iam::????????????:role/Name'),
    anyone('arn:aws-cn:iam::*:role/Name'),
    anyone('arn:*:iam::*:role/Name'),
    ...[
      'arn:aws:iam::111122223333:role/Name',
      'arn:aws:iam::1111*:role/Name',
      'arn:aws:iam::<account id>:role/Name',
      'arn:aws:iam::*:role/<role name>',
      'arn:aws:s3:::*',
      'arn:aws:sqs:*:*:Name',
      '*',
      'arn:aws:iam::*:role/*',
    ].map((resource) => silent(`silent on ${resource}`, allow(`"${resource}"`))),
    {
      name: 'any account, in a template',
      forms: ['json', 'yaml'],
      statement: allow('<|{ "Fn::Sub": "arn:${AWS::Partition}:iam::*:role/Path/${Name}" }|>'),
      finds: [
        {
          message: message('arn:${AWS::Partition}:iam::*:role/Path/${Name}'),
          fixes: [
            {
              title,
              result: allow('{ "Fn::Sub": "arn:${AWS::Partition}:iam::*:role/Path/${Name}" }', ofUnit),
            },
          ],
        },
      ],
    },
    ...[
      '{ "Fn::Sub": "arn:aws:iam::${Account}:role/Name" }',
      '{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/Name" }',
      '{ "Fn::Sub": "arn:aws:iam::${Account}*:role/Name" }',
      '{ "Ref": "TargetArn" }',
    ].map(
      (resource): RuleCase => ({ name: `not known: ${resource}`, forms: ['json', 'yaml'], statement: allow(resource) }),
    ),
    {
      name: 'some of several resources',
      statement: allow(
        '[<|"arn:aws:iam::*:role/One"|>, "arn:aws:iam::111122223333:role/Two", <|"arn:aws:iam::*:role/Three"|>]',
      ),
      finds: [message('arn:aws:iam::*:role/One'), message('arn:aws:iam::*:role/Three')],
    },

    // How the action is allowed.
    ...['"sts:*"', '"*"', '"sts:Assume*"', '["s3:GetObject", "STS:AssumeRole"]'].map(
      (action): RuleCase => ({
        name: `through ${action}`,
        statement: allow(`<|"${role}"|>`, '', action),
        finds: [message(role)],
      }),
    ),
    {
      name: 'through NotAction',
      statement: `{ "Effect": "Allow", "NotAction": "iam:*", "Resource": <|"${role}"|> }`,
      finds: [message(role)],
    },
    silent('another action', allow(`"${role}"`, '', '"iam:GetRole"')),
    silent('a Deny', allow(`"${role}"`).replace('Allow', 'Deny')),
    silent('NotResource', `{ "Effect": "Allow", "Action": "sts:AssumeRole", "NotResource": "${role}" }`),

    // Conditions that say where the role must be.
    scoped(
      'a path of the organization',
      '"ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/r-ab12/*" }',
    ),
    scoped('an organization', '"StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }'),
    scoped("the caller's organization", '"StringEquals": { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" }'),
    scoped('an account', '"StringEquals": { "aws:ResourceAccount": ["111122223333", "444455556666"] }'),
    scoped('an account as a number', '"NumericEquals": { "aws:ResourceAccount": "111122223333" }'),
    scoped('a key in another case', '"stringequals": { "AWS:resourceorgid": "o-a1b2c3d4e5" }'),
    scoped('a path to fill in', ofUnit),
    scoped(
      'a condition among others',
      '"Bool": { "aws:SecureTransport": "true" }, "StringEquals": { "aws:ResourceAccount": "111122223333" }',
    ),
    {
      name: 'conditions hidden by an intrinsic',
      forms: ['json', 'yaml'],
      statement: `{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "${role}", "Condition": { "Fn::If": ["A", { "Bool": { "aws:SecureTransport": "true" } }, { "Ref": "AWS::NoValue" }] } }`,
    },
    {
      name: 'a value that is not known',
      forms: ['json', 'yaml'],
      statement: allow(`"${role}"`, '"StringEquals": { "aws:ResourceOrgID": { "Ref": "OrgId" } }'),
    },
    open(
      'a condition on something else',
      '"Bool": { "aws:SecureTransport": "true" }',
      `"Bool": { "aws:SecureTransport": "true" }, ${ofUnit}`,
    ),
    open(
      'IfExists',
      '"StringEqualsIfExists": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }',
      `"StringEqualsIfExists": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }, ${ofUnit}`,
    ),
    open(
      'ForAllValues',
      '"ForAllValues:StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }',
      `"ForAllValues:StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }, ${ofUnit}`,
    ),
    scoped(
      'ForAllValues on the path, of which another rule tells',
      '"ForAllValues:StringLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/*" }',
    ),
    open(
      'a negated operator',
      '"StringNotEquals": { "aws:ResourceAccount": "111122223333" }',
      `"StringNotEquals": { "aws:ResourceAccount": "111122223333" }, ${ofUnit}`,
    ),
    open('Null', '"Null": { "aws:ResourceOrgID": "false" }', `"Null": { "aws:ResourceOrgID": "false" }, ${ofUnit}`),
    open(
      'any value, beside other conditions of the operator',
      '"StringLike": { "aws:ResourceOrgID": "*", "aws:PrincipalTag/a": "b" }',
      `"StringLike": { "aws:ResourceOrgID": "*", "aws:PrincipalTag/a": "b" }, ${ofUnit}`,
    ),
    open(
      'an operator that has another key',
      '"ForAnyValue:StringLike": { "aws:TagKeys": "a" }',
      '"ForAnyValue:StringLike": { "aws:TagKeys": "a", "aws:ResourceOrgPaths": "<your org path>/*" }',
    ),
    open(
      'an account compared with itself',
      '"StringEquals": { "aws:ResourceAccount": "${aws:ResourceAccount}" }',
      `"StringEquals": { "aws:ResourceAccount": "\${aws:ResourceAccount}" }, ${ofUnit}`,
    ),
    open('any value of the same key', '"ForAnyValue:StringLike": { "aws:ResourceOrgPaths": "*" }', null),
    open(
      "the caller's organization, which says nothing of the role",
      '"StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }',
      `"StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, ${ofUnit}`,
    ),

    // A Deny that keeps the roles to an organization.
    scopedBy('a Deny outside of the organization', deny('"StringNotEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }')),
    scopedBy(
      'a Deny of everything outside',
      deny('"StringNotEqualsIfExists": { "aws:ResourceAccount": "111122223333" }', '"*"'),
    ),
    scopedBy(
      'a Deny outside of a path',
      deny('"ForAllValues:StringNotLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/*" }'),
    ),
    scopedBy(
      'a Deny on every role',
      deny('"StringNotEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }', '"sts:AssumeRole"', '"arn:aws:iam::*:role/*"'),
    ),
    openBeside(
      'a Deny that spares roles without an organization',
      deny('"ForAnyValue:StringNotLike": { "aws:ResourceOrgPaths": "o-a1b2c3d4e5/*" }'),
    ),
    openBeside('a Deny inside', deny('"StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }')),
    openBeside(
      'a Deny of something else',
      deny('"StringNotEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }', '"s3:*"'),
    ),
    openBeside(
      'a Deny on some roles',
      deny('"StringNotEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }', '"*"', '"arn:aws:iam::*:role/Other"'),
    ),
    openBeside(
      'a Deny with another condition',
      deny('"StringNotEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5" }, "Bool": { "aws:SecureTransport": "false" }'),
    ),
    openBeside('a Deny by any value', deny('"StringNotLike": { "aws:ResourceOrgID": "*" }')),

    // Kinds.
    ...(['boundary', 'session', 'scp', 'resource', 'endpoint'] as const).map(
      (kind): RuleCase => ({ name: `a policy of kind ${kind}`, kind, statement: allow(`"${role}"`) }),
    ),
  ],
});
