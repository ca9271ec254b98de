import { ruleCases } from './support/rule-cases.ts';

const arn = (host: string) => `arn:aws:iam::111122223333:oidc-provider/${host}`;
const statement = (principal: string, conditions = '') =>
  `{ "Effect": "Allow", "Principal": { "Federated": ${principal} }, "Action": "sts:AssumeRoleWithWebIdentity"${conditions && `, "Condition": { ${conditions} }`} }`;
const github = 'token.actions.githubusercontent.com';
const eks = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE';
const equals = (key: string, value: string) => `"StringEquals": { "${key}": "${value}" }`;

ruleCases('oidc-any-caller', {
  kind: 'trust',
  cases: [
    {
      name: 'a cluster',
      statement: statement(`<|"${arn(eks)}"|>`),
      finds: [
        {
          severity: 'warning',
          message: `Every service account of the cluster can assume this role. Ask for \`${eks}:aud\` and \`${eks}:sub\` in a condition.`,
          fixes: [],
        },
      ],
    },
    {
      name: 'GitHub',
      statement: statement(`<|"${arn(github)}"|>`),
      finds: [
        `Every workflow of every repository on GitHub can assume this role. Ask for \`${github}:sub\` in a condition. AWS refuses to create or change a role without one.`,
      ],
    },
    {
      name: 'GitHub, by audience alone',
      statement: statement(`<|"${arn(github)}"|>`, equals(`${github}:aud`, 'sts.amazonaws.com')),
      finds: [
        `Every workflow of every repository on GitHub can assume this role. Ask for \`${github}:sub\` in a condition. AWS refuses to create or change a role without one. The condition on \`aud\` does not say whose it is.`,
      ],
    },
    {
      name: 'any subject',
      statement: statement(`<|"${arn('gitlab.com')}"|>`, '"StringLike": { "gitlab.com:sub": "*" }'),
      finds: [
        {
          severity: 'warning',
          message:
            'Every pipeline of every project on GitLab can assume this role. Ask for `gitlab.com:sub` in a condition.',
        },
      ],
    },
    {
      name: 'claims that jobs of others have too',
      statement: statement(
        `<|"${arn('gitlab.com')}"|>`,
        '"StringEquals": { "gitlab.com:ref_protected": "true", "gitlab.com:aud": "https://gitlab.com" }',
      ),
      finds: [
        'Every pipeline of every project on GitLab can assume this role. Ask for `gitlab.com:sub` in a condition. AWS refuses to create or change a role without one. The condition on `ref_protected` does not say whose it is.',
      ],
    },
    {
      name: 'a claim that tokens may lack',
      statement: statement(`<|"${arn(eks)}"|>`, `"ForAllValues:StringEquals": { "${eks}:environment": "production" }`),
      finds: [
        {
          severity: 'warning',
          message: `Every service account of the cluster can assume this role. Ask for \`${eks}:aud\` and \`${eks}:sub\` in a condition.`,
        },
      ],
    },
    {
      name: 'a tenant told by the audience',
      statement: statement(`<|"${arn('api.pulumi.com/oidc')}"|>`, equals('api.pulumi.com/oidc:sub', 'x')).replace(
        'StringEquals',
        'StringNotEquals',
      ),
      finds: [
        'Every organization on Pulumi Cloud can assume this role. Ask for `api.pulumi.com/oidc:aud` in a condition. AWS refuses to create or change a role without one.',
      ],
    },
    {
      name: 'Google, of which AWS asks nothing',
      statement: statement('<|"accounts.google.com"|>'),
      finds: [
        {
          severity: 'warning',
          message:
            'Everyone with a Google account can assume this role. Ask for `accounts.google.com:aud` in a condition.',
        },
      ],
    },
    {
      name: 'an organization on Buildkite',
      statement: statement(`"${arn('agent.buildkite.com')}"`, equals('agent.buildkite.com:organization_id', 'x')),
    },
    {
      name: 'any identity pool',
      statement: statement(
        '<|"cognito-identity.amazonaws.com"|>',
        '"ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" }',
      ),
      finds: [
        'Everyone in any identity pool of any AWS account can assume this role. Ask for `cognito-identity.amazonaws.com:aud` in a condition. AWS refuses to create or change a role without one. The condition on `amr` does not say whose it is.',
      ],
    },
    {
      name: 'a provider of the template',
      statement: statement('<|{ "Fn::GetAtt": ["Provider", "Arn"] }|>'),
      forms: ['json', 'yaml'],
      finds: [
        {
          severity: 'warning',
          message:
            'Everyone with a token of this provider can assume this role. Ask for its `aud` and `sub` in a condition.',
        },
      ],
    },
    {
      name: 'a subject',
      statement: statement(`"${arn(github)}"`, `"StringLike": { "${github}:sub": "repo:example/app:*" }`),
    },
    { name: 'a repository', statement: statement(`"${arn(github)}"`, equals(`${github}:repository_id`, '12345')) },
    {
      name: 'a set prefix, which changes nothing here',
      statement: statement(
        `"${arn(github)}"`,
        `"ForAllValues:StringEquals": { "${github}:sub": "repo:example/app:ref:refs/heads/main" }`,
      ),
    },
    {
      name: 'a cluster, by audience alone',
      statement: statement(`<|"${arn(eks)}"|>`, equals(`${eks}:aud`, 'sts.amazonaws.com')),
      finds: [
        {
          severity: 'info',
          message: `Every service account of the cluster can assume this role. Ask for \`${eks}:aud\` and \`${eks}:sub\` in a condition. The condition on \`aud\` does not say whose it is.`,
        },
      ],
    },
    {
      name: 'a provider of one organization',
      statement: statement(`<|"${arn('id.example.com')}"|>`),
      finds: [
        {
          severity: 'warning',
          message:
            'Everyone with a token of `id.example.com` can assume this role. Ask for `id.example.com:aud` and `id.example.com:sub` in a condition.',
        },
      ],
    },
    {
      name: 'an audience of its own',
      statement: statement(`"${arn('id.example.com')}"`, equals('id.example.com:aud', 'sts.amazonaws.com')),
    },
    {
      name: 'an identity pool',
      statement: statement(
        '"cognito-identity.amazonaws.com"',
        equals('cognito-identity.amazonaws.com:aud', 'eu-west-1:12345678-1234-1234-1234-123456789012'),
      ),
    },
    { name: 'a placeholder', statement: statement('"<provider>"') },
    {
      name: 'conditions hidden by an intrinsic',
      statement: statement(`"${arn(github)}"`).replace(
        ' }, "Action"',
        ' }, "Condition": { "Ref": "Limits" }, "Action"',
      ),
      forms: ['json', 'yaml'],
    },
    {
      name: 'a SAML provider',
      statement: statement('"arn:aws:iam::111122223333:saml-provider/Example"').replace('WebIdentity', 'SAML'),
    },
    { name: 'a Deny', statement: statement(`"${arn(github)}"`).replace('Allow', 'Deny') },
  ],
});
