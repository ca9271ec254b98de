import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { policyKinds } from '../policy/kind.ts';
import { comparesPaths, meantOperator, pathEntries } from '../policy/organization-path.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';

export const orgPathNeedsSetOperator = defineRule({
  id: 'org-path-needs-set-operator',
  summary: 'A key that holds several organization paths is compared without `ForAnyValue:` or `ForAllValues:`',
  severity: 'error',
  kinds: policyKinds,
  needs: { comparisons: (each) => comparesPaths(each) && each.operator?.qualifier === undefined },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const entry of pathEntries(statement)) {
          if (entry.operator === undefined || entry.operator.qualifier !== undefined) continue;
          context.report({
            at: entry.operatorNode,
            message: messageOf(entry, entry.operator.operator.negated),
            fixes: operatorFixes(statement, entry, context),
          });
        }
    },
  },
});

function messageOf({ key, operatorNode: { value: written } }: ConditionEntry, negated: boolean): string {
  const advice = negated
    ? `Put \`ForAllValues:\` before it if it shall also hold where the key is missing, else \`ForAnyValue:\`.`
    : `Put \`ForAnyValue:\` before it.`;
  return `\`${key}\` may hold several paths, and \`${written}\` compares one value. ${advice}`;
}

/** None for negated operators: which of the two prefixes is meant decides over requests without the key. */
function operatorFixes(statement: Statement, entry: ConditionEntry, { target }: PolicyContext): readonly Fix[] {
  const operator = meantOperator(entry);
  if (operator === undefined) return [];
  return [
    {
      title: `Use ${operator}`,
      applicability: 'suggestion',
      preferred: true,
      changes: () => changeOperator(target, statement, entry, operator),
    },
  ];
}
