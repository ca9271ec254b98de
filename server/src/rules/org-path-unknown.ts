import { organizationPaths } from '../lint/organization-paths.ts';
import { defineRule } from '../lint/rule.ts';
import { idKindOf } from '../organization/ids.ts';
import { policyKinds } from '../policy/kind.ts';
import { comparesPaths } from '../policy/organization-path.ts';

export const orgPathUnknown = defineRule({
  id: 'org-path-unknown',
  summary: 'An organization path names a root or an organizational unit that its organization does not have',
  severity: 'warning',
  kinds: policyKinds,
  needs: { comparisons: comparesPaths },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const { path, organization, fault } of organizationPaths(statement, context)) {
          if (fault?.fault !== 'unknown') continue;
          const what = idKindOf(fault.id) === 'root' ? 'no root' : 'no organizational unit';
          context.report({
            at: path.pattern.spanOf(fault.from, fault.to),
            message: `\`${organization.id}\` had ${what} \`${fault.id}\` when it was loaded on ${organization.loadedAt.slice(0, 10)}, so this matches no account. Take the path of one that is there; refresh the organization if it is new.`,
          });
        }
    },
  },
});
