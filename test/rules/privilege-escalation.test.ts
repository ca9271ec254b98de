import { ruleCases } from './support/rule-cases.ts';

const allow = (action: string, resource = '"*"', condition = '') =>
  `{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource}${condition && `, "Condition": ${condition}`} }`;
const policy = (...statements: readonly string[]) =>
  `{ "Version": "2012-10-17", "Statement": [${statements.join(', ')}] }`;
const any = (does: string, action: string, rest: string) =>
  `Whoever has these permissions can get any other: they can ${does} (\`${action}\`).${rest}`;
const name = ' Name the entities as resources.';
const bound = ' Name the entities as resources, or demand a permissions boundary with `iam:PermissionsBoundary`.';
const passed = (service: string, does: string, means: string, rest = '') =>
  `Whoever has these permissions can act as any role that trusts \`${service}\`: they can pass it and ${does} with it (${means}).${rest} Name the roles in \`iam:PassRole\`.`;
const passTo = (service: string, resource = '"*"') =>
  allow('"iam:PassRole"', resource, `{ "StringEquals": { "iam:PassedToService": "${service}" } }`);
const marked = (text: string, action: string) => text.replace(`"${action}"`, `<|"${action}"|>`);
const deny = (action: string, rest = '"Resource": "*"') => `{ "Effect": "Deny", "Action": "${action}", ${rest} }`;
const silent = (title: string, ...statements: readonly string[]) => ({ name: title, policy: policy(...statements) });

const role = (properties: string, others = '') => `Resources:
  <|Deployer|>:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
${properties}  Passing:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: ${policy(passTo('lambda.amazonaws.com'))}
  Functions:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: functions
      Roles: [!Ref Deployer]
      PolicyDocument: ${policy(allow('["lambda:CreateFunction", "lambda:InvokeFunction"]'))}
${others}`;
const unmarked = (text: string) => text.replace(/<\||\|>/g, '');

ruleCases('privilege-escalation', {
  kind: 'identity',
  cases: [
    {
      name: 'one permission that is enough',
      policy: policy(allow('<|"iam:PutRolePolicy"|>')),
      finds: [{ message: any('write any permissions into any role', 'iam:PutRolePolicy', bound), fixes: [] }],
    },
    {
      name: 'several, found once',
      policy: policy(allow('["s3:GetObject", <|"iam:AttachRolePolicy"|>]'), allow('"iam:CreateAccessKey"')),
      finds: [
        any(
          'attach any policy to any role',
          'iam:AttachRolePolicy',
          ` The same goes for \`iam:CreateAccessKey\`.${name}`,
        ),
      ],
    },
    {
      name: 'by a pattern',
      policy: policy(allow('<|"iam:Create*"|>')),
      finds: [
        any(
          'write any permissions into a managed policy that they have',
          'iam:CreatePolicyVersion',
          ` The same goes for \`iam:CreateAccessKey\`, \`iam:CreateLoginProfile\`.${name}`,
        ),
      ],
    },
    {
      name: 'on all entities of the kind',
      policy: policy(allow('<|"iam:CreateAccessKey"|>', '"arn:aws:iam::111122223333:user/*"')),
      finds: [any('make access keys of any user', 'iam:CreateAccessKey', name)],
    },
    {
      name: 'of the account of the template',
      forms: ['json', 'yaml'],
      policy: policy(
        allow('<|"iam:PutRolePolicy"|>', '{ "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*" }'),
      ),
      finds: [any('write any permissions into any role', 'iam:PutRolePolicy', bound)],
    },
    {
      name: 'any role to one service',
      policy: policy(
        allow('["lambda:CreateFunction", "lambda:InvokeFunction"]'),
        marked(passTo('lambda.amazonaws.com'), 'iam:PassRole'),
      ),
      finds: [
        {
          severity: 'info',
          message: passed(
            'lambda.amazonaws.com',
            'run a function',
            '`lambda:CreateFunction` with `lambda:InvokeFunction`',
          ),
        },
      ],
    },
    {
      name: 'any role to one service, where the key is there',
      policy: policy(
        allow('["lambda:CreateFunction", "lambda:InvokeFunction"]'),
        marked(passTo('lambda.amazonaws.com'), 'iam:PassRole').replace('"StringEquals"', '"StringEqualsIfExists"'),
      ),
      finds: [
        {
          severity: 'info',
          message: passed(
            'lambda.amazonaws.com',
            'run a function',
            '`lambda:CreateFunction` with `lambda:InvokeFunction`',
          ),
        },
      ],
    },
    silent('entities of another kind', allow('"iam:CreateAccessKey"', '"arn:aws:iam::111122223333:role/*"')),
    silent('named entities', allow('"iam:PutRolePolicy"', '"arn:aws:iam::111122223333:role/app/*"')),
    silent('their own', allow('"iam:CreateAccessKey"', '"arn:aws:iam::*:user/${aws:username}"')),
    silent(
      'under a boundary',
      allow(
        '"iam:PutRolePolicy"',
        '"*"',
        '{ "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/a" } }',
      ),
    ),
    silent('denied', allow('"iam:PutRolePolicy"'), deny('iam:*')),
    silent(
      'denied but for some',
      allow('"iam:PutRolePolicy"'),
      deny('iam:Put*', '"NotResource": "arn:aws:iam::111122223333:role/a"'),
    ),
    {
      name: 'denied on some',
      policy: policy(allow('<|"iam:PutRolePolicy"|>'), deny('iam:*', '"Resource": "arn:aws:iam::111122223333:role/a"')),
      finds: [any('write any permissions into any role', 'iam:PutRolePolicy', bound)],
    },
    silent('an administrator', allow('"*"'), allow('"iam:PutRolePolicy"')),
    silent('a part of a path', allow('"lambda:CreateFunction"'), passTo('lambda.amazonaws.com')),
    silent('another service', allow('"ec2:RunInstances"'), passTo('lambda.amazonaws.com')),
    silent(
      'named roles',
      allow('"ec2:RunInstances"'),
      passTo('ec2.amazonaws.com', '"arn:aws:iam::111122223333:role/a"'),
    ),
    silent('what pass-role-any-role finds', allow('["iam:PassRole", "ec2:RunInstances"]')),
    silent('passing denied', allow('"ec2:RunInstances"'), passTo('ec2.amazonaws.com'), deny('iam:PassRole')),
    {
      name: 'a control policy',
      kind: 'scp',
      policy: policy(allow('"iam:PutRolePolicy"')),
    },
    {
      name: 'a path of which each policy of a role has a part',
      file: 'template.yaml',
      text: role('      ManagedPolicyArns: [!Ref Passing]\n'),
      finds: [
        {
          severity: 'info',
          message: passed(
            'lambda.amazonaws.com',
            'run a function',
            '`lambda:CreateFunction` with `lambda:InvokeFunction`',
          ).replace('Whoever has these permissions', 'With `Passing` and `Functions`, whoever has this role'),
        },
      ],
    },
    {
      name: 'the same under a permissions boundary',
      file: 'template.yaml',
      text: unmarked(
        role(
          '      ManagedPolicyArns: [!Ref Passing]\n      PermissionsBoundary: arn:aws:iam::111122223333:policy/a\n',
        ),
      ),
    },
    {
      name: 'the same for an administrator',
      file: 'template.yaml',
      text: unmarked(
        role(
          '      ManagedPolicyArns: [!Ref Passing, !Sub "arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess"]\n',
        ),
      ),
    },
    { name: 'policies that do not meet', file: 'template.yaml', text: unmarked(role('')) },
    {
      name: 'a policy of a role that denies',
      file: 'template.yaml',
      text: unmarked(
        role(
          `      Policies: [{ PolicyName: a, PolicyDocument: ${policy(deny('iam:Put*'))} }]\n`,
          `  Roles:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: roles
      Roles: [!Ref Deployer]
      PolicyDocument: ${policy(allow('"iam:PutRolePolicy"'))}
`,
        ),
      ),
    },
    {
      name: 'a policy that is a boundary',
      file: 'template.yaml',
      text: `Resources:
  Boundary:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: ${policy(allow('"iam:PutRolePolicy"'))}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      PermissionsBoundary: !Ref Boundary
`,
    },
  ],
});
