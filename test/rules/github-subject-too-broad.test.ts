import { ruleCases } from './support/rule-cases.ts';

const github = 'token.actions.githubusercontent.com';
const statement = (subject: string, more = '', operator = 'StringLike') =>
  `{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/${github}" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "${github}:aud": "sts.amazonaws.com"${more} }, "${operator}": { "${github}:sub": ${subject} } } }`;
const anyone = (written: string) =>
  `\`${written}\` fits repositories of owners whom anyone can make. Write the owner out: \`repo:<owner>/<repository>:ref:refs/heads/main\`.`;
const several = (written: string) =>
  `\`${written}\` fits every workflow of several repositories. Name one repository, and a branch or an environment.`;

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
    { name: 'with ids', statement: statement('"repo:example@123/app@456:ref:refs/heads/main"') },
    { name: 'an owner by its id', statement: statement('"repo:*"', `, "${github}:repository_owner_id": "12345"`) },
    { name: 'a parameter', statement: statement('{ "Ref": "Subject" }'), forms: ['json', 'yaml'] },
    { name: 'a placeholder', statement: statement('"repo:<owner>/*"') },
    { name: 'a Deny', statement: statement('"repo:*"').replace('Allow', 'Deny') },
    { name: 'negated', statement: statement('"repo:*"', '', 'StringNotLike') },
  ],
});
