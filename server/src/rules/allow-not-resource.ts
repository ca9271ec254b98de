import { defineRule } from '../lint/rule.ts';
import { allowsAssumeRole } from '../policy/assume-role.ts';
import { allowsAction } from '../policy/powers.ts';
import type { Statement } from '../policy/statement.ts';

export const allowNotResource = defineRule({
  id: 'allow-not-resource',
  summary: '`NotResource` with Allow allows the actions on all resources but those listed, also ones made later',
  severity: 'info',
  kinds: ['identity', 'resource'],
  needs: { elements: ['NotResource'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        const { effect, notResource } = statement;
        // AWS refuses it beside `Resource`: see `unknown-element`.
        if (statement.resource !== undefined) continue;
        if (effect !== 'Allow' || notResource === undefined || hasOwnRule(statement)) continue;
        context.report({
          at: notResource.property.key,
          message:
            'In a statement that allows, `NotResource` means every resource but those listed, also those that are made later. Name with `Resource` what is allowed, and keep out the rest with a Deny.',
        });
      }
    },
  },
});

/** Those on roles say what it leads to. */
function hasOwnRule(statement: Statement): boolean {
  return allowsAssumeRole(statement) || allowsAction(statement, 'iam:PassRole') === 'yes';
}
