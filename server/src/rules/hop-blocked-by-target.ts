import { blockedHops, isRunning } from '../chain/blocked-hops.ts';
import { nameOf, quote } from '../chain/describe.ts';
import { namesOne } from '../chain/naming.ts';
import { reportEnds, sourceEnd, targetEnd } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';
import type { Entity } from '../role/entity.ts';
import { describeText } from '../role/text.ts';

export const hopBlockedByTarget = defineRule({
  id: 'hop-blocked-by-target',
  summary: 'A role may assume another one, whose trust policy does not let it in',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['trust'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      for (const { hop, cause } of blockedHops(graph)) {
        if (cause.type !== 'side' || cause.side !== 'target') continue;
        const [source, target] = [nameOf(hop.source), nameOf(hop.target)];
        const why = cause.reason?.message ?? `No statement of the trust policy of ${target} allows it`;
        const running = isRunning(hop);
        const advice = running
          ? `Let the trust policy name ${quote(serviceOf(hop.source))}.`
          : `Name ${source} in the trust policy, or take ${target} out of the permissions.`;
        reportEnds(context, {
          message: `${source} cannot ${running ? 'run with' : 'assume'} ${target}. ${why}. ${advice}`,
          severity: running || hop.bySource.some(namesOne) ? 'warning' : 'info',
          ends: [sourceEnd(hop), targetEnd(hop, cause.reason)],
        });
      }
    },
  },
});

function serviceOf({ kind, name }: Entity): string {
  return kind === 'function' ? 'lambda.amazonaws.com' : describeText(name);
}
