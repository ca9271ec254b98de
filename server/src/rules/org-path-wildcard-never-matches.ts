import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { policyKinds } from '../policy/kind.ts';
import {
  comparesPaths,
  meantOperator,
  type PathValue,
  pathPatterns,
  takesWildcards,
} from '../policy/organization-path.ts';
import type { Statement } from '../policy/statement.ts';
import { describeParts } from '../policy/value.ts';

export const orgPathWildcardNeverMatches = defineRule({
  id: 'org-path-wildcard-never-matches',
  summary: 'A wildcard in an organization path is compared as the character that it is',
  severity: 'error',
  kinds: policyKinds,
  needs: { comparisons: (each) => comparesPaths(each) && !takesWildcards(each) },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const path of pathPatterns(statement)) {
          if (takesWildcards(path.entry) || !/[*?]/.test(path.pattern.text)) continue;
          const { entry, value } = path;
          const like = entry.operator?.operator.negated ? 'StringNotLike' : 'StringLike';
          context.report({
            at: value.node,
            message: `\`${entry.operatorNode.value}\` compares \`*\` and \`?\` as they stand, so \`${describeParts(value.parts)}\` never matches. Use \`${like}\`, or write the full path.`,
            fixes: operatorFixes(statement, path, context),
          });
        }
    },
  },
});

function operatorFixes(statement: Statement, { entry }: PathValue, { target }: PolicyContext): readonly Fix[] {
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
