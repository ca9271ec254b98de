import { ruleCases } from './support/rule-cases.ts';

const statement = (host: string, subject: string, more = '', operator = 'StringLike') =>
  `{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/${host}" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "${host}:aud": "sts.amazonaws.com"${more} }, "${operator}": { "${host}:sub": ${subject} } } }`;
const gitlab = (subject: string, more = '') => statement('gitlab.com', subject, more);
const terraform = (subject: string) => statement('app.terraform.io', subject);
const buildkite = (subject: string, more = '') => statement('agent.buildkite.com', subject, more);
const circle = (subject: string) => statement('oidc.circleci.com/org/1111', subject);
const eks = (subject: string) => statement('oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE', subject);

const gitlabExample = '`project_path:<group>/<project>:ref_type:branch:ref:main`.';
const terraformExample = '`organization:<organization>:project:<project>:workspace:<workspace>:run_phase:apply`.';
const buildkiteExample = '`organization:<organization>:pipeline:<pipeline>:ref:refs/heads/main:*`.';
const circleExample = '`org/<organization id>/project/<project id>/user/*`.';
const eksExample = '`system:serviceaccount:<namespace>:<service account>`.';

ruleCases('oidc-subject-too-broad', {
  kind: 'trust',
  cases: [
    {
      name: 'GitLab: every group',
      statement: gitlab('<|"project_path:*"|>'),
      finds: [
        {
          message: `\`project_path:*\` fits projects of groups that anyone can make. Write out whose they are: ${gitlabExample}`,
          fixes: [],
        },
      ],
    },
    {
      name: 'GitLab: groups that begin so',
      statement: gitlab('<|"project_path:example*/app:ref_type:branch:ref:main"|>'),
      finds: [
        `\`project_path:example*/app:ref_type:branch:ref:main\` fits projects of groups that anyone can make. Write out whose they are: ${gitlabExample}`,
      ],
    },
    {
      name: 'GitLab: every project of a group',
      statement: gitlab('["project_path:example/app:ref_type:branch:ref:main", <|"project_path:example/*"|>]'),
      finds: [
        {
          severity: 'info',
          message: `\`project_path:example/*\` fits every pipeline of several projects. If one is meant, name it: ${gitlabExample}`,
        },
      ],
    },
    {
      name: 'GitLab: a group that is a parameter',
      statement: gitlab('<|{ "Fn::Sub": "project_path:${Group}/*" }|>'),
      forms: ['json', 'yaml'],
      finds: [
        {
          severity: 'info',
          message: `\`project_path:\${Group}/*\` fits every pipeline of several projects. If one is meant, name it: ${gitlabExample}`,
        },
      ],
    },
    {
      name: 'GitLab: every branch',
      statement: gitlab('<|"project_path:example/app:*"|>'),
      finds: [
        {
          severity: 'hint',
          message: `\`project_path:example/app:*\` fits pipelines of every branch and tag. It could name less: ${gitlabExample}`,
        },
      ],
    },
    {
      name: 'GitLab: some branches',
      statement: gitlab('"project_path:example/team/app:ref_type:branch:ref:release-*"'),
    },
    {
      name: 'GitLab: a project by its id',
      statement: gitlab('"project_path:*"', ', "gitlab.com:project_id": "123"'),
    },
    {
      name: 'GitLab: a claim that every job may have',
      statement: gitlab('<|"project_path:*"|>', ', "gitlab.com:ref_protected": "true"'),
      finds: [
        `\`project_path:*\` fits projects of groups that anyone can make. Write out whose they are: ${gitlabExample}`,
      ],
    },
    { name: 'every subject, which another rule reports', statement: gitlab('"*"') },
    {
      name: 'HCP Terraform: every organization',
      statement: terraform('<|"organization:*:project:app:workspace:app:run_phase:*"|>'),
      finds: [
        `\`organization:*:project:app:workspace:app:run_phase:*\` fits workspaces of organizations that anyone can make. Write out whose they are: ${terraformExample}`,
      ],
    },
    {
      name: 'HCP Terraform: every workspace',
      statement: terraform(
        '[<|"organization:example:*"|>, <|"organization:example:project:*:workspace:*:run_phase:*"|>]',
      ),
      finds: ['organization:example:*', 'organization:example:project:*:workspace:*:run_phase:*'].map((written) => ({
        severity: 'info',
        message: `\`${written}\` fits every workspace of the organization. If one is meant, name it: ${terraformExample}`,
      })),
    },
    {
      name: 'HCP Terraform: a workspace',
      statement: terraform('"organization:example:project:*:workspace:app:run_phase:*"'),
    },
    {
      name: 'Buildkite: every organization',
      statement: buildkite('<|"organization:*"|>'),
      finds: [
        `\`organization:*\` fits pipelines of organizations that anyone can make. Write out whose they are: ${buildkiteExample}`,
      ],
    },
    {
      name: 'Buildkite: every pipeline',
      statement: buildkite('<|"organization:example:pipeline:*:ref:refs/heads/main:*"|>'),
      finds: [
        {
          severity: 'info',
          message: `\`organization:example:pipeline:*:ref:refs/heads/main:*\` fits every build of several pipelines. If one is meant, name it: ${buildkiteExample}`,
        },
      ],
    },
    {
      name: 'Buildkite: a pipeline',
      statement: buildkite('"organization:example:pipeline:app:ref:refs/heads/main:commit:*:step:*"'),
    },
    {
      name: 'Buildkite: an organization by its id',
      statement: buildkite('"organization:*"', ', "agent.buildkite.com:organization_id": "123"'),
    },
    {
      name: 'CircleCI: every project',
      statement: circle('<|"org/1111/project/*"|>'),
      finds: [
        {
          severity: 'info',
          message: `\`org/1111/project/*\` fits jobs of every project of the organization. If one is meant, name it: ${circleExample}`,
        },
      ],
    },
    { name: 'CircleCI: a project', statement: circle('"org/1111/project/2222/user/*"') },
    {
      name: 'EKS: every service account',
      statement: eks('<|"system:serviceaccount:*:*"|>'),
      finds: [
        {
          severity: 'info',
          message: `\`system:serviceaccount:*:*\` fits service accounts of several namespaces of the cluster. If one is meant, name it: ${eksExample}`,
        },
      ],
    },
    {
      name: 'EKS: every service account of a namespace',
      statement: eks('<|"system:serviceaccount:example:*"|>'),
      finds: [
        {
          severity: 'hint',
          message: `\`system:serviceaccount:example:*\` fits every service account of the namespace. It could name less: ${eksExample}`,
        },
      ],
    },
    { name: 'EKS: a service account', statement: eks('"system:serviceaccount:example:app"') },
    { name: 'a provider whose subjects are not known', statement: statement('example.com', '"team:*"') },
    {
      name: 'GitHub, which has a rule of its own',
      statement: statement('token.actions.githubusercontent.com', '"repo:*"'),
    },
    { name: 'a placeholder', statement: gitlab('"project_path:<group>/*"') },
    { name: 'a parameter', statement: gitlab('{ "Ref": "Subject" }'), forms: ['json', 'yaml'] },
    { name: 'a Deny', statement: gitlab('"project_path:*"').replace('Allow', 'Deny') },
    { name: 'negated', statement: statement('gitlab.com', '"project_path:*"', '', 'StringNotLike') },
    {
      name: 'an exact comparison',
      statement: statement('gitlab.com', '"project_path:*"', '', 'StringEqualsIgnoreCase'),
    },
  ],
});
