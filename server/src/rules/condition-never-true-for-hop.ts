import { blockedHops } from '../chain/blocked-hops.ts';
import { type KeyCause, keyFaultOf, sayCondition } from '../chain/blocked-key.ts';
import { nameOf, quote } from '../chain/describe.ts';
import type { Hop } from '../chain/graph.ts';
import { sentenceStart } from '../chain/say-reason.ts';
import { conditionEnds, reportEnds } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';

export const conditionNeverTrueForHop = defineRule({
  id: 'condition-never-true-for-hop',
  summary: 'A condition keeps out the very role that the statement is for: no call of it can meet the condition',
  severity: 'error',
  lesser: ['warning'],
  kinds: ['identity', 'trust'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      for (const { hop, cause, isNamedExactly } of blockedHops(graph)) {
        if (cause.type !== 'key' || keyFaultOf(graph.world, hop, cause) !== 'never-true') continue;
        reportEnds(context, {
          message: messageOf(hop, cause),
          severity: isNamedExactly ? 'error' : 'warning',
          ends: conditionEnds(hop, cause.conditions),
        });
      }
    },
  },
});

function messageOf({ source, target }: Hop, { conditions, key }: KeyCause): string {
  const what = `${nameOf(source)} can never ${source.runsAs === target.id ? 'run with' : 'assume'} ${nameOf(target)}`;
  const written = conditions[0]?.grant.conditions[conditions[0].index]?.key ?? key;
  const says = conditions.map(sayCondition).map(sentenceStart).join('. ');
  const isMutual = new Set(conditions.map(({ side }) => side)).size === 2;
  const why = isMutual
    ? `no value of ${quote(written)} suits both sides`
    : `no call that it makes meets the condition on ${quote(written)}`;
  return `${what}: ${why}. ${says}. Change the condition, or take the other side's grant away.`;
}
