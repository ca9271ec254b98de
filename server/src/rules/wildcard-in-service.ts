import { defineRule } from '../lint/rule.ts';
import { allowsEverything } from '../policy/breadth.ts';
import { policyKinds } from '../policy/kind.ts';
import { namedActions, spanOfAction } from '../policy/named-actions.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const wildcardInService = defineRule({
  id: 'wildcard-in-service',
  summary: 'An allowed action has a wildcard in the name of its service',
  severity: 'hint',
  kinds: policyKinds,
  check: {
    scope: 'policy',
    run(policy, { report }) {
      for (const action of namedActions(policy)) {
        const { statement, list, prefix, text } = action;
        if (statement.effect !== 'Allow' || list !== statement.action || !hasWildcard(prefix)) continue;
        // See `allow-everything`.
        if (policy.kind === 'identity' && allowsEverything(statement)) continue;
        report({
          at: spanOfAction(action, 'prefix'),
          message: `\`${text}\` allows actions of every service whose name matches \`${prefix}\`, also of those that AWS will add. Name the services.`,
        });
      }
    },
  },
});
