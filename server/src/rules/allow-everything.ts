import { defineRule } from '../lint/rule.ts';
import { isOnEverything } from '../policy/breadth.ts';
import { literalOf, type Value } from '../policy/value.ts';

export const allowEverything = defineRule({
  id: 'allow-everything',
  summary: 'Every action is allowed on every resource',
  severity: 'warning',
  kinds: ['identity'],
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        const { effect, action, condition } = statement;
        if (effect !== 'Allow' || !isOnEverything(statement)) continue;
        if (!condition.complete || condition.entries.length > 0) continue;
        for (const value of action?.values ?? [])
          if (isEveryAction(value))
            context.report({
              at: value.node,
              message: `\`${literalOf(value)}\` on every resource makes an administrator of whoever has this policy. Name the actions that are needed.`,
            });
      }
    },
  },
});

function isEveryAction(value: Value): boolean {
  return /^\*+(:\*+)?$/.test(literalOf(value) ?? '');
}
