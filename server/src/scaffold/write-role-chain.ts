import type { IamData } from '../catalog/iam-data.ts';
import type { Organization } from '../organization/organization.ts';
import type { Answers } from './answers.ts';
import { chainNotes } from './chain-notes.ts';
import { planChain } from './chain-plan.ts';
import { writeConfiguration } from './configuration-file.ts';
import { writeDeploymentPage } from './deployment-page.ts';
import { writeProtectingScp } from './protecting-scp.ts';
import { writePythonCode } from './python-code.ts';
import { writeSessionPolicy } from './session-policy.ts';
import { writeSourceRole } from './source-role.ts';
import { writeTargetRole } from './target-role.ts';
import { writeTypeScriptCode } from './typescript-code.ts';
import type { WrittenFile } from './written-file.ts';

export interface RoleChain {
  /** The page with the commands first. */
  readonly files: readonly WrittenFile[];
  /** What to know before it is deployed, one sentence or two each. */
  readonly notes: readonly string[];
}

/** Writes a role chain, both sides locked, from answers that `readAnswers` gave. */
export function writeRoleChain(
  answers: Answers,
  data: IamData,
  organizations: readonly Organization[] = [],
): RoleChain {
  const plan = planChain(answers);
  const notes = chainNotes(plan);
  const files = [
    ...writeSourceRole(plan),
    writeTargetRole(plan),
    writeProtectingScp(plan),
    writeSessionPolicy(plan, data),
    writePythonCode(plan),
    writeTypeScriptCode(plan),
    writeConfiguration(plan),
  ];
  return { files: [writeDeploymentPage(plan, files, notes, organizations), ...files], notes };
}
