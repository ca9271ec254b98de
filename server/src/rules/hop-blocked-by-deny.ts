import { blockedHops } from '../chain/blocked-hops.ts';
import { nameOf, quote } from '../chain/describe.ts';
import type { Hop } from '../chain/graph.ts';
import { namesOne } from '../chain/naming.ts';
import type { Reason } from '../chain/verdict.ts';
import { reportEnds, sourceEnd, targetEnd } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';

export const hopBlockedByDeny = defineRule({
  id: 'hop-blocked-by-deny',
  summary: 'A role that another one lets in, or names, is kept out by an explicit Deny',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['identity', 'trust', 'scp', 'rcp', 'boundary', 'session'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      for (const { hop, cause, isNamedExactly } of blockedHops(graph)) {
        if (cause.type !== 'deny') continue;
        const { reason } = cause;
        const isOfTarget = reason.side === 'target' || reason.side === 'rcp';
        // A Deny beside an Allow by a pattern is how an exception to the pattern is written.
        const other = isOfTarget ? hop.bySource : hop.byTarget;
        const isOfOneSide = reason.side === 'target' || reason.side === 'source';
        if (isOfOneSide && !other.some(namesOne)) continue;
        const [source, target] = [nameOf(hop.source), nameOf(hop.target)];
        reportEnds(context, {
          message: `${source} cannot assume ${target}. ${reason.message}${conditionsOf(hop, reason)}, whatever else allows it. Make an exception there, or drop what allows it.`,
          severity: isNamedExactly ? 'warning' : 'info',
          ends: isOfTarget ? [sourceEnd(hop), targetEnd(hop, reason)] : [sourceEnd(hop, reason), targetEnd(hop)],
        });
      }
    },
  },
});

/** What the Deny depends on. */
function conditionsOf({ source, target }: Hop, { origin }: Reason): string {
  const grant = [...source.permissions, ...(target.trust ?? [])].find((each) => each.origin === origin);
  const keys = [...new Set((grant?.conditions ?? []).map(({ key }) => quote(key)))];
  return keys.length === 0 ? '' : ` by its condition on ${keys.join(' and ')}`;
}
