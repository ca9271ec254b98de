import { defineRule } from '../lint/rule.ts';
import { allowsEverything, isEveryAction } from '../policy/breadth.ts';
import { literalOf } from '../policy/value.ts';

export const allowEverything = defineRule({
  id: 'allow-everything',
  summary: 'Every action is allowed on every resource',
  severity: 'warning',
  kinds: ['identity'],
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (!allowsEverything(statement)) continue;
        for (const value of statement.action?.values ?? [])
          if (isEveryAction(value))
            context.report({
              at: value.node,
              message: `\`${literalOf(value)}\` on every resource makes an administrator of whoever has this policy. Name the actions that are needed.`,
            });
      }
    },
  },
});
