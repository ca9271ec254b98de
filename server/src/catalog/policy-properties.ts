import type { PolicyKind } from './policy-kind.ts';

/**
 * What stands under a property.
 * `document`: a whole policy. `statement`: one statement. `statements`: a list of statements.
 * `sam-policies`: names and ARNs of managed policies, SAM policy templates and whole policies, one or a list of them.
 */
export type PolicyShape = 'document' | 'statement' | 'statements' | 'sam-policies';

/** A property of a CloudFormation or SAM resource that holds a policy. */
export interface PolicyProperty {
  readonly type: string;
  /** From the resource's `Properties`; `[]` is every item of a list. */
  readonly path: readonly string[];
  /** `by-type`: what the property at `typePath` says, see `kindOfOrganizationPolicy`. */
  readonly kind: PolicyKind | 'by-type';
  readonly typePath?: readonly string[];
  /** Whether CloudFormation takes the policy as an object, as JSON in a string, or both. */
  readonly format: PolicyFormat;
  readonly shape: PolicyShape;
  readonly source: string;
}

export type PolicyFormat = 'json' | 'string' | 'json-or-string';

/** Type, path (dots, `[]` after a list), kind, format, and what differs from a whole document. */
type Row = readonly [
  type: string,
  path: string,
  kind: PolicyProperty['kind'],
  format: PolicyFormat,
  rest?: { readonly shape?: PolicyShape; readonly typePath?: readonly string[] },
];

const CLOUDFORMATION_SOURCE = '@aws-cdk/aws-service-spec 0.1.216; cfn-lint, rules E3510, E3512, E3513 and E3530';
const SAM_SOURCE = 'AWS SAM Developer Guide, resource and property reference';

const SAM_ROWS: readonly Row[] = [
  ['AWS::Serverless::Function', 'AssumeRolePolicyDocument', 'trust', 'json'],
  ['AWS::Serverless::Function', 'Policies', 'identity', 'json', { shape: 'sam-policies' }],
  ['AWS::Serverless::StateMachine', 'Policies', 'identity', 'json', { shape: 'sam-policies' }],
  ['AWS::Serverless::Api', 'Auth.ResourcePolicy.CustomStatements', 'resource', 'json', { shape: 'statements' }],
];

const CLOUDFORMATION_ROWS: readonly Row[] = [
  ['AWS::IAM::Role', 'AssumeRolePolicyDocument', 'trust', 'json-or-string'],
  ['AWS::IAM::Role', 'Policies[].PolicyDocument', 'identity', 'json-or-string'],
  ['AWS::IAM::User', 'Policies[].PolicyDocument', 'identity', 'json-or-string'],
  ['AWS::IAM::Group', 'Policies[].PolicyDocument', 'identity', 'json-or-string'],
  ['AWS::IAM::ManagedPolicy', 'PolicyDocument', 'identity', 'json-or-string'],
  ['AWS::IAM::Policy', 'PolicyDocument', 'identity', 'json-or-string'],
  ['AWS::IAM::RolePolicy', 'PolicyDocument', 'identity', 'json'],
  ['AWS::IAM::UserPolicy', 'PolicyDocument', 'identity', 'json'],
  ['AWS::IAM::GroupPolicy', 'PolicyDocument', 'identity', 'json'],
  // What a certificate may do with AWS IoT Core: the grammar of an identity policy, with variables of its own.
  ['AWS::IoT::Policy', 'PolicyDocument', 'identity', 'json-or-string'],
  ['AWS::SSO::PermissionSet', 'InlinePolicy', 'identity', 'json-or-string'],

  ['AWS::EKS::PodIdentityAssociation', 'Policy', 'session', 'string'],
  ['AWS::Transfer::User', 'Policy', 'session', 'string'],
  ['AWS::RolesAnywhere::Profile', 'SessionPolicy', 'session', 'string'],

  ['AWS::Organizations::Policy', 'Content', 'by-type', 'json-or-string', { typePath: ['Type'] }],
  ['AWS::EC2::VPCEndpoint', 'PolicyDocument', 'endpoint', 'json-or-string'],

  // The delegation policy of an organization.
  ['AWS::Organizations::ResourcePolicy', 'Content', 'resource', 'json-or-string'],
  ['AWS::Events::EventBusPolicy', 'Statement', 'resource', 'json', { shape: 'statement' }],
  ['AWS::ApiGateway::RestApi', 'Policy', 'resource', 'json-or-string'],
  ['AWS::ApiGateway::DomainNameV2', 'Policy', 'resource', 'json-or-string'],
  ['AWS::APS::ResourcePolicy', 'PolicyDocument', 'resource', 'string'],
  ['AWS::Backup::BackupVault', 'AccessPolicy', 'resource', 'json-or-string'],
  ['AWS::Backup::LogicallyAirGappedBackupVault', 'AccessPolicy', 'resource', 'json-or-string'],
  ['AWS::Bedrock::ResourcePolicy', 'PolicyDocument', 'resource', 'json'],
  ['AWS::Bedrock::KnowledgeBasePolicy', 'PolicyDocument', 'resource', 'json'],
  ['AWS::BedrockAgentCore::ResourcePolicy', 'Policy', 'resource', 'string'],
  ['AWS::CloudTrail::ResourcePolicy', 'ResourcePolicy', 'resource', 'json-or-string'],
  ['AWS::CodeArtifact::Domain', 'PermissionsPolicyDocument', 'resource', 'json'],
  ['AWS::CodeArtifact::Repository', 'PermissionsPolicyDocument', 'resource', 'json'],
  ['AWS::DSQL::Cluster', 'PolicyDocument', 'resource', 'string'],
  ['AWS::DynamoDB::Table', 'ResourcePolicy.PolicyDocument', 'resource', 'json'],
  ['AWS::DynamoDB::Table', 'StreamSpecification.ResourcePolicy.PolicyDocument', 'resource', 'json'],
  ['AWS::DynamoDB::GlobalTable', 'Replicas[].ResourcePolicy.PolicyDocument', 'resource', 'json'],
  [
    'AWS::DynamoDB::GlobalTable',
    'Replicas[].ReplicaStreamSpecification.ResourcePolicy.PolicyDocument',
    'resource',
    'json',
  ],
  ['AWS::ECR::Repository', 'RepositoryPolicyText', 'resource', 'json-or-string'],
  ['AWS::ECR::PublicRepository', 'RepositoryPolicyText', 'resource', 'json-or-string'],
  ['AWS::ECR::RegistryPolicy', 'PolicyText', 'resource', 'json'],
  ['AWS::ECR::RepositoryCreationTemplate', 'RepositoryPolicy', 'resource', 'string'],
  ['AWS::EFS::FileSystem', 'FileSystemPolicy', 'resource', 'json'],
  ['AWS::Elasticsearch::Domain', 'AccessPolicies', 'resource', 'json'],
  ['AWS::OpenSearchService::Domain', 'AccessPolicies', 'resource', 'json'],
  ['AWS::Events::EventBus', 'Policy', 'resource', 'json-or-string'],
  ['AWS::EventsV2::ResourcePolicy', 'PolicyDocument', 'resource', 'json'],
  ['AWS::EventSchemas::RegistryPolicy', 'Policy', 'resource', 'json'],
  ['AWS::FSx::S3AccessPointAttachment', 'S3AccessPoint.Policy', 'resource', 'json-or-string'],
  ['AWS::KMS::Key', 'KeyPolicy', 'resource', 'json-or-string'],
  ['AWS::KMS::ReplicaKey', 'KeyPolicy', 'resource', 'json-or-string'],
  ['AWS::Kinesis::ResourcePolicy', 'ResourcePolicy', 'resource', 'json'],
  ['AWS::Lambda::ResourcePolicy', 'PolicyDocument', 'resource', 'json'],
  ['AWS::Lex::ResourcePolicy', 'Policy', 'resource', 'json'],
  ['AWS::Logs::ResourcePolicy', 'PolicyDocument', 'resource', 'json-or-string'],
  ['AWS::Logs::LogGroup', 'ResourcePolicyDocument', 'resource', 'json'],
  ['AWS::Logs::Destination', 'DestinationPolicy', 'resource', 'string'],
  ['AWS::Logs::DeliveryDestination', 'DeliveryDestinationPolicy.DeliveryDestinationPolicy', 'resource', 'json'],
  ['AWS::MSK::ClusterPolicy', 'Policy', 'resource', 'json'],
  ['AWS::MediaPackageV2::ChannelPolicy', 'Policy', 'resource', 'json-or-string'],
  ['AWS::MediaPackageV2::OriginEndpointPolicy', 'Policy', 'resource', 'json-or-string'],
  ['AWS::MediaStore::Container', 'Policy', 'resource', 'string'],
  ['AWS::MediaTailor::ChannelPolicy', 'Policy', 'resource', 'json-or-string'],
  ['AWS::OSIS::Pipeline', 'ResourcePolicy.Policy', 'resource', 'json'],
  ['AWS::Oam::Sink', 'Policy', 'resource', 'json'],
  ['AWS::Omics::SequenceStore', 'S3AccessPolicy', 'resource', 'json'],
  ['AWS::PaymentCryptography::Key', 'Policy', 'resource', 'string'],
  ['AWS::RUM::AppMonitor', 'ResourcePolicy.PolicyDocument', 'resource', 'string'],
  ['AWS::Redshift::Cluster', 'NamespaceResourcePolicy', 'resource', 'json'],
  ['AWS::RedshiftServerless::Namespace', 'NamespaceResourcePolicy', 'resource', 'json'],
  ['AWS::S3::AccessPoint', 'Policy', 'resource', 'json'],
  ['AWS::S3::BucketPolicy', 'PolicyDocument', 'resource', 'json-or-string'],
  ['AWS::S3::MultiRegionAccessPointPolicy', 'Policy', 'resource', 'json'],
  ['AWS::S3Express::AccessPoint', 'Policy', 'resource', 'json'],
  ['AWS::S3Express::BucketPolicy', 'PolicyDocument', 'resource', 'json-or-string'],
  ['AWS::S3Files::FileSystemPolicy', 'Policy', 'resource', 'json'],
  ['AWS::S3ObjectLambda::AccessPointPolicy', 'PolicyDocument', 'resource', 'json'],
  ['AWS::S3Outposts::AccessPoint', 'Policy', 'resource', 'json'],
  ['AWS::S3Outposts::BucketPolicy', 'PolicyDocument', 'resource', 'json'],
  ['AWS::S3Tables::TableBucketPolicy', 'ResourcePolicy', 'resource', 'json-or-string'],
  ['AWS::S3Tables::TablePolicy', 'ResourcePolicy', 'resource', 'json-or-string'],
  ['AWS::S3Vectors::VectorBucketPolicy', 'Policy', 'resource', 'json-or-string'],
  ['AWS::SMSVOICE::ResourcePolicy', 'PolicyDocument', 'resource', 'json'],
  ['AWS::SNS::TopicPolicy', 'PolicyDocument', 'resource', 'json-or-string'],
  ['AWS::SNS::TopicInlinePolicy', 'PolicyDocument', 'resource', 'json'],
  ['AWS::SQS::QueuePolicy', 'PolicyDocument', 'resource', 'json-or-string'],
  ['AWS::SQS::QueueInlinePolicy', 'PolicyDocument', 'resource', 'json'],
  ['AWS::SSM::ResourcePolicy', 'Policy', 'resource', 'json-or-string'],
  ['AWS::SageMaker::ModelPackageGroup', 'ModelPackageGroupPolicy', 'resource', 'json-or-string'],
  ['AWS::SecretsManager::ResourcePolicy', 'ResourcePolicy', 'resource', 'json-or-string'],
  ['AWS::VpcLattice::AuthPolicy', 'Policy', 'resource', 'json'],
  ['AWS::VpcLattice::ResourcePolicy', 'Policy', 'resource', 'json'],
  ['AWS::XRay::ResourcePolicy', 'PolicyDocument', 'resource', 'string'],
];

/** Every property that holds a policy of IAM grammar. */
export const policyProperties: readonly PolicyProperty[] = [
  ...SAM_ROWS.map((row) => readRow(row, SAM_SOURCE)),
  ...CLOUDFORMATION_ROWS.map((row) => readRow(row, CLOUDFORMATION_SOURCE)),
];

const propertiesByType: ReadonlyMap<string, readonly PolicyProperty[]> = groupByType(policyProperties);

/** The properties of a resource type that hold a policy, none for a type that has none. */
export function policyPropertiesOf(resourceType: string): readonly PolicyProperty[] {
  return propertiesByType.get(resourceType) ?? [];
}

function groupByType(properties: readonly PolicyProperty[]): ReadonlyMap<string, readonly PolicyProperty[]> {
  const groups = new Map<string, PolicyProperty[]>();
  for (const property of properties) {
    const group = groups.get(property.type);
    if (group === undefined) groups.set(property.type, [property]);
    else group.push(property);
  }
  return groups;
}

function readRow([type, path, kind, format, rest]: Row, source: string): PolicyProperty {
  return { type, path: readPath(path), kind, format, shape: 'document', source, ...rest };
}

function readPath(path: string): readonly string[] {
  return path.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), '[]'] : [step]));
}
