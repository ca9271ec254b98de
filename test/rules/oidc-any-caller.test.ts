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
      name: 'a provider of one organization',
      statement: statement(`<|"${arn(eks)}"|>`),
      finds: [
        {
          message: `Everyone with a token of \`${eks}\` can assume this role. Ask for \`${eks}:aud\` and \`${eks}:sub\` in a condition.`,
          fixes: [],
        },
      ],
    },
    {
      name: 'GitHub',
      statement: statement(`<|"${arn(github)}"|>`),
      finds: [
        `Every workflow of every repository on GitHub can assume this role. Ask for \`${github}:sub\` in a condition.`,
      ],
    },
    {
      name: 'GitHub, by audience alone',
      statement: statement(`<|"${arn(github)}"|>`, equals(`${github}:aud`, 'sts.amazonaws.com')),
      finds: [
        `Every workflow of every repository on GitHub can assume this role. Ask for \`${github}:sub\` in a condition. The condition on \`aud\` does not say whose it is.`,
      ],
    },
    {
      name: 'any subject',
      statement: statement(`<|"${arn('gitlab.com')}"|>`, '"StringLike": { "gitlab.com:sub": "*" }'),
      finds: [
        'Every pipeline of every project on GitLab can assume this role. Ask for `gitlab.com:sub` in a condition.',
      ],
    },
    {
      name: 'any identity pool',
      statement: statement(
        '<|"cognito-identity.amazonaws.com"|>',
        '"ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" }',
      ),
      finds: [
        'Everyone in any identity pool of any AWS account can assume this role. Ask for `cognito-identity.amazonaws.com:aud` in a condition. The condition on `amr` does not say whose it is.',
      ],
    },
    {
      name: 'a provider of the template',
      statement: statement('<|{ "Fn::GetAtt": ["Provider", "Arn"] }|>'),
      forms: ['json', 'yaml'],
      finds: [
        'Everyone with a token of this provider can assume this role. Ask for its `aud` and `sub` in a condition.',
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
      name: 'an audience of its own',
      statement: statement(`"${arn(eks)}"`, equals(`${eks}:aud`, 'sts.amazonaws.com')),
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
