import type { IamData } from '../catalog/iam-data.ts';
import { actionsMatching, splitAction } from '../catalog/iam-queries.ts';
import type { ChainPlan } from './chain-plan.ts';
import { policyFile } from './policy-statements.ts';
import type { WrittenFile } from './written-file.ts';

export const sessionPolicyFile = 'session-policy.json';

/** What one run may do: the intersection with the role's own policies holds. Here what reads; else all of it. */
export function writeSessionPolicy(plan: ChainPlan, data: IamData): WrittenFile {
  const statement = { Sid: 'ThisRun', Effect: 'Allow', Action: actionsOfRun(plan, data), Resource: '*' };
  return {
    path: sessionPolicyFile,
    text: policyFile([{ reason: '', statement }]),
    title: 'A session policy for one run',
  };
}

function actionsOfRun({ permissions }: ChainPlan, data: IamData): readonly string[] {
  // AWS answers this call whatever a policy says, and a policy needs an action: a run that may do nothing else.
  if (permissions.length === 0) return ['sts:GetCallerIdentity'];
  const reading = permissions.filter((action) => onlyReads(action, data));
  return reading.length > 0 ? reading : permissions;
}

function onlyReads(action: string, data: IamData): boolean {
  const { prefix = '', name = '' } = splitAction(action) ?? {};
  const service = data.findService(prefix);
  const actions = service === undefined ? [] : actionsMatching(service, name);
  return actions.length > 0 && actions.every(({ accessLevel }) => accessLevel === 'Read' || accessLevel === 'List');
}
