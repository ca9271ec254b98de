import type { ServicePrincipal } from './service-principal.ts';

/** What differs from a row about which nothing was found. */
type Row = Pick<ServicePrincipal, 'principal' | 'source'> & Partial<ServicePrincipal>;

const TOOLKIT = 'aws/agent-toolkit-for-aws d6ad2e4 (2026-08-20), aws-iam-role-management.md';
const NOTHING_FOUND = 'no statement found in the guides of AWS (2026-11)';

const ROWS: readonly Row[] = [
  {
    principal: 'cloudformation.amazonaws.com',
    sends: 'source-arn',
    sendsSourceAccount: true,
    arnShapes: [
      'arn:${Partition}:cloudformation:${Region}:${Account}:stackset/${StackSetName}:*',
      'arn:${Partition}:cloudformation:*:${Account}:stackset/*',
    ],
    uses: 'the administration role of self-managed stack sets',
    documentedByService: true,
    evidence: 'verified',
    source: 'AWS CloudFormation User Guide, prerequisites for self-managed stack sets',
    note: 'Of the service role of an ordinary stack nothing is said.',
  },
  {
    principal: 'cloudtrail.amazonaws.com',
    sends: 'source-arn',
    sendsSourceAccount: true,
    arnShapes: [
      'arn:${Partition}:cloudtrail:${Region}:${Account}:eventdatastore/${EventDataStoreId}',
      'arn:${Partition}:cloudtrail:${Region}:${Account}:trail/${TrailName}',
    ],
    uses: 'the role that copies trail events to CloudTrail Lake',
    documentedByService: true,
    breaks: 'With either key, delivery to CloudWatch Logs was reported to stop (prowler 4714).',
    evidence: 'conflicting',
    source: `AWS CloudTrail User Guide, copy trail events to CloudTrail Lake; ${TOOLKIT}; prowler 4714`,
  },
  {
    principal: 'transcribe.amazonaws.com',
    sends: 'source-arn',
    sendsSourceAccount: true,
    arnShapes: ['arn:${Partition}:transcribe:${Region}:${Account}:*'],
    documentedByService: true,
    breaks: 'Reported for a role that Amazon Elastic Transcoder used too, which may be what broke (prowler 4714).',
    evidence: 'conflicting',
    source: 'Amazon Transcribe Developer Guide, identity-based policy examples; prowler 4714',
  },
  {
    principal: 'glue.amazonaws.com',
    sends: 'source-arn',
    sendsSourceAccount: true,
    arnShapes: [
      'arn:${Partition}:glue:${Region}:${Account}:crawler/${CrawlerName}',
      'arn:${Partition}:glue:${Region}:${Account}:job/${JobName}',
    ],
    uses: 'crawlers',
    evidence: 'aws-published',
    source: `${TOOLKIT}; prowler 2810`,
    note: "AWS's example is a crawler. The shape of a job comes from users only, and AWS Support denied the key in 2023.",
  },
  {
    principal: 'elasticmapreduce.amazonaws.com',
    sends: 'source-arn',
    sendsSourceAccount: true,
    arnShapes: ['arn:${Partition}:elasticmapreduce:${Region}:${Account}:*'],
    uses: 'the service roles of EMR Studio and EMR Notebooks',
    documentedByService: true,
    evidence: 'verified',
    source: 'Amazon EMR Management Guide, EMR Studio service role; service role for EMR Notebooks',
    note: 'Of the service role of a cluster nothing is said.',
  },
  {
    principal: 'codebuild.amazonaws.com',
    sends: 'source-arn',
    sendsSourceAccount: true,
    arnShapes: ['arn:${Partition}:codebuild:${Region}:${Account}:project/${ProjectName}'],
    evidence: 'widely-known',
    source: 'aws-solutions/aws-control-tower-customizations 226, which cites the AWS CodeBuild User Guide',
    note: "Many public roles are pinned so; the guide's own words were not read.",
  },
  {
    principal: 'codepipeline.amazonaws.com',
    arnShapes: ['arn:${Partition}:codepipeline:${Region}:${Account}:${PipelineName}'],
    source: 'AWS CodePipeline User Guide, create the service role (no condition shown)',
  },
  {
    principal: 'redshift.amazonaws.com',
    alternativeKeys: [
      {
        key: 'sts:ExternalId',
        value: 'arn:${Partition}:redshift:${Region}:${Account}:dbuser:${ClusterName}/${UserName}',
      },
    ],
    source: 'Amazon Redshift Management Guide, restricting access to IAM roles',
    note: 'The restriction that is documented is the external id, for one database user.',
  },
  {
    principal: 'redshift-serverless.amazonaws.com',
    sends: 'source-account',
    sendsSourceAccount: true,
    evidence: 'aws-published',
    source: 'aws/agent-toolkit-for-aws d6ad2e4, querying-aws-redshift (permissions setup)',
    note: 'Such roles trust redshift.amazonaws.com too, often in the same statement, and for that service the key is not established.',
  },
  {
    principal: 'pods.eks.amazonaws.com',
    sends: 'source-account',
    sendsSourceAccount: true,
    alternativeKeys: [
      { key: 'aws:RequestTag/eks-cluster-name', value: '${ClusterName}' },
      { key: 'aws:RequestTag/kubernetes-namespace', value: '${Namespace}' },
      { key: 'aws:RequestTag/kubernetes-service-account', value: '${ServiceAccountName}' },
    ],
    evidence: 'aws-published',
    source: 'Amazon EKS User Guide, Pod Identity role (request tags); aws-samples/sample-eks-nitro-sandbox (account)',
    note: 'The guide scopes such a role by the tags of the session; the account key is in a sample only. The trust policy has to allow sts:TagSession beside sts:AssumeRole.',
  },
  {
    principal: 'elasticbeanstalk.amazonaws.com',
    alternativeKeys: [{ key: 'sts:ExternalId', value: 'elasticbeanstalk' }],
    evidence: 'widely-known',
    source: 'AWS Elastic Beanstalk Developer Guide, service roles',
  },
  {
    principal: 'vmie.amazonaws.com',
    alternativeKeys: [{ key: 'sts:ExternalId', value: 'vmimport' }],
    evidence: 'widely-known',
    source: 'VM Import/Export User Guide, required service role',
  },
  {
    principal: 'apigateway.amazonaws.com',
    source: NOTHING_FOUND,
    note: 'AWS Support denied the keys in 2023 (prowler 2810).',
  },
  {
    principal: 'backup.amazonaws.com',
    source: NOTHING_FOUND,
    note: 'AWS Support denied the keys in 2023 (prowler 2810).',
  },
  {
    principal: 'edgelambda.amazonaws.com',
    source: NOTHING_FOUND,
    note: 'Stands beside lambda.amazonaws.com in the role of a Lambda@Edge function.',
  },
  {
    principal: 'export.rds.amazonaws.com',
    source: 'Amazon RDS User Guide, exporting a DB snapshot (no condition shown)',
  },
  {
    principal: 'eks.amazonaws.com',
    source: 'Amazon EKS User Guide, cluster IAM role (no condition shown)',
  },
  {
    principal: 'streams.metrics.cloudwatch.amazonaws.com',
    source: 'Amazon CloudWatch User Guide, trust between CloudWatch and Firehose (no condition shown)',
  },
  {
    principal: 'synthetics.amazonaws.com',
    source: NOTHING_FOUND,
    note: 'The role of a canary trusts lambda.amazonaws.com, not this service.',
  },
  {
    principal: 'appstream.amazonaws.com',
    source: NOTHING_FOUND,
    note: 'Both keys are documented for bucket policies, not for roles.',
  },
  {
    principal: 'delivery.logs.amazonaws.com',
    source: NOTHING_FOUND,
    note: 'Stands in the policies of buckets and other resources, not in roles.',
  },
];

/** Services that are known not to send: what trusts them is left in peace. */
const SILENT_ROWS: readonly Row[] = [
  {
    principal: 'ec2.amazonaws.com',
    sends: 'neither',
    evidence: 'reported',
    source: 'prowler 2810, which relays AWS Support; the examples of AWS have no condition',
    note: "An instance profile's role is of the same account and guarded by iam:PassRole. What the role then calls can be bound by ec2:SourceInstanceARN and aws:Ec2InstanceSourceVpc.",
  },
  {
    principal: 'elastictranscoder.amazonaws.com',
    sends: 'neither',
    breaks: 'With either key the role could no longer be assumed (prowler 4714).',
    evidence: 'reported',
    source: 'prowler 4714',
  },
];

/** Services that take roles, and of which no statement about the two keys was found. */
const UNKNOWN: readonly string[] = [
  'airflow-env.amazonaws.com',
  'airflow.amazonaws.com',
  'amplify.amazonaws.com',
  'application-autoscaling.amazonaws.com',
  'apptest.amazonaws.com',
  'athena.amazonaws.com',
  'autoscaling.amazonaws.com',
  'billingconsole.amazonaws.com',
  'build.apprunner.amazonaws.com',
  'cassandra.application-autoscaling.amazonaws.com',
  'cloudfront.amazonaws.com',
  'cloudwatch.amazonaws.com',
  'codestar-notifications.amazonaws.com',
  'datapipeline.amazonaws.com',
  'dax.amazonaws.com',
  'dynamodb.amazonaws.com',
  'ecs.amazonaws.com',
  'emr-serverless.amazonaws.com',
  'gamelift.amazonaws.com',
  'guardduty.amazonaws.com',
  'healthlake.amazonaws.com',
  'imagebuilder.amazonaws.com',
  'inspector.amazonaws.com',
  'kafkaconnect.amazonaws.com',
  'lakeformation.amazonaws.com',
  'lex.amazonaws.com',
  'lexv2.amazonaws.com',
  'm2.amazonaws.com',
  'malware-protection-plan.guardduty.amazonaws.com',
  'medialive.amazonaws.com',
  'omics.amazonaws.com',
  'ops.apigateway.amazonaws.com',
  'opsworks.amazonaws.com',
  'organizations.amazonaws.com',
  'osis-pipelines.amazonaws.com',
  'qbusiness.amazonaws.com',
  'quicksight.amazonaws.com',
  'resiliencehub.amazonaws.com',
  'securityhub.amazonaws.com',
  'servicecatalog.amazonaws.com',
  'sns.amazonaws.com',
  'spotfleet.amazonaws.com',
  'ssm-quicksetup.amazonaws.com',
  'sso.amazonaws.com',
  'storagegateway.amazonaws.com',
  'tasks.apprunner.amazonaws.com',
  'workspaces.amazonaws.com',
];

export const openServicePrincipals: readonly ServicePrincipal[] = [
  ...ROWS,
  ...UNKNOWN.map((principal) => ({ principal, source: NOTHING_FOUND })),
].map((row) => withDefaults(row, 'open'));

export const silentServicePrincipals: readonly ServicePrincipal[] = SILENT_ROWS.map((row) =>
  withDefaults(row, 'silent'),
);

function withDefaults(row: Row, grade: ServicePrincipal['grade']): ServicePrincipal {
  return {
    sends: 'unknown',
    sendsSourceAccount: false,
    grade,
    arnShapes: [],
    documentedByService: false,
    evidence: 'none',
    ...row,
  };
}
