import { lookUpConditionKey } from '../catalog/find-condition-key.ts';
import { defineRule } from '../lint/rule.ts';
import { keyEntries } from '../policy/condition-key-entries.ts';
import { policyKinds } from '../policy/kind.ts';

export const conditionTagKeyMissing = defineRule({
  id: 'condition-tag-key-missing',
  summary: 'A condition on a tag does not say on which tag',
  severity: 'error',
  kinds: policyKinds,
  needs: { comparisons: ({ key }, data) => data !== undefined && lookUpConditionKey(data, key).is === 'no tag' },
  check: {
    scope: 'policy',
    run(policy, { iamData, report }) {
      if (iamData === undefined) return;
      for (const { entry } of keyEntries(policy)) {
        const answer = lookUpConditionKey(iamData, entry.key);
        if (answer.is !== 'no tag') continue;
        const name = entry.key.replace(/[/:]$/, '');
        const mark = /[/:](?=[^/:]*$)/.exec(answer.name)?.[0] ?? '/';
        report({
          at: entry.keyNode,
          message: `\`${entry.key}\` does not say which one is compared, so that no request has it. Write its key behind it, as in \`${name}${mark}example\`.`,
        });
      }
    },
  },
});
