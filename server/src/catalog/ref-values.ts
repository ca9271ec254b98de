/** What `Ref` gives for a resource that has its ARN as the attribute `Arn`. */
export interface RefValue {
  readonly type: string;
  /** What a resource of the type is called, with its article. */
  readonly noun: string;
  readonly gives: 'name' | 'id' | 'URL';
}

/**
 * Types of which `Ref` gives no ARN and `Fn::GetAtt` with `Arn` does. Not in it: types whose `Ref` is the ARN already
 * (`AWS::IAM::ManagedPolicy`, `AWS::SNS::Topic`, `AWS::SecretsManager::Secret`), and those without the attribute.
 * Source: AWS CloudFormation template reference, "Return values" of each type
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html and its like).
 */
const refValues: readonly RefValue[] = [
  { type: 'AWS::CodeBuild::Project', noun: 'the project', gives: 'name' },
  { type: 'AWS::CodeCommit::Repository', noun: 'the repository', gives: 'id' },
  { type: 'AWS::DynamoDB::GlobalTable', noun: 'the table', gives: 'name' },
  { type: 'AWS::DynamoDB::Table', noun: 'the table', gives: 'name' },
  { type: 'AWS::ECR::Repository', noun: 'the repository', gives: 'name' },
  { type: 'AWS::ECS::Cluster', noun: 'the cluster', gives: 'name' },
  { type: 'AWS::EFS::FileSystem', noun: 'the file system', gives: 'id' },
  { type: 'AWS::EKS::Cluster', noun: 'the cluster', gives: 'name' },
  { type: 'AWS::Elasticsearch::Domain', noun: 'the domain', gives: 'name' },
  { type: 'AWS::Events::EventBus', noun: 'the event bus', gives: 'name' },
  { type: 'AWS::IAM::Group', noun: 'the group', gives: 'name' },
  { type: 'AWS::IAM::InstanceProfile', noun: 'the instance profile', gives: 'name' },
  { type: 'AWS::IAM::Role', noun: 'the role', gives: 'name' },
  { type: 'AWS::IAM::User', noun: 'the user', gives: 'name' },
  { type: 'AWS::KMS::Key', noun: 'the key', gives: 'id' },
  { type: 'AWS::Kinesis::Stream', noun: 'the stream', gives: 'name' },
  { type: 'AWS::KinesisFirehose::DeliveryStream', noun: 'the delivery stream', gives: 'name' },
  { type: 'AWS::Lambda::Function', noun: 'the function', gives: 'name' },
  { type: 'AWS::Logs::LogGroup', noun: 'the log group', gives: 'name' },
  { type: 'AWS::OpenSearchService::Domain', noun: 'the domain', gives: 'name' },
  { type: 'AWS::S3::Bucket', noun: 'the bucket', gives: 'name' },
  { type: 'AWS::SQS::Queue', noun: 'the queue', gives: 'URL' },
  { type: 'AWS::Serverless::Function', noun: 'the function', gives: 'name' },
];

const byType: ReadonlyMap<string, RefValue> = new Map(refValues.map((each) => [each.type, each]));

/** Undefined for a type of which it is not known, or that gives an ARN. */
export function findRefValue(type: string): RefValue | undefined {
  return byType.get(type);
}
