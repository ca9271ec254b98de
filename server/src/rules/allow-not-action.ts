import type { Severity } from '../lint/finding.ts';
import { defineRule } from '../lint/rule.ts';
import { administersIdentities, isOnEverything } from '../policy/breadth.ts';
import { aKind } from '../policy/phrase.ts';
import type { Policy } from '../policy/policy.ts';
import type { Statement } from '../policy/statement.ts';

export const allowNotAction = defineRule({
  id: 'allow-not-action',
  summary: '`NotAction` with Allow allows all actions but those listed, also ones that AWS adds later',
  severity: 'warning',
  lesser: ['info'],
  // A boundary and a control policy grant nothing: there it says what may remain allowed.
  kinds: ['identity', 'trust', 'resource'],
  needs: { elements: ['NotAction'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        const { effect, notAction } = statement;
        // AWS refuses it beside `Action`: see `unknown-element`.
        if (statement.action !== undefined) continue;
        if (effect !== 'Allow' || notAction === undefined || !notAction.complete) continue;
        const severity = severityOf(statement, policy);
        context.report({
          at: notAction.property.key,
          ...(severity !== 'warning' && { severity }),
          message: `${consequence(statement, policy, severity)} Name with \`Action\` what is allowed.`,
        });
      }
    },
  },
});

/** It is a weakness where what is allowed leads to everything else, or where others are let in. */
function severityOf(statement: Statement, { kind }: Policy): Severity {
  const { complete, entries } = statement.condition;
  if (!complete || entries.length > 0 || kind === 'trust') return 'info';
  if (kind === 'resource') return 'warning';
  return isOnEverything(statement) && administersIdentities(statement) ? 'warning' : 'info';
}

function consequence(statement: Statement, { kind }: Policy, severity: Severity): string {
  if (kind === 'identity' && severity === 'warning')
    return 'This allows every action but those listed, on every resource; what is listed leaves actions of IAM with which its holder can allow itself the rest.';
  const more = isOnEverything(statement) ? ', on every resource' : '';
  return `In ${aKind(kind)} that allows, \`NotAction\` means every action but those listed${more}, also those that AWS adds later.`;
}
