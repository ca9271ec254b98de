import { rcpServices, rcpServicesDate } from '../catalog/rcp-services.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { type NamedAction, namedActions, spanOfAction } from '../policy/named-actions.ts';
import type { Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';
import { hasWildcard } from '../policy/wildcard.ts';
import { property } from '../syntax/node.ts';

export const rcpUnsupportedStatement = defineRule({
  id: 'rcp-unsupported-statement',
  summary: 'A resource control policy allows something, or names actions that such policies cannot name',
  severity: 'error',
  lesser: ['info'],
  kinds: ['rcp'],
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect === 'Allow' && !isFullAccess(statement)) reportAllow(statement, context);
        for (const value of statement.action?.values ?? [])
          if (statement.effect === 'Deny' && /^\*+$/.test(literalOf(value) ?? ''))
            context.report({
              at: value.node,
              message:
                'A resource control policy that you create has to name the service of each action: `*` alone is not possible. Write `s3:*`, `sts:*` and so on.',
            });
      }
      for (const action of namedActions(policy)) checkService(action, context);
    },
  },
});

/** `RCPFullAWSAccess`, which AWS attaches everywhere. */
function isFullAccess({ action, resource, condition }: Statement): boolean {
  const isAll = (list: Statement['action']) => list?.values.every((value) => literalOf(value) === '*') ?? false;
  return isAll(action) && isAll(resource) && condition.property === undefined;
}

function reportAllow({ node }: Statement, context: PolicyContext): void {
  context.report({
    at: property(node, 'Effect')?.value ?? node,
    message:
      'A resource control policy that you create can only deny. What it does not deny stays as it is: turn this into a Deny of the rest.',
  });
}

function checkService(action: NamedAction, { iamData, report }: PolicyContext): void {
  const { prefix } = action;
  if (hasWildcard(prefix)) {
    report({
      at: spanOfAction(action, 'prefix'),
      message: `A resource control policy has to name the service of each action: \`${prefix}\` names none.`,
    });
    return;
  }
  // That there is no such service is another rule's finding.
  if (rcpServices.includes(prefix.toLowerCase()) || iamData?.findService(prefix) === undefined) return;
  report({
    at: spanOfAction(action, 'prefix'),
    severity: 'info',
    message: `Resource control policies do not support \`${prefix}\` as of ${rcpServicesDate}, and AWS refuses services that they do not support. Check the list of AWS.`,
  });
}
