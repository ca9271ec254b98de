import { findResourceCaller } from '../catalog/resource-callers.ts';
import { defineRule } from '../lint/rule.ts';
import { demandsKey, entriesOn } from '../policy/condition.ts';
import { joinWords } from '../policy/phrase.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { type TrustedService, trustedServices } from '../policy/trusted-services.ts';
import { literalOf } from '../policy/value.ts';

export const serviceWithUnsentKey = defineRule({
  id: 'service-with-unsent-key',
  summary: 'A service is let in only under a condition on a key that its requests do not carry',
  severity: 'error',
  lesser: ['info'],
  kinds: ['trust', 'resource'],
  needs: { principals: ['Service'] },
  check: {
    scope: 'policy',
    run(policy, { report }) {
      for (const statement of policy.statements) {
        const services = statement.effect === 'Allow' ? trustedServices(statement) : [];
        if (services.length === 0) continue;
        const names = joinWords(
          services.map(({ name }) => name ?? 'the service'),
          'and',
        );
        for (const entry of entriesOn(statement.condition, ofOrganization).filter(demandsKey))
          report({
            at: entry.keyNode,
            message: `Services are members of no organization: requests of ${names} carry no \`${entry.key}\`, so that this never lets ${services.length > 1 ? 'them' : 'it'} in. Use \`aws:SourceOrgID\`, or \`aws:SourceAccount\`, where the service sends it.`,
          });
        const [first] = sourceConditions(statement, services);
        if (first !== undefined)
          report({
            at: first.keyNode,
            severity: 'info',
            message: `AWS documents that EventBridge does not work with conditions in the policy of a topic: with one on \`${first.key}\` its messages may never arrive. Test it, or leave the condition out.`,
          });
      }
    },
  },
});

const ofOrganization = ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths'];

/** Conditions on the source for EventBridge, and it alone, in the policy of a topic. */
function sourceConditions(
  { action, condition }: Statement,
  services: readonly TrustedService[],
): readonly ConditionEntry[] {
  const onTopic = action?.values.every((value) => /^sns:/i.test(literalOf(value) ?? '')) ?? false;
  const isRefused = ({ name }: TrustedService) => findResourceCaller(name ?? '', 'sns')?.sends === 'none';
  if (!onTopic || !services.every(isRefused)) return [];
  return entriesOn(condition, ['aws:SourceArn', 'aws:SourceAccount', 'aws:SourceOrgID']).filter(demandsKey);
}
