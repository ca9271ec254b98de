/**
 * Prefixes of services that are offered before the others. A judgement, not a fact of AWS: after how many of AWS's managed
 * policies and of public templates hold actions of each (2026-11).
 */
export const commonServices: readonly string[] = [
  ...['s3', 'iam', 'sts', 'ec2', 'lambda', 'logs', 'kms', 'dynamodb', 'cloudwatch', 'sqs', 'sns', 'secretsmanager'],
  ...['ssm', 'cloudformation', 'events', 'ecr', 'ecs', 'organizations', 'states', 'apigateway', 'rds', 'glue'],
];
