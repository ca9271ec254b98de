import { removeValue } from '../lint/remove-value.ts';
import { defineRule } from '../lint/rule.ts';
import { coveredValues, readResource } from '../policy/covers.ts';
import { policyKinds } from '../policy/kind.ts';
import { describeParts } from '../policy/value.ts';

export const redundantResource = defineRule({
  id: 'redundant-resource',
  summary: 'A resource is covered by another one of the same list',
  severity: 'hint',
  kinds: policyKinds,
  check: {
    scope: 'policy',
    run(policy, { report, target }) {
      for (const { resource } of policy.statements) {
        if (resource === undefined) continue;
        for (const { value, by } of coveredValues(resource, readResource)) {
          const [name, other] = [describeParts(value.parts), describeParts(by.parts)];
          report({
            at: value.node,
            message:
              other === name
                ? `\`${name}\` stands in this list twice.`
                : `\`${name}\` is part of \`${other}\` in the same list.`,
            unnecessary: true,
            fixes: removeValue(resource, value, target),
          });
        }
      }
    },
  },
});
