import { refusingService } from '../catalog/resource-policy-services.ts';
import { defineRule } from '../lint/rule.ts';
import { namedActions, spanOfAction } from '../policy/named-actions.ts';

export const resourcePolicyForeignAction = defineRule({
  id: 'resource-policy-foreign-action',
  summary: 'The policy of a bucket, topic or queue names an action of another service',
  severity: 'error',
  kinds: ['resource'],
  check: {
    scope: 'policy',
    run(policy, { report }) {
      for (const action of namedActions(policy)) {
        const { prefix, text } = action;
        const owner = refusingService(policy.owner?.type, prefix);
        if (owner === undefined) continue;
        report({
          at: spanOfAction(action, 'prefix'),
          message: `AWS refuses \`${text}\` in the policy of ${owner.named}, which takes actions of \`${owner.prefix}\` only. Write it into a policy of the resource that it works on, or of who calls it.`,
        });
      }
    },
  },
});
