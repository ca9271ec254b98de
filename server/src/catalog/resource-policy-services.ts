/** Whose policy a property of a template is, where AWS takes only actions of that service in it. */
export interface ResourcePolicyService {
  readonly prefix: string;
  /** For messages. */
  readonly named: string;
}

/**
 * By type of the template's resource.
 * Sources: Access Analyzer policy check reference (unsupported action in policy); the words in which the services refuse
 * it, "Policy has invalid action" (S3), "Policy statement action out of service scope!" (SNS), "Invalid value for the
 * parameter Policy." (SQS).
 */
const services: ReadonlyMap<string, ResourcePolicyService> = new Map([
  ['AWS::S3::BucketPolicy', { prefix: 's3', named: 'a bucket' }],
  ['AWS::SNS::TopicPolicy', { prefix: 'sns', named: 'a topic' }],
  ['AWS::SNS::TopicInlinePolicy', { prefix: 'sns', named: 'a topic' }],
  ['AWS::SQS::QueuePolicy', { prefix: 'sqs', named: 'a queue' }],
  ['AWS::SQS::QueueInlinePolicy', { prefix: 'sqs', named: 'a queue' }],
]);

/** The service of the policy, where an action with the prefix is refused in it; undefined where that is not established. */
export function refusingService(resourceType: string | undefined, prefix: string): ResourcePolicyService | undefined {
  const service = services.get(resourceType ?? '');
  return service === undefined || /[*?]/.test(prefix) || prefix.toLowerCase() === service.prefix ? undefined : service;
}
