import { closestName } from '../catalog/closest-name.ts';
import { findElement } from '../catalog/grammar.ts';
import { defineRule } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { languageVersionOf, useCurrentVersion } from '../policy/language-version.ts';
import { valuesWithVariables, variablesOf } from '../policy/policy-variables.ts';

export const missingVersion = defineRule({
  id: 'missing-version',
  summary: 'A policy has no `Version`, so that AWS reads it by the rules of 2008, without variables',
  severity: 'hint',
  kinds: policyKinds.filter((kind) => findElement(kind, 'document', 'Version')?.use === 'optional'),
  needs: { unusualForm: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      const version = languageVersionOf(policy);
      if (version.is !== 'missing' || policy.root.type !== 'object') return;
      // A misspelt one is another rule's finding, and so are variables.
      if (policy.root.properties.some(({ key }) => closestName(key.value, ['Version']))) return;
      if (policy.statements.flatMap(valuesWithVariables).some((value) => variablesOf(value).length > 0)) return;
      context.report({
        at: version.key,
        message:
          'Without `Version` AWS reads this policy by the rules of 2008, in which `${…}` is plain text. Write `"Version": "2012-10-17"`.',
        fixes: [
          {
            title: 'Add Version 2012-10-17',
            applicability: 'safe',
            preferred: true,
            changes: () => useCurrentVersion(context.target, policy),
          },
        ],
      });
    },
  },
});
