import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { headerConditions, mayNarrowCaller } from '../policy/open-conditions.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

/** Source: IAM User Guide, AWS global condition context keys, the warnings of aws:referer and aws:UserAgent. */
const headers: readonly string[] = ['aws:referer', 'aws:UserAgent'];

export const forgeableConditionKey = defineRule({
  id: 'forgeable-condition-key',
  summary: 'Access hangs on a header of the request, which the caller writes',
  severity: 'warning',
  lesser: ['info', 'hint'],
  kinds: policyKinds,
  needs: { keys: headers },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        // A role that is open to everyone has a rule of its own, `trust-any-principal`.
        if (policy.kind === 'trust' && isForAnyone(statement)) continue;
        for (const entry of headerConditions(statement)) report(entry, statement, context);
      }
    },
  },
});

function report(entry: ConditionEntry, statement: Statement, context: PolicyContext): void {
  const header = /^aws:referer$/i.test(entry.key) ? 'Referer' : 'User-Agent';
  const isOnlyGuard = statement.effect === 'Allow' && isForAnyone(statement) && !mayNarrowCaller(statement);
  const isOfService = statement.principal?.principals.some(({ type }) => type === 'Service') ?? false;
  const instead = isOfService
    ? 'For whom a service calls, `aws:SourceArn` and `aws:SourceAccount` say, where the service sends them.'
    : `It keeps no one out who does not want to be kept out${isOnlyGuard ? ', and nothing else does' : ''}.`;
  context.report({
    at: entry.keyNode,
    ...(!isOnlyGuard && { severity: isOfService ? 'hint' : 'info' }),
    message: `\`${entry.key}\` is the header \`${header}\`, in which a caller writes what it likes. ${instead}`,
  });
}

function isForAnyone({ principal }: Statement): boolean {
  return principal?.principals.some(({ value }) => literalOf(value) === '*') ?? false;
}
