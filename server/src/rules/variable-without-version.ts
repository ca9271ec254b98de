import { findElement } from '../catalog/grammar.ts';
import { defineRule } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { languageVersionOf, useCurrentVersion } from '../policy/language-version.ts';
import { valuesWithVariables, variablesOf } from '../policy/policy-variables.ts';

export const variableWithoutVersion = defineRule({
  id: 'variable-without-version',
  summary: 'A policy variable stands in a policy whose `Version` does not know variables, or that has none',
  severity: 'error',
  kinds: policyKinds.filter((kind) => findElement(kind, 'document', 'Version')?.use === 'optional'),
  needs: { braces: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      const version = languageVersionOf(policy);
      if (version.is !== 'missing' && version.is !== 'old') return;
      const reason = version.is === 'old' ? 'in `Version` `2008-10-17`' : 'in a policy without `Version`';
      for (const variable of policy.statements.flatMap(valuesWithVariables).flatMap(variablesOf))
        context.report({
          at: variable.span,
          message: `\`${variable.text}\` is plain text ${reason}: nothing is put in its place. Write \`"Version": "2012-10-17"\`.`,
          fixes: [
            {
              title: version.is === 'old' ? 'Change the version to 2012-10-17' : 'Add Version 2012-10-17',
              // The variable begins to match.
              applicability: 'suggestion',
              preferred: true,
              changes: () => useCurrentVersion(context.target, policy),
            },
          ],
        });
    },
  },
});
