import type { ChainPlan } from './chain-plan.ts';
import { policyFile } from './policy-statements.ts';
import { writeRoleTemplate } from './role-template.ts';
import { sourcePermissions } from './source-permissions.ts';
import { sourceTrust } from './source-trust.ts';
import type { WrittenFile } from './written-file.ts';

/** The source role: a template, or its policies in files of their own. */
export function writeSourceRole(plan: ChainPlan): readonly WrittenFile[] {
  const trust = sourceTrust(plan);
  const statements = sourcePermissions(plan);
  if (plan.format === 'json')
    return [
      { path: sourceFiles.trust, text: policyFile([trust]), title: 'Whom the source role trusts' },
      { path: sourceFiles.permissions, text: policyFile(statements), title: 'What the source role may do' },
    ];
  const text = writeRoleTemplate({
    description: `The role that assumes ${plan.target.suffix.slice(1)}, locked to what uses it and to where that role lives.`,
    parameters: [],
    logicalId: 'SourceRole',
    role: plan.source,
    roleDescription: `Assumes ${plan.target.suffix.slice(1)}.`,
    trust,
    policy: { name: 'assume-target', statements },
  });
  return [{ path: sourceFiles.template, text, title: 'The source role' }];
}

export const sourceFiles = {
  template: 'source-role.yaml',
  trust: 'source-role.trust.json',
  permissions: 'source-role.permissions.json',
} as const;
