/**
 * Keys of VPC endpoints that only some services send, and the prefixes of the services that send at least one of them.
 * The list grows: that a service is not on it says little.
 * Source: IAM User Guide, AWS global condition context keys, aws:SourceVpcArn, aws:VpceAccount, aws:VpceOrgID and
 * aws:VpceOrgPaths, as of 2026-09.
 */
const keys: readonly string[] = ['aws:sourcevpcarn', 'aws:vpceaccount', 'aws:vpceorgid', 'aws:vpceorgpaths'];

const prefixes: ReadonlySet<string> = new Set(
  [
    'acm-pca apprunner applicationinsights athena b2bi cassandra cloudformation cognito-identity comprehendmedical',
    'compute-optimizer datasync discovery dms ds-data dynamodb ebs ecr ecs firehose gamelift healthlake iam identitystore',
    'iotfleetwise iottwinmaker iotwireless kinesisanalytics kms lambda medical-imaging network-firewall omics',
    'payment-cryptography polly pricing rbin rekognition route53 s3 scheduler servicediscovery servicequotas ses shield',
    'sms-voice sqs ssm-contacts storagegateway textract transcribe transfer workmail',
  ].flatMap((line) => line.split(' ')),
);

/** Whether it is one of these keys, in any case. */
export function isEndpointKey(key: string): boolean {
  return keys.includes(key.toLowerCase());
}

/** Whether a service is known to send one of the keys. */
export function sendsEndpointKeys(prefix: string): boolean {
  return prefixes.has(prefix.toLowerCase());
}
