import { groupBy } from '../base/group.ts';

/** Whether the ARNs of a service have a Region, or an account, in them. */
export type FieldUse = 'always' | 'never' | 'varies';

/** A kind of ARN of which it is established. */
export interface ArnFields {
  readonly service: string;
  /** Only of resources that begin so; of the service's others nothing is said. */
  readonly resource: RegExp;
  readonly region: FieldUse;
  readonly account: FieldUse;
  /** What these resources are, for messages. */
  readonly named: string;
}

const ANY = /^/;

/**
 * Access points and the like of S3 have Region and account. A bucket's name cannot hold a slash, so that what is no
 * object of theirs begins otherwise.
 */
const BUCKET =
  /^(?!(?:accesspoint|access-grants|async-request|job|multiregionaccesspoint|storage-lens|storage-lens-group)[/:])[a-z0-9]/;

/**
 * Services of which AWS refuses the ARN, or no resource ever has it, with a field too much or too little. Those whose
 * resources differ, or of which AWS owns some that have no account, are left out.
 * Source: AWS Service Authorization Reference, resource types of each service; for IAM and S3 the words in which IAM
 * refuses the policy, "cannot contain region information".
 */
const table: readonly ArnFields[] = [
  { service: 'iam', resource: ANY, region: 'never', account: 'always', named: 'resources of IAM' },
  { service: 's3', resource: BUCKET, region: 'never', account: 'never', named: 'buckets and objects' },
  { service: 'cloudfront', resource: ANY, region: 'never', account: 'always', named: 'resources of CloudFront' },
  { service: 'organizations', resource: ANY, region: 'never', account: 'always', named: 'resources of Organizations' },
  { service: 'route53', resource: ANY, region: 'never', account: 'never', named: 'resources of Route 53' },
  { service: 'sts', resource: ANY, region: 'never', account: 'varies', named: 'resources of STS' },
  { service: 'dynamodb', resource: /^table\//, region: 'always', account: 'always', named: 'tables' },
  { service: 'ecs', resource: ANY, region: 'always', account: 'always', named: 'resources of ECS' },
  { service: 'firehose', resource: ANY, region: 'always', account: 'always', named: 'delivery streams' },
  { service: 'kinesis', resource: ANY, region: 'always', account: 'always', named: 'streams' },
  { service: 'lambda', resource: /^function:/, region: 'always', account: 'always', named: 'functions' },
  { service: 'secretsmanager', resource: ANY, region: 'always', account: 'always', named: 'secrets' },
  { service: 'sns', resource: ANY, region: 'always', account: 'always', named: 'topics' },
  { service: 'sqs', resource: ANY, region: 'always', account: 'always', named: 'queues' },
  { service: 'states', resource: ANY, region: 'always', account: 'always', named: 'resources of Step Functions' },
];

const byService = groupBy(table, (row) => row.service);

/** What is known of the ARNs of a service whose last field begins with the text; undefined where nothing is. */
export function arnFieldsOf(service: string, resource: string): ArnFields | undefined {
  return byService.get(service)?.find((row) => row.resource.test(resource));
}
