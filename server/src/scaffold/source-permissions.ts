import type { WritableObject } from '../edit/writable.ts';
import { organizationScope } from '../policy/organization-scope.ts';
import { type ChainPlan, policyText, sourceArnParts } from './chain-plan.ts';
import type { ReasonedStatement } from './policy-statements.ts';

/** What the source role may do: assume the target role, and write the function's logs. */
export function sourcePermissions(plan: ChainPlan): readonly ReasonedStatement[] {
  const { source } = plan.answers;
  const logging = source.kind === 'function' ? [logsOf(source.name, plan)] : [];
  return [...logging, assumeTarget(plan)];
}

/** Only the function's own group. Source: AWS Lambda Developer Guide, execution role (CloudWatch Logs). */
function logsOf(functionName: string, plan: ChainPlan): ReasonedStatement {
  const { partition, region, account } = sourceArnParts(plan);
  return {
    reason: "The function's own log group.",
    statement: {
      Sid: 'WriteLogs',
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: policyText(`arn:${partition}:logs:${region}:${account}:log-group:/aws/lambda/${functionName}:*`),
    },
  };
}

function assumeTarget(plan: ChainPlan): ReasonedStatement {
  const { targets, target } = plan;
  const { partition } = sourceArnParts(plan);
  const account = targets.kind === 'account' ? targets.account : '*';
  const condition = { ...(targets.kind === 'units' && organizationScope([`${targets.path}*`])), ...functionLock(plan) };
  const where =
    targets.kind === 'account' ? 'in one account' : 'in the accounts of one organizational unit and below it';
  const from = Object.hasOwn(condition, 'ArnEquals') ? ', and only from the code of the function' : '';
  return {
    reason: `One path and name, ${where}${from}.`,
    statement: {
      Sid: 'AssumeTargetRole',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: policyText(`arn:${partition}:iam::${account}:role${target.suffix}`),
      ...(Object.keys(condition).length > 0 && { Condition: condition }),
    },
  };
}

/**
 * The credentials of a function carry its ARN in every call that its code makes, whoever has stolen them does not.
 * Source: AWS Lambda Developer Guide, using source function ARN to control function access behavior.
 */
function functionLock(plan: ChainPlan): WritableObject {
  const { source, lockFunction } = plan.answers;
  if (source.kind !== 'function' || lockFunction !== true) return {};
  const { partition, region, account } = sourceArnParts(plan);
  const arn = `arn:${partition}:lambda:${region}:${account}:function:${source.name}`;
  return { ArnEquals: { 'lambda:SourceFunctionArn': policyText(arn) } };
}
