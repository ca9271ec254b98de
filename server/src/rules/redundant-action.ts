import { removeValue } from '../lint/remove-value.ts';
import { defineRule } from '../lint/rule.ts';
import { coveredBy, coversAction, removableValues } from '../policy/covers.ts';
import { policyKinds } from '../policy/kind.ts';
import { describeParts } from '../policy/value.ts';

export const redundantAction = defineRule({
  id: 'redundant-action',
  summary: 'An action is covered by another one of the same list',
  severity: 'hint',
  kinds: policyKinds,
  check: {
    scope: 'policy',
    run(policy, { report, target }) {
      for (const { action } of policy.statements) {
        const values = action === undefined ? [] : removableValues(action);
        for (const [index, value] of values.entries()) {
          const wider = coveredBy(values, index, coversAction);
          if (action === undefined || wider === undefined) continue;
          const [name, other] = [describeParts(value.parts), describeParts(wider.parts)];
          report({
            at: value.node,
            message:
              other === name
                ? `\`${name}\` stands in this list twice.`
                : `\`${name}\` is part of \`${other}\` in the same list.`,
            unnecessary: true,
            fixes: removeValue(action, value, target),
          });
        }
      }
    },
  },
});
