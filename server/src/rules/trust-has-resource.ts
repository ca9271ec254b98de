import { removeProperty } from '../edit/remove.ts';
import { defineRule } from '../lint/rule.ts';

export const trustHasResource = defineRule({
  id: 'trust-has-resource',
  summary: 'A trust policy has `Resource` or `NotResource`, which AWS refuses',
  severity: 'error',
  kinds: ['trust'],
  needs: { elements: ['Resource', 'NotResource'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { effect, node, resource, notResource } of policy.statements) {
        // What denies and only looks like a trust policy may be the policy of a VPC endpoint, which has a resource.
        if (effect === 'Deny' && policy.kindFrom === 'content') continue;
        for (const list of [resource, notResource]) {
          if (list === undefined) continue;
          const name = list.property.key.value;
          context.report({
            at: list.property.key,
            message: `AWS refuses \`${name}\` in a trust policy: what is assumed is the role that has the policy. Remove it.`,
            fixes: [
              {
                title: `Remove ${name}`,
                applicability: 'suggestion',
                preferred: true,
                changes: () => removeProperty(context.target, node, name),
              },
            ],
          });
        }
      }
    },
  },
});
