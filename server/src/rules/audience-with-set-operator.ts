import { defineRule } from '../lint/rule.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { isPositive } from '../policy/condition.ts';

export const audienceWithSetOperator = defineRule({
  id: 'audience-with-set-operator',
  summary: 'The audience of a token, which is one value, is compared as a set of values',
  severity: 'info',
  kinds: ['trust'],
  needs: { keys: /:aud$/ },
  check: {
    scope: 'policy',
    run(policy, { report, target }) {
      for (const statement of policy.statements)
        for (const entry of statement.condition.entries) {
          const use = entry.operator;
          // `example.com:aud`, `example.com/path:aud`, `SAML:aud`.
          if (use?.qualifier === undefined || !/(\.[^:]*|^saml):aud$/i.test(entry.key) || !isPositive(entry)) continue;
          const better = use.canonical.replace(/^.*:/, '');
          const hole = use.qualifier === 'all' ? ', and it would also hold for a token without one' : '';
          report({
            at: entry.operatorNode,
            message: `\`${entry.key}\` is one value: \`${entry.operatorNode.value}\` is for keys with several${hole}. Use \`${better}\`.`,
            fixes: [
              {
                title: `Use ${better}`,
                applicability: 'suggestion',
                preferred: true,
                changes: () => changeOperator(target, statement, entry, better),
              },
            ],
          });
        }
    },
  },
});
