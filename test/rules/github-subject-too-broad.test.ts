import { ruleCases } from './support/rule-cases.ts';

const github = 'token.actions.githubusercontent.com';
const statement = (subject: string, more = '', operator = 'StringLike') =>
  `{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/${github}" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "${github}:aud": "sts.amazonaws.com"${more} }, "${operator}": { "${github}:sub": ${subject} } } }`;
const anyone = (written: string) =>
  `\`${written}\` fits repositories of owners whom anyone can make. Write the owner out: \`repo:<owner>/<repository>:ref:refs/heads/main\`.`;
const several = (written: string) =>
  `\`${written}\` fits every workflow of several repositories. Name one repository, and a branch or an environment.`;

const unowned = (written: string) =>
  `\`${written}\` names no repository and no owner: anyone can have GitHub make such subjects for a repository of their own. Begin with \`repo:<owner>/<repository>\`, or ask for \`repository_owner_id\` too.`;

ruleCases('github-subject-too-broad', {
  kind: 'trust',
  cases: [
    {
      name: 'every repository',
      statement: statement('<|"repo:*"|>'),
      finds: [{ message: anyone('repo:*'), fixes: [] }],
    },
    { name: 'every owner', statement: statement('<|"repo:*/app:*"|>'), finds: [anyone('repo:*/app:*')] },
    {
      name: 'owners that begin so',
      statement: statement('<|"repo:example*/app:*"|>'),
      finds: [anyone('repo:example*/app:*')],
    },
    {
      name: 'every repository of an owner',
      statement: statement('["repo:example/app:ref:refs/heads/main", <|"repo:example/*"|>]'),
      finds: [{ severity: 'info', message: several('repo:example/*') }],
    },
    {
      name: 'repositories that begin so',
      statement: statement('<|"repo:example/app-*:ref:refs/heads/main"|>'),
      finds: [{ severity: 'info', message: several('repo:example/app-*:ref:refs/heads/main') }],
    },
    {
      name: 'every branch',
      statement: statement('<|"repo:example/app:*"|>'),
      finds: [
        {
          severity: 'hint',
          message:
            '`repo:example/app:*` fits workflows of every branch, and of pull requests. Name a branch (`:ref:refs/heads/main`) or an environment (`:environment:production`).',
        },
      ],
    },
    {
      name: 'an owner that is a parameter',
      statement: statement('<|{ "Fn::Sub": "repo:${Owner}/*" }|>'),
      forms: ['json', 'yaml'],
      finds: [{ severity: 'info', message: several('repo:${Owner}/*') }],
    },
    { name: 'a branch', statement: statement('"repo:example/app:ref:refs/heads/main"') },
    { name: 'some branches', statement: statement('"repo:example/app:ref:refs/heads/release-*"') },
    {
      name: 'every repository of an owner with ids',
      statement: statement('[<|"repo:example@*"|>, <|"repo:example@*/app-*@*:ref:refs/heads/main"|>]'),
      finds: ['repo:example@*', 'repo:example@*/app-*@*:ref:refs/heads/main'].map((written) => ({
        severity: 'info',
        message: several(written),
      })),
    },
    {
      name: 'owners that begin so, with ids',
      statement: statement('<|"repo:example*@123/app@456:ref:refs/heads/main"|>'),
      finds: [anyone('repo:example*@123/app@456:ref:refs/heads/main')],
    },
    { name: 'any id of one owner and repository', statement: statement('"repo:example@*/app@*:ref:refs/heads/main"') },
    {
      name: 'every branch, with ids',
      statement: statement('[<|"repo:example@123/app@*"|>, <|"repo:example@123/app@456:*"|>]'),
      finds: ['repo:example@123/app@*', 'repo:example@123/app@456:*'].map((written) => ({
        severity: 'hint',
        message: `\`${written}\` fits workflows of every branch, and of pull requests. Name a branch (\`:ref:refs/heads/main\`) or an environment (\`:environment:production\`).`,
      })),
    },
    {
      name: 'claims that everyone may have in the subject',
      statement: statement('[<|"environment:production"|>, <|"ref:refs/heads/main:actor:*"|>]', '', 'StringLike'),
      finds: ['environment:production', 'ref:refs/heads/main:actor:*'].map(unowned),
    },
    {
      name: 'the same, compared exactly',
      statement: statement('<|"environment:production"|>', '', 'StringEqualsIgnoreCase'),
      finds: [unowned('environment:production')],
    },
    {
      name: 'an owner in a subject of other claims',
      statement: statement(
        '["repository_owner_id:12:*", "environment:production:repository_owner_id:12", "job_workflow_ref:example/app/.github/workflows/x.yml@*"]',
      ),
    },
    {
      name: 'any owner in a subject of other claims',
      statement: statement('<|"repository_owner:*:environment:production"|>'),
      finds: [anyone('repository_owner:*:environment:production')],
    },
    {
      name: 'an environment of an owner by its id',
      statement: statement('"environment:production"', `, "${github}:repository_owner_id": "12345"`),
    },
    { name: 'with ids', statement: statement('"repo:example@123/app@456:ref:refs/heads/main"') },
    { name: 'an owner by its id', statement: statement('"repo:*"', `, "${github}:repository_owner_id": "12345"`) },
    { name: 'a parameter', statement: statement('{ "Ref": "Subject" }'), forms: ['json', 'yaml'] },
    { name: 'a placeholder', statement: statement('"repo:<owner>/*"') },
    { name: 'a Deny', statement: statement('"repo:*"').replace('Allow', 'Deny') },
    { name: 'negated', statement: statement('"repo:*"', '', 'StringNotLike') },
  ],
});
