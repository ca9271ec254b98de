import type { ChainPlan } from './chain-plan.ts';
import { policyFile } from './policy-statements.ts';
import type { WrittenFile } from './written-file.ts';

export const scpFile = 'protect-target-role.scp.json';

/**
 * What makes a role, or changes whom it trusts, what it may do, or what is known of it. Not `iam:PassRole`: a role that
 * trusts one role can be handed to no service. Source: Service Authorization Reference, AWS IAM (resource type role).
 */
const changesOfRole: readonly string[] = [
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:DeleteRole',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:TagRole',
  'iam:UntagRole',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole',
  'iam:UpdateRoleDescription',
];

/**
 * By what service-managed stack sets act in an account: execution roles, and the service-linked role that makes these.
 * SCPs do not hold for service-linked roles; it is named since CloudFormation may call on its behalf. Source: AWS
 * CloudFormation User Guide, StackSets custom execution role; AWS Managed Policy Reference,
 * CloudFormationStackSetsOrgMemberServiceRolePolicy.
 */
const stackSetRoles = {
  execution: 'stacksets-exec-*',
  serviceLinked: 'aws-service-role/member.org.stacksets.cloudformation.amazonaws.com/*',
} as const;

/** Nobody but those who deploy it changes the target role, or makes another under its path. */
export function writeProtectingScp(plan: ChainPlan): WrittenFile {
  const { answers, targets } = plan;
  const deployer = answers.deploymentRole === undefined ? [] : [answers.deploymentRole];
  const isStackSet = targets.kind === 'units';
  const role = (name: string) => `arn:${plan.partition}:iam::*:role/${name}`;
  const exempt = isStackSet
    ? [...deployer, role(stackSetRoles.execution), role(stackSetRoles.serviceLinked)]
    : deployer;
  const statement = {
    Sid: 'ProtectTargetRole',
    Effect: 'Deny',
    Action: changesOfRole,
    // Whoever could make an execution role of their own would be exempt by its name.
    Resource: [role(protectedRoles(plan)), ...(isStackSet ? [role(stackSetRoles.execution)] : [])],
    Condition: { ArnNotLike: { 'aws:PrincipalArn': exempt } },
  };
  return {
    path: scpFile,
    text: policyFile([{ reason: '', statement }]),
    title: 'The service control policy that protects the target role',
  };
}

/** All under the path of the target role; below `/` that would be all roles there are. */
export function protectedRoles({ target }: Pick<ChainPlan, 'target'>): string {
  return target.path === '/' ? target.name : `${target.path.slice(1)}*`;
}
