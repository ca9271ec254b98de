import type { Answers } from '../../../server/src/scaffold/answers.ts';

/** Answers of every kind: sources, targets, formats and partitions. Each file of each is checked and drawn. */
export const unit = 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload';
export const sourceAccount = '111122223333';
export const targetAccount = '444455556666';

const units = { organizationPath: unit };
const account = { account: targetAccount };

/** The lab: a function that repairs buckets. */
export const lab: Answers = {
  source: { kind: 'function', name: 'security-auto-S3', region: 'us-west-2', account: sourceAccount },
  sourceRole: { name: 'lambda-slaw-s3' },
  targetRole: { name: 'SecurityAutoremediation', path: '/SecurityOperations/' },
  targets: units,
  permissions: ['s3:GetBucketPolicy', 's3:GetEncryptionConfiguration', 's3:PutBucketPublicAccessBlock'],
  deploymentRole: 'arn:aws:iam::*:role/Deployment',
};

const roles = {
  sourceRole: { name: 'deploy-source', path: '/ci/' },
  targetRole: { name: 'Deploy', path: '/ci/target/' },
  deploymentRole: 'arn:aws:iam::*:role/Deployment/*',
};

const place = { region: 'eu-central-1', account: sourceAccount };

export const answersTable: Readonly<Record<string, Answers>> = {
  'a function, units, template': lab,
  'a function, units, JSON': { ...lab, format: 'json' },
  'a function with its code locked': { ...lab, lockFunction: true },
  'a function with its code locked, JSON': { ...lab, lockFunction: true, format: 'json' },
  'a function in a place that is not said': { ...lab, source: { kind: 'function', name: 'repair' } },
  'a function, one account': { ...lab, targets: account },
  'a function, one account, JSON': { ...lab, targets: account, format: 'json' },
  'a function, both roles in its own account': { ...lab, targets: { account: sourceAccount } },
  'a function without permissions': { ...lab, permissions: [] },
  'a function, nobody but the stack set': {
    source: lab.source,
    sourceRole: lab.sourceRole,
    targetRole: lab.targetRole,
    targets: units,
  },
  'a function, roles without paths': { ...lab, targetRole: { name: 'SecurityAutoremediation' } },
  'a function, roles of many letters': {
    ...lab,
    sourceRole: { name: 'a+b=c,d.e@f-g_h', path: '/x.y/z@a/' },
    targetRole: { name: '0+1=2', path: '/x.y/' },
  },
  'a function in a unit of a unit': { ...lab, targets: { organizationPath: `${unit}/ou-ab12-produced/*` } },
  'a function in China': {
    ...lab,
    source: { kind: 'function', name: 'repair', region: 'cn-north-1', account: sourceAccount },
    deploymentRole: 'arn:aws-cn:iam::*:role/Deployment',
  },
  'a function in China, JSON': {
    ...lab,
    format: 'json',
    lockFunction: true,
    source: { kind: 'function', name: 'repair', region: 'cn-north-1', account: sourceAccount },
    deploymentRole: 'arn:aws-cn:iam::*:role/Deployment',
  },
  'a function in GovCloud, JSON': {
    ...lab,
    format: 'json',
    source: { kind: 'function', name: 'repair', region: 'us-gov-west-1', account: sourceAccount },
    deploymentRole: 'arn:aws-us-gov:iam::*:role/Deployment',
  },
  'tasks of ECS': {
    ...roles,
    source: { kind: 'service', service: 'ecs-tasks.amazonaws.com', ...place },
    targets: units,
  },
  'tasks of ECS, JSON': {
    ...roles,
    source: { kind: 'service', service: 'ecs-tasks.amazonaws.com', ...place },
    targets: account,
    format: 'json',
  },
  'a state machine': {
    ...roles,
    source: {
      kind: 'service',
      service: 'states.amazonaws.com',
      resource: `arn:aws:states:eu-central-1:${sourceAccount}:stateMachine:Repair`,
      ...place,
    },
    targets: units,
    permissions: ['ec2:StopInstances', 'ec2:DescribeInstances'],
  },
  'a project of CodeBuild, JSON': {
    ...roles,
    source: {
      kind: 'service',
      service: 'codebuild.amazonaws.com',
      resource: `arn:aws:codebuild:eu-central-1:${sourceAccount}:project/deploy`,
      ...place,
    },
    targets: units,
    format: 'json',
    permissions: ['cloudformation:CreateStack'],
  },
  'a notebook of SageMaker in GovCloud': {
    ...roles,
    source: { kind: 'service', service: 'sagemaker.amazonaws.com', region: 'us-gov-east-1', account: sourceAccount },
    targets: units,
    deploymentRole: 'arn:aws-us-gov:iam::*:role/Deployment',
  },
  'a workflow of GitHub': {
    ...roles,
    source: { kind: 'federated', provider: 'github', subject: 'repo:my-org/my-repo:ref:refs/heads/main', ...place },
    targets: units,
  },
  'a workflow of GitHub with ids, one account, JSON': {
    ...roles,
    source: {
      kind: 'federated',
      provider: 'github',
      subject: 'repo:my-org@123456/my-repo@789012:environment:*',
      ...place,
    },
    targets: account,
    format: 'json',
  },
  'a workflow of GitHub in China': {
    ...roles,
    source: {
      kind: 'federated',
      provider: 'github',
      subject: 'repo:my-org/my-repo:environment:production',
      region: 'cn-northwest-1',
      account: sourceAccount,
    },
    targets: units,
    deploymentRole: 'arn:aws-cn:iam::*:role/Deployment',
  },
  'a pipeline of GitLab': {
    ...roles,
    source: {
      kind: 'federated',
      provider: 'gitlab',
      subject: 'project_path:my-group/my-project:ref_type:branch:ref:main',
      ...place,
    },
    targets: units,
  },
  'a pipeline of a GitLab of one’s own, JSON': {
    ...roles,
    source: {
      kind: 'federated',
      provider: 'gitlab',
      host: 'gitlab.example.com',
      subject: 'project_path:my-group/my-project:ref_type:branch:ref:main',
      ...place,
    },
    targets: units,
    format: 'json',
  },
  'another provider': {
    ...roles,
    source: {
      kind: 'federated',
      provider: 'oidc',
      host: 'oidc.example.com/tenant',
      subject: 'job:deploy',
      audience: 'aws',
      ...place,
    },
    targets: account,
  },
  'people through SAML': {
    ...roles,
    source: { kind: 'federated', provider: 'saml', name: 'CorporateDirectory', ...place },
    targets: units,
  },
  'people through SAML, JSON': {
    ...roles,
    source: { kind: 'federated', provider: 'saml', name: 'CorporateDirectory', ...place },
    targets: account,
    format: 'json',
  },
  'people through SAML in China': {
    ...roles,
    source: {
      kind: 'federated',
      provider: 'saml',
      name: 'CorporateDirectory',
      region: 'cn-north-1',
      account: sourceAccount,
    },
    targets: units,
    deploymentRole: 'arn:aws-cn:iam::*:role/Deployment',
  },
};
