import { defineRule } from '../lint/rule.ts';

export const allowWithNotPrincipal = defineRule({
  id: 'allow-with-not-principal',
  summary: '`NotPrincipal` with Allow lets in everyone but those listed, anonymous callers included',
  severity: 'warning',
  kinds: ['resource', 'endpoint'],
  needs: { elements: ['NotPrincipal'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { effect, notPrincipal } of policy.statements)
        if (effect === 'Allow' && notPrincipal !== undefined)
          context.report({
            at: notPrincipal.property.key,
            message:
              'This lets in everyone but those listed: anyone in any AWS account, and callers who have none. Name with `Principal` who may come in.',
          });
    },
  },
});
