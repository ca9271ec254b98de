import { matchesAnAction } from '../catalog/iam-queries.ts';
import { defineRule } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { namedActions, spanOfAction } from '../policy/named-actions.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const actionMatchesNothing = defineRule({
  id: 'action-matches-nothing',
  summary: 'An action with a wildcard matches no action of its service',
  severity: 'info',
  lesser: ['hint'],
  kinds: policyKinds,
  check: {
    scope: 'policy',
    run(policy, { iamData, report }) {
      if (iamData === undefined) return;
      for (const action of namedActions(policy)) {
        const { prefix, name } = action;
        const service = !hasWildcard(prefix) && hasWildcard(name) ? iamData.findService(prefix) : undefined;
        // Of a service that is not documented no action is known to be missing.
        if (service?.name === undefined || matchesAnAction(service, name)) continue;
        report({
          at: spanOfAction(action, 'name'),
          ...(iamData.isOld && { severity: 'hint' }),
          message: `No action of \`${prefix}\` matches \`${name}\` as of ${iamData.date}, so that it has no effect. Check the name.`,
        });
      }
    },
  },
});
