import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { policyKinds } from '../policy/kind.ts';
import { comparesPaths, holdsWithoutPath, pathEntries } from '../policy/organization-path.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';

export const orgPathForAllValues = defineRule({
  id: 'org-path-for-all-values',
  summary: 'An Allow with `ForAllValues:` on organization paths also lets in what belongs to no organization',
  severity: 'warning',
  kinds: policyKinds,
  needs: { comparisons: (each) => comparesPaths(each) && each.operator?.qualifier === 'all' },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow') continue;
        for (const entry of pathEntries(statement))
          if (holdsWithoutPath(entry, statement))
            context.report({
              at: entry.operatorNode,
              message: `\`${entry.operatorNode.value}\` also holds where \`${entry.key}\` is missing, as outside of every organization. Use \`ForAnyValue:\`.`,
              fixes: [operatorFix(statement, entry, context)],
            });
      }
    },
  },
});

function operatorFix(statement: Statement, entry: ConditionEntry, { target }: PolicyContext): Fix {
  const written = entry.operator?.canonical ?? entry.operatorNode.value;
  const operator = written.replace(/^ForAllValues:/, 'ForAnyValue:');
  return {
    title: `Use ${operator}`,
    applicability: 'suggestion',
    preferred: true,
    changes: () => changeOperator(target, statement, entry, operator),
  };
}
