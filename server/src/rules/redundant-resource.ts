import { removeValue } from '../lint/remove-value.ts';
import { defineRule } from '../lint/rule.ts';
import { coveredBy, coversResource, removableValues } from '../policy/covers.ts';
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
        const values = resource === undefined ? [] : removableValues(resource);
        for (const [index, value] of values.entries()) {
          const wider = coveredBy(values, index, coversResource);
          if (resource === undefined || wider === undefined) continue;
          const [name, other] = [describeParts(value.parts), describeParts(wider.parts)];
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
