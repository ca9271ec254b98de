import { editDistance } from './edit-distance.ts';

/**
 * The service that a prefix was meant to name which is none; undefined where none is likely. Only what differs by one
 * edit counts, and no short name: AWS has `ebs`, `ecs`, `efs`, and adds more of them.
 */
export function likelyService(written: string, prefixes: readonly string[]): string | undefined {
  const wanted = written.toLowerCase();
  const named = otherNames.get(wanted);
  if (named !== undefined) return named;
  if (wanted.length < 5 || wanted.length > 40) return undefined;
  return prefixes.find((prefix) => editDistance(wanted, prefix, 1) === 1);
}

/**
 * What AWS calls a service elsewhere, in the AWS CLI and the SDKs, and the prefix of its actions.
 * Sources: AWS CLI Command Reference; AWS Service Authorization Reference.
 */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['alb', 'elasticloadbalancing'],
  ['api-gateway', 'apigateway'],
  ['apigw', 'apigateway'],
  ['cfn', 'cloudformation'],
  ['cloudwatch-logs', 'logs'],
  ['cloudwatchlogs', 'logs'],
  ['cognito', 'cognito-idp'],
  ['ddb', 'dynamodb'],
  ['efs', 'elasticfilesystem'],
  ['elb', 'elasticloadbalancing'],
  ['elbv2', 'elasticloadbalancing'],
  ['emr', 'elasticmapreduce'],
  ['eventbridge', 'events'],
  ['parameterstore', 'ssm'],
  ['secretmanager', 'secretsmanager'],
  ['secrets-manager', 'secretsmanager'],
  ['sfn', 'states'],
  ['stepfunctions', 'states'],
  ['step-functions', 'states'],
  ['systems-manager', 'ssm'],
  ['systemsmanager', 'ssm'],
]);
