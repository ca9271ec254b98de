import { blockedHops } from '../chain/blocked-hops.ts';
import { nameOf } from '../chain/describe.ts';
import { namesOne } from '../chain/naming.ts';
import { reportEnds, sourceEnd, targetEnd } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';

export const hopBlockedBySource = defineRule({
  id: 'hop-blocked-by-source',
  summary: 'A role trusts another one, whose own permissions do not let it assume the first',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['identity'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      for (const { hop, cause } of blockedHops(graph)) {
        if (cause.type !== 'side' || cause.side !== 'source') continue;
        const [source, target] = [nameOf(hop.source), nameOf(hop.target)];
        const why = cause.reason?.message ?? `No statement of the permission policy of ${source} allows it`;
        reportEnds(context, {
          message: `${source} cannot assume ${target}. ${why}. Allow ${source} to call \`sts:AssumeRole\` on ${target}, or take it out of the trust policy.`,
          severity: hop.byTarget.some(namesOne) ? 'warning' : 'info',
          ends: [sourceEnd(hop, cause.reason), targetEnd(hop)],
        });
      }
    },
  },
});
