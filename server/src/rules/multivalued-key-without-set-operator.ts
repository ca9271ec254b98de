import { findGlobalConditionKey } from '../catalog/condition-keys.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { policyKinds } from '../policy/kind.ts';
import { organizationPathKeys } from '../policy/organization-path.ts';
import type { Comparison, ConditionEntry, Statement } from '../policy/statement.ts';

export const multivaluedKeyWithoutSetOperator = defineRule({
  id: 'multivalued-key-without-set-operator',
  summary: 'A key that holds several values is compared without `ForAnyValue:` or `ForAllValues:`',
  severity: 'error',
  kinds: policyKinds,
  needs: { comparisons: comparesOneOfSeveral },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const entry of statement.condition.entries) {
          const use = entry.operator;
          if (use === undefined || !comparesOneOfSeveral(entry)) continue;
          context.report({
            at: entry.operatorNode,
            message: `\`${entry.key}\` may hold several values, and \`${entry.operatorNode.value}\` compares one. Put \`ForAnyValue:\` before it if one of them has to fit, \`ForAllValues:\` if all have to.`,
            fixes: ['ForAnyValue:', 'ForAllValues:'].map((set) =>
              operatorFix(statement, entry, `${set}${use.canonical}`, context),
            ),
          });
        }
    },
  },
});

/** Keys of organization paths have a rule of their own. */
function comparesOneOfSeveral({ operator: use, key: name }: Comparison): boolean {
  if (use === undefined || use.qualifier !== undefined || use.operator.type === 'null') return false;
  const key = findGlobalConditionKey(name);
  return key?.multivalued === true && !organizationPathKeys.includes(key.name);
}

function operatorFix(statement: Statement, entry: ConditionEntry, operator: string, { target }: PolicyContext): Fix {
  return {
    title: `Use ${operator}`,
    applicability: 'suggestion',
    changes: () => changeOperator(target, statement, entry, operator),
  };
}
