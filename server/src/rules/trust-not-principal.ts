import { defineRule } from '../lint/rule.ts';

export const trustNotPrincipal = defineRule({
  id: 'trust-not-principal',
  summary: 'A trust policy says with `NotPrincipal` who may not assume the role, which AWS does not support',
  severity: 'error',
  kinds: ['trust'],
  needs: { elements: ['NotPrincipal'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { effect, notPrincipal } of policy.statements) {
        // What denies and only looks like a trust policy may be a policy of another kind, where AWS takes it.
        if (notPrincipal === undefined || (effect === 'Deny' && policy.kindFrom === 'content')) continue;
        context.report({
          at: notPrincipal.property.key,
          message:
            'AWS does not support `NotPrincipal` in a trust policy. Name with `Principal` who may assume the role.',
        });
      }
    },
  },
});
