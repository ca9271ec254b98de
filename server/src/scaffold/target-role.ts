import { fill, sub } from '../edit/writable.ts';
import type { ChainPlan } from './chain-plan.ts';
import type { ReasonedStatement } from './policy-statements.ts';
import { type RoleTemplate, type TemplateParameter, writeRoleTemplate } from './role-template.ts';
import type { WrittenFile } from './written-file.ts';

export const targetFile = 'target-role.yaml';

/** The parameter that says whose role may assume the target role. */
export const sourceAccountParameter = 'SourceAccountId';

/** The target role, for a stack set or for one stack: it trusts the source role and nobody else. */
export function writeTargetRole(plan: ChainPlan): WrittenFile {
  const { source, target, permissions, targets } = plan;
  const where = targets.kind === 'units' ? 'that a stack set puts into every account' : 'of one account';
  const policy = permissions.length > 0 && { policy: { name: 'permissions', statements: [allow(permissions)] } };
  const template: RoleTemplate = {
    description: `The role ${where}. It trusts one role, ${source.suffix.slice(1)}.`,
    parameters: [parameterOf(source.name)],
    logicalId: 'TargetRole',
    role: target,
    roleDescription: `Assumed by ${source.suffix.slice(1)} only.`,
    // Source: IAM User Guide, roles terms and concepts (role chaining).
    remark: 'MaxSessionDuration stays at an hour: the session of a role that another role assumes lasts no longer.',
    trust: {
      reason: 'One role, by its full ARN. It has to be there before this stack is deployed.',
      statement: {
        Effect: 'Allow',
        Principal: { AWS: sub(`arn:\${AWS::Partition}:iam::\${${sourceAccountParameter}}:role${source.suffix}`) },
        Action: 'sts:AssumeRole',
      },
    },
    ...policy,
  };
  return { path: targetFile, text: writeRoleTemplate(template), title: 'The target role' };
}

function parameterOf(sourceName: string): TemplateParameter {
  return {
    name: sourceAccountParameter,
    description: `The account of ${sourceName}, the role that may assume this one.`,
    allowedPattern: '^\\d{12}$',
    constraint: 'An account id has twelve digits.',
  };
}

function allow(permissions: readonly string[]): ReasonedStatement {
  return {
    reason: 'Name the resources where the actions allow it.',
    statement: { Effect: 'Allow', Action: [...permissions], Resource: fill('*') },
  };
}
