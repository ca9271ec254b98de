import { type IpRange, liesWithin, parseIpRange } from '../base/ip-range.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { entriesOn } from '../policy/condition.ts';
import { policyKinds } from '../policy/kind.ts';
import { listNames } from '../policy/phrase.ts';
import type { ConditionEntry } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

export const privateSourceIp = defineRule({
  id: 'private-source-ip',
  summary: '`aws:SourceIp` is compared with private addresses, which it never holds',
  severity: 'error',
  lesser: ['info'],
  kinds: policyKinds,
  needs: { keys: ['aws:SourceIp'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { condition } of policy.statements)
        for (const entry of entriesOn(condition, ['aws:SourceIp']))
          if (entry.operator?.operator.type === 'ip') checkEntry(entry, context);
    },
  },
});

/** RFC 1918, and RFC 4193 for IPv6. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].flatMap(
  (text): readonly IpRange[] => {
    const range = parseIpRange(text);
    return range === undefined ? [] : [range];
  },
);

function checkEntry(entry: ConditionEntry, context: PolicyContext): void {
  const unreachable = entry.values.filter((value) => {
    const range = parseIpRange(literalOf(value) ?? '');
    return range !== undefined && privateRanges.some((each) => liesWithin(range, each));
  });
  const [first] = unreachable;
  if (first === undefined) return;
  const advice = 'Use `aws:VpcSourceIp` for addresses inside a VPC.';
  if (unreachable.length < entry.values.length || !entry.complete) {
    for (const value of unreachable)
      context.report({
        at: value.node,
        severity: 'info',
        message: `\`aws:SourceIp\` is the caller's public address, never a private one such as \`${literalOf(value)}\`. ${advice}`,
      });
    return;
  }
  const written = listNames(unreachable.map((value) => literalOf(value) ?? '').slice(0, 3), 'and');
  const result = entry.operator?.operator.negated ? 'holds for every address' : 'never holds';
  context.report({
    at: entry.valueNode.type === 'array' ? entry.valueNode : first.node,
    message: `\`aws:SourceIp\` is the caller's public address: compared with ${written} alone, the condition ${result}. ${advice}`,
  });
}
