import { ruleCases } from './support/rule-cases.ts';

const statement = (principal: string, action: string, effect = 'Allow') =>
  `{ "Effect": "${effect}", "Principal": ${principal}, "Action": ${action} }`;

const role = '{ "AWS": "arn:aws:iam::111122223333:role/Name" }';
const service = '{ "Service": "ec2.amazonaws.com" }';
const saml = '{ "Federated": "arn:aws:iam::111122223333:saml-provider/Example" }';
const openId = '{ "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }';
const providerHere = '{ "Federated": { "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:saml-provider/Example" } }';
const unknownProvider = '{ "Federated": { "Ref": "Provider" } }';

const mismatch = (action: string, who: string, fitting: string) =>
  `No principal of this statement can call \`${action}\`: ${who} call \`${fitting}\`.`;
const strange = (action: string) =>
  `A trust policy cannot allow \`${action}\`: it says only who may assume the role. What the role may do belongs in a permission policy.`;

/** What is said of a statement without conditions once its action fits. */
const broughtBy: Readonly<Record<string, readonly string[]>> = {
  'sts:AssumeRoleWithWebIdentity': ['oidc-any-caller'],
  'sts:AssumeRoleWithSAML': ['saml-any-audience'],
};

/** A statement with one action, and the one that the fix writes instead. */
const replaced = (name: string, principal: string, action: string, who: string, fitting: string) => ({
  name,
  statement: statement(principal, `<|"${action}"|>`),
  finds: [
    {
      message: mismatch(action, who, fitting),
      fixes: [
        {
          title: `Change ${action} to ${fitting}`,
          applicability: 'suggestion' as const,
          result: statement(principal, `"${fitting}"`),
          brings: broughtBy[fitting] ?? [],
        },
      ],
    },
  ],
});

const templates = ['json', 'yaml'] as const;

ruleCases('trust-action-mismatch', {
  kind: 'trust',
  cases: [
    replaced('AssumeRole for SAML', saml, 'sts:AssumeRole', 'users of a SAML provider', 'sts:AssumeRoleWithSAML'),
    replaced(
      'AssumeRole for OpenID Connect',
      openId,
      'sts:AssumeRole',
      'users of an OpenID Connect provider',
      'sts:AssumeRoleWithWebIdentity',
    ),
    replaced(
      'AssumeRole for a provider by name',
      '{ "Federated": "cognito-identity.amazonaws.com" }',
      'sts:AssumeRole',
      'users of an OpenID Connect provider',
      'sts:AssumeRoleWithWebIdentity',
    ),
    replaced(
      'AssumeRoleWithSAML for OpenID Connect',
      openId,
      'sts:AssumeRoleWithSAML',
      'users of an OpenID Connect provider',
      'sts:AssumeRoleWithWebIdentity',
    ),
    replaced('AssumeRoleWithSAML for a role', role, 'sts:AssumeRoleWithSAML', 'AWS principals', 'sts:AssumeRole'),
    replaced(
      'AssumeRoleWithWebIdentity for a service',
      service,
      'sts:AssumeRoleWithWebIdentity',
      'services',
      'sts:AssumeRole',
    ),
    replaced('a wildcard that covers none that fits', role, 'sts:AssumeRoleWith*', 'AWS principals', 'sts:AssumeRole'),
    replaced(
      'a role and a service',
      '{ "AWS": "arn:aws:iam::111122223333:role/Name", "Service": "ec2.amazonaws.com" }',
      'sts:AssumeRoleWithSAML',
      'AWS principals and services',
      'sts:AssumeRole',
    ),
    {
      name: 'a provider whose kind is not known',
      statement: statement(unknownProvider, '<|"sts:AssumeRole"|>'),
      forms: templates,
      finds: [
        {
          message:
            'No principal of this statement can call `sts:AssumeRole`: users of an identity provider call `sts:AssumeRoleWithSAML` or `sts:AssumeRoleWithWebIdentity`.',
          fixes: [],
        },
      ],
    },
    {
      name: 'a provider of this account',
      statement: statement(providerHere, '<|"sts:AssumeRole"|>'),
      forms: templates,
      finds: [
        {
          message: mismatch('sts:AssumeRole', 'users of a SAML provider', 'sts:AssumeRoleWithSAML'),
          fixes: [
            {
              title: 'Change sts:AssumeRole to sts:AssumeRoleWithSAML',
              result: statement(providerHere, '"sts:AssumeRoleWithSAML"'),
              brings: ['saml-any-audience'],
            },
          ],
        },
      ],
    },
    {
      name: 'both actions, one of them in vain',
      statement: statement(openId, '[<|"sts:AssumeRole"|>, "sts:AssumeRoleWithWebIdentity"]'),
      finds: [
        {
          message: mismatch('sts:AssumeRole', 'users of an OpenID Connect provider', 'sts:AssumeRoleWithWebIdentity'),
          fixes: [{ title: 'Remove sts:AssumeRole', result: statement(openId, '["sts:AssumeRoleWithWebIdentity"]') }],
        },
      ],
    },
    {
      name: 'an action of another service',
      statement: statement(service, '["sts:AssumeRole", <|"s3:GetObject"|>]'),
      finds: [
        {
          message: strange('s3:GetObject'),
          fixes: [{ title: 'Remove s3:GetObject', result: statement(service, '["sts:AssumeRole"]') }],
        },
      ],
    },
    {
      name: 'an action of another service alone',
      statement: statement(service, '<|"iam:PassRole"|>'),
      finds: [
        {
          message: strange('iam:PassRole'),
          fixes: [{ title: 'Change iam:PassRole to sts:AssumeRole', result: statement(service, '"sts:AssumeRole"') }],
        },
      ],
    },
    {
      name: 'all actions of another service, for principals that are not known',
      statement: statement('{ "Ref": "Principals" }', '[<|"s3:*"|>]'),
      forms: templates,
      finds: [{ message: strange('s3:*'), fixes: [] }],
    },
    {
      name: 'actions of STS that need no role',
      statement: statement(
        role,
        '["sts:AssumeRole", <|"sts:GetCallerIdentity"|>, <|"sts:AssumeRoot"|>, <|"sts:Get*"|>]',
      ),
      finds: [strange('sts:GetCallerIdentity'), strange('sts:AssumeRoot'), strange('sts:Get*')],
    },
    {
      name: 'a slip of the pen',
      statement: statement(role, '<|"sts:AssumRole"|>'),
      finds: [
        {
          message: '`sts:AssumRole` is no action of a trust policy. Did you mean `sts:AssumeRole`?',
          fixes: [{ title: 'Change sts:AssumRole to sts:AssumeRole', result: statement(role, '"sts:AssumeRole"') }],
        },
      ],
    },
    {
      name: 'a single statement in YAML',
      file: 'template.yaml',
      text: `Resources:
  Example:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          Effect: Allow
          Principal: {Federated: 'arn:aws:iam::111122223333:saml-provider/Example'}
          Action:
            - <|sts:AssumeRole|> # for people
            - sts:TagSession
`,
      finds: [
        {
          message: mismatch('sts:AssumeRole', 'users of a SAML provider', 'sts:AssumeRoleWithSAML'),
          fixes: [
            {
              title: 'Change sts:AssumeRole to sts:AssumeRoleWithSAML',
              brings: ['saml-any-audience'],
              result: `Resources:
  Example:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          Effect: Allow
          Principal: {Federated: 'arn:aws:iam::111122223333:saml-provider/Example'}
          Action:
            - sts:AssumeRoleWithSAML # for people
            - sts:TagSession
`,
            },
          ],
        },
      ],
    },
    { name: 'AssumeRole for a role', statement: statement(role, '"sts:AssumeRole"') },
    { name: 'in another case', statement: statement(role, '"STS:assumerole"') },
    { name: 'AssumeRole for a service', statement: statement(service, '["sts:AssumeRole"]') },
    { name: 'SAML', statement: statement(saml, '"sts:AssumeRoleWithSAML"') },
    { name: 'OpenID Connect', statement: statement(openId, '"sts:AssumeRoleWithWebIdentity"') },
    {
      name: 'what accompanies an assumption',
      statement: statement(
        saml,
        '["sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext"]',
      ),
    },
    { name: 'all of STS', statement: statement(openId, '"sts:*"') },
    { name: 'everything', statement: statement(role, '"*"') },
    { name: 'a wildcard that covers one that fits', statement: statement(saml, '"sts:AssumeRole*"') },
    {
      name: 'principals of several kinds, one of which fits',
      statement: statement(
        '{ "AWS": "arn:aws:iam::111122223333:role/Name", "Federated": "arn:aws:iam::111122223333:saml-provider/Example" }',
        '["sts:AssumeRole", "sts:AssumeRoleWithSAML"]',
      ),
    },
    { name: 'everyone', statement: statement('"*"', '"sts:AssumeRoleWithWebIdentity"') },
    {
      name: 'an action of STS that is in no table',
      statement: statement(role, '["sts:AssumeRole", "sts:AssumeSomethingNew"]'),
    },
    {
      name: 'a provider whose kind is not known, either action',
      statement: statement(unknownProvider, '"sts:AssumeRoleWithSAML"'),
      forms: templates,
    },
    {
      name: 'principals that are not known',
      statement: statement('{ "Ref": "Principals" }', '"sts:AssumeRole"'),
      forms: templates,
    },
    { name: 'an action that is a parameter', statement: statement(saml, '{ "Ref": "Action" }'), forms: templates },
    { name: 'an action that is a placeholder', statement: statement(saml, '"<action>"') },
    { name: 'a Deny', statement: statement(saml, '"sts:AssumeRole"', 'Deny') },
    {
      name: 'a resource policy',
      kind: 'resource',
      statement: '{ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*" }',
    },
  ],
});
