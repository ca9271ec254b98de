import { alwaysPassesRole } from '../catalog/pass-role-actions.ts';
import { defineRule, type TemplateContext } from '../lint/rule.ts';
import type { Policy } from '../policy/policy.ts';
import { powersOfPolicy } from '../policy/powers.ts';
import { literalOf, type Value } from '../policy/value.ts';

export const missingDependentAction = defineRule({
  id: 'missing-dependent-action',
  summary: 'An action that always hands a role to a service is allowed, and `iam:PassRole` is not',
  severity: 'hint',
  kinds: ['identity'],
  check: {
    scope: 'template',
    run(policy, context) {
      const [first, ...others] = passingActions(policy);
      if (first === undefined || powersOfPolicy(policy).passesRoles !== 'no') return;
      const where = whereNothingPasses(policy, context);
      if (where === undefined) return;
      const more =
        others.length === 0 ? '' : ` (as ${others.length === 1 ? 'does one' : `do ${others.length}`} more below)`;
      context.report({
        at: first.node,
        message: `\`${literalOf(first)}\` hands a role to a service${more}, for which \`iam:PassRole\` on that role is needed, and ${where} allows it. Without it the call is denied.`,
      });
    },
  },
});

function passingActions({ statements }: Policy): readonly Value[] {
  const found: Value[] = [];
  for (const { effect, action } of statements)
    if (effect === 'Allow' && action !== undefined)
      for (const value of action.values) if (alwaysPassesRole(literalOf(value) ?? '')) found.push(value);
  return found;
}

/** How far one can see; undefined where the permission may come from elsewhere. */
function whereNothingPasses({ owner }: Policy, { inTemplate, template }: TemplateContext): string | undefined {
  if (!inTemplate) return 'nothing in this policy';
  const id = owner?.id ?? '';
  const holders =
    template.findResource(id)?.type === 'AWS::IAM::Role' ? [id] : template.rolesOfPolicy(id).map((role) => role.id);
  const isMissing = (role: string) => template.powersOfRole(role)?.passesRoles === 'no';
  return holders.length > 0 && holders.every(isMissing) ? 'no policy of this role' : undefined;
}
