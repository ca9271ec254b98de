import { networkOf, parseIpRange, writeIpv4 } from '../base/ip-range.ts';
import { replaceValue } from '../edit/replace-value.ts';
import { defineRule } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { literalOf } from '../policy/value.ts';

export const cidrHostBits = defineRule({
  id: 'cidr-host-bits',
  summary: 'A range of IP addresses does not begin where its prefix says',
  severity: 'hint',
  kinds: policyKinds,
  needs: { operators: ['ip'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { condition } of policy.statements)
        for (const entry of condition.entries) {
          if (entry.operator?.operator.type !== 'ip') continue;
          for (const value of entry.values) {
            const text = literalOf(value) ?? '';
            const range = parseIpRange(text);
            if (range?.bits !== 32 || networkOf(range) === range.address) continue;
            const better = writeIpv4(range);
            context.report({
              at: value.node,
              message: `Only the first ${range.prefix} bits of \`${text}\` count: it is the range \`${better}\`. Write it so, or \`/32\` if the one address is meant.`,
              fixes: [
                {
                  title: `Write ${better}`,
                  applicability: 'safe',
                  preferred: true,
                  changes: () => replaceValue(context.target, value.node, better),
                },
              ],
            });
          }
        }
    },
  },
});
