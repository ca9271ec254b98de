/** What is known of a service that uses a resource as itself, by the policy of that resource. */
export interface ResourceCaller {
  /** As written in partition `aws`, without a Region. */
  readonly principal: string;
  /** Prefix of the actions that it is allowed. */
  readonly resourceService: string;
  /**
   * The key that a condition can rely on; `both`: aws:SourceArn and aws:SourceAccount. `none`: AWS's documentation says, or its examples show, that a condition on
   * the source is not possible.
   */
  readonly sends: 'source-arn' | 'both' | 'none';
  /** What the source looks like; `<…>` is the user's. Empty where none is sent. */
  readonly sourceArn: string;
  /** The service itself sees to it that source and resource are in one account. */
  readonly staysInAccount?: true;
  /** The service writes below `AWSLogs/<account id>/`, so that a resource with the account in it says for whom. */
  readonly accountInPath?: true;
  readonly source: string;
}

const S3_EVENTS = 'Amazon S3 User Guide, granting permissions to publish event notification messages to a destination';
const EVENTBRIDGE = 'Amazon EventBridge User Guide, using resource-based policies for Amazon EventBridge';
/** The page as it is now was not read; policies of that form, as the consoles write them, were (2026-11). */
const AS_WRITTEN = 'policies in use that the console of the service wrote';
const BUCKET = 'arn:aws:s3:::<bucket>';
const RULE = 'arn:aws:events:<region>:<account id>:rule/<rule>';

export const resourceCallers: readonly ResourceCaller[] = [
  { principal: 's3.amazonaws.com', resourceService: 'sns', sends: 'both', sourceArn: BUCKET, source: S3_EVENTS },
  { principal: 's3.amazonaws.com', resourceService: 'sqs', sends: 'both', sourceArn: BUCKET, source: S3_EVENTS },
  {
    principal: 's3.amazonaws.com',
    resourceService: 'kms',
    sends: 'none',
    sourceArn: '',
    source: `${S3_EVENTS} (the key policy is shown without a condition)`,
  },
  {
    principal: 'sns.amazonaws.com',
    resourceService: 'sqs',
    sends: 'source-arn',
    sourceArn: 'arn:aws:sns:<region>:<account id>:<topic>',
    source: 'Amazon SNS Developer Guide, subscribing an Amazon SQS queue to an Amazon SNS topic',
  },
  {
    principal: 'events.amazonaws.com',
    resourceService: 'sqs',
    sends: 'source-arn',
    sourceArn: RULE,
    source: EVENTBRIDGE,
  },
  {
    principal: 'events.amazonaws.com',
    resourceService: 'lambda',
    sends: 'source-arn',
    sourceArn: RULE,
    source: EVENTBRIDGE,
  },
  {
    principal: 'events.amazonaws.com',
    resourceService: 'sns',
    sends: 'none',
    sourceArn: '',
    source: `${EVENTBRIDGE} (no Condition in topic policies for EventBridge)`,
  },
  { principal: 'events.amazonaws.com', resourceService: 'logs', sends: 'none', sourceArn: '', source: EVENTBRIDGE },
  {
    principal: 'cloudfront.amazonaws.com',
    resourceService: 's3',
    sends: 'source-arn',
    sourceArn: 'arn:aws:cloudfront::<account id>:distribution/<distribution id>',
    source: `${AS_WRITTEN}; Amazon CloudFront Developer Guide, restrict access to an Amazon S3 origin`,
  },
  {
    principal: 'config.amazonaws.com',
    resourceService: 's3',
    sends: 'both',
    sourceArn: 'arn:aws:config:<region>:<account id>:*',
    accountInPath: true,
    source: 'AWS Config Developer Guide, permissions for the Amazon S3 bucket',
  },
  {
    principal: 'cloudtrail.amazonaws.com',
    resourceService: 's3',
    sends: 'source-arn',
    sourceArn: 'arn:aws:cloudtrail:<region>:<account id>:trail/<trail>',
    accountInPath: true,
    source: `${AS_WRITTEN}; AWS CloudTrail User Guide, Amazon S3 bucket policy for CloudTrail`,
  },
  {
    principal: 'delivery.logs.amazonaws.com',
    resourceService: 's3',
    sends: 'both',
    sourceArn: 'arn:aws:logs:<region>:<account id>:*',
    accountInPath: true,
    source: `${AS_WRITTEN}; Amazon VPC User Guide, publish flow logs to Amazon S3`,
  },
  {
    principal: 'logging.s3.amazonaws.com',
    resourceService: 's3',
    sends: 'both',
    sourceArn: BUCKET,
    staysInAccount: true,
    source: 'Amazon S3 User Guide, enabling Amazon S3 server access logging',
  },
];

export function findResourceCaller(principal: string, resourceService: string): ResourceCaller | undefined {
  return resourceCallers.find((each) => each.principal === principal && each.resourceService === resourceService);
}
