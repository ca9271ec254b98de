import { likelyService } from '../catalog/likely-service.ts';
import { changeAction } from '../lint/change-action.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { type NamedAction, namedActions, spanOfAction } from '../policy/named-actions.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const unknownService = defineRule({
  id: 'unknown-service',
  summary: 'An action names a service that AWS does not have',
  severity: 'error',
  lesser: ['info', 'hint'],
  kinds: policyKinds,
  check: {
    scope: 'policy',
    run(policy, context) {
      const { iamData } = context;
      if (iamData === undefined) return;
      for (const action of namedActions(policy)) {
        if (hasWildcard(action.prefix) || iamData.findService(action.prefix) !== undefined) continue;
        const likely = likelyService(action.prefix, iamData.prefixes);
        if (likely !== undefined) reportMisspelt(action, likely, iamData.isOld, context);
        else
          context.report({
            at: spanOfAction(action, 'prefix'),
            severity: iamData.isOld ? 'hint' : 'info',
            message: `No service has the prefix \`${action.prefix}\` as of ${iamData.date}. Check it: \`${action.text}\` has no effect unless AWS added the service since.`,
          });
      }
    },
  },
});

function reportMisspelt(action: NamedAction, likely: string, isOld: boolean, context: PolicyContext): void {
  const { prefix, name } = action;
  const meant = `${likely}:${name}`;
  context.report({
    at: spanOfAction(action, 'prefix'),
    ...(isOld && { severity: 'hint' }),
    message: `No service has the prefix \`${prefix}\`. Did you mean \`${likely}\`?`,
    fixes: [changeAction(action, meant, context)],
  });
}
