import type { PolicyWrapperRow } from './policy-wrapper.ts';

/** The policies of resources and of VPC endpoints. */
export const resourceWrapperRows: readonly PolicyWrapperRow[] = [
  {
    label:
      's3api get-bucket-policy, s3control get-access-point-policy, acm-pca get-policy, kinesis get-resource-policy',
    when: ['Policy'],
    only: ['Policy'],
    // A policy of AWS Organizations, or what IAM says of a managed policy.
    unless: ['Policy.PolicySummary', 'Policy.Arn'],
    path: 'Policy',
    kind: 'resource',
  },
  { label: 's3api put-bucket-policy (input)', when: ['Bucket', 'Policy'], path: 'Policy', kind: 'resource' },
  {
    label: 's3control put-access-point-policy (input)',
    when: ['AccountId', 'Name', 'Policy'],
    path: 'Policy',
    kind: 'resource',
  },
  {
    label: 'lambda get-policy, dynamodb get-resource-policy',
    when: ['Policy', 'RevisionId'],
    path: 'Policy',
    kind: 'resource',
  },
  {
    label: 'kms get-key-policy',
    when: ['Policy', 'PolicyName'],
    only: ['Policy', 'PolicyName'],
    path: 'Policy',
    kind: 'resource',
  },
  { label: 'kms put-key-policy (input)', when: ['KeyId', 'Policy'], path: 'Policy', kind: 'resource' },
  { label: 'kms create-key (input)', when: ['KeyUsage', 'Policy'], path: 'Policy', kind: 'resource' },
  {
    label: 'dynamodb, acm-pca put-resource-policy (input)',
    when: ['ResourceArn', 'Policy'],
    path: 'Policy',
    kind: 'resource',
  },
  {
    label: 'ecr get-repository-policy, set-repository-policy, get-registry-policy, put-registry-policy',
    when: ['policyText'],
    path: 'policyText',
    kind: 'resource',
  },
  {
    label: 'secretsmanager get-resource-policy',
    when: ['ARN', 'Name', 'ResourcePolicy'],
    path: 'ResourcePolicy',
    kind: 'resource',
  },
  {
    label: 'secretsmanager put-resource-policy (input)',
    when: ['SecretId', 'ResourcePolicy'],
    path: 'ResourcePolicy',
    kind: 'resource',
  },
  {
    label: 'cloudtrail get-resource-policy',
    when: ['ResourceArn', 'ResourcePolicy'],
    path: 'ResourcePolicy',
    kind: 'resource',
  },
  {
    label: 'sqs get-queue-attributes, set-queue-attributes (input), sns get-topic-attributes',
    when: ['Attributes.Policy'],
    path: 'Attributes.Policy',
    kind: 'resource',
  },
  {
    label: 'sns set-topic-attributes (input)',
    when: ['TopicArn', 'AttributeName', 'AttributeValue'],
    path: 'AttributeValue',
    kind: 'resource',
  },
  {
    label: 'glacier get-vault-access-policy, set-vault-access-policy (input)',
    when: ['policy.Policy'],
    path: 'policy.Policy',
    kind: 'resource',
  },
  { label: 'glacier get-vault-lock', when: ['Policy', 'State', 'CreationDate'], path: 'Policy', kind: 'resource' },
  {
    label: 'backup get-backup-vault-access-policy, put-backup-vault-access-policy (input)',
    when: ['BackupVaultName', 'Policy'],
    path: 'Policy',
    kind: 'resource',
  },
  {
    label: 'efs describe-file-system-policy, put-file-system-policy (input)',
    when: ['FileSystemId', 'Policy'],
    path: 'Policy',
    kind: 'resource',
  },
  { label: 'events describe-event-bus', when: ['Name', 'Arn', 'Policy'], path: 'Policy', kind: 'resource' },
  {
    label: 'logs describe-resource-policies',
    when: ['resourcePolicies.[].policyName'],
    path: 'resourcePolicies.[].policyDocument',
    kind: 'resource',
  },
  {
    label: 'codeartifact get-domain-permissions-policy, get-repository-permissions-policy',
    when: ['policy.resourceArn', 'policy.document'],
    path: 'policy.document',
    kind: 'resource',
  },
  {
    label: 'opensearch describe-domain',
    when: ['DomainStatus.AccessPolicies'],
    path: 'DomainStatus.AccessPolicies',
    kind: 'resource',
  },
  { label: 'glue get-resource-policy', when: ['PolicyInJson'], path: 'PolicyInJson', kind: 'resource' },
  {
    label: 'ec2 describe-vpc-endpoints',
    when: ['VpcEndpoints.[].VpcEndpointId'],
    path: 'VpcEndpoints.[].PolicyDocument',
    kind: 'endpoint',
  },
  {
    label: 'ec2 create-vpc-endpoint (input)',
    when: ['VpcId', 'PolicyDocument'],
    path: 'PolicyDocument',
    kind: 'endpoint',
  },
  {
    label: 'ec2 modify-vpc-endpoint (input)',
    when: ['VpcEndpointId', 'PolicyDocument'],
    path: 'PolicyDocument',
    kind: 'endpoint',
  },
];
