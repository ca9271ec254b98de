import { addCondition } from '../edit/add-condition.ts';
import { defineRule } from '../lint/rule.ts';
import { allowsAssumeRole, isScopedToAccounts, reachOf } from '../policy/assume-role.ts';
import { organizationScope } from '../policy/organization-scope.ts';
import { describeParts } from '../policy/value.ts';

export const assumeRoleAnyAccount = defineRule({
  id: 'assume-role-any-account',
  summary:
    '`sts:AssumeRole` is allowed on a role of that name in any account, without a condition on organization or account',
  severity: 'warning',
  kinds: ['identity'],
  needs: { allows: ['sts:AssumeRole'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (!allowsAssumeRole(statement)) continue;
        const found = statement.resource?.values.filter((value) => reachOf(value) === 'any-account') ?? [];
        if (found.length === 0 || isScopedToAccounts(statement, policy)) continue;
        for (const value of found) {
          context.report({
            at: value.node,
            message: `\`${describeParts(value.parts)}\` may be a role in anyone's account. Add a condition on \`aws:ResourceOrgPaths\`, \`aws:ResourceOrgID\` or \`aws:ResourceAccount\`.`,
            fixes: [
              {
                title: 'Allow it only inside one organizational unit: add aws:ResourceOrgPaths',
                applicability: 'suggestion',
                preferred: true,
                changes: () => addCondition(context.target, statement.node, organizationScope()),
              },
            ],
          });
        }
      }
    },
  },
});
