import { blockedHops } from '../chain/blocked-hops.ts';
import { keyFaultOf, ofSide, sayCondition } from '../chain/blocked-key.ts';
import { nameOf } from '../chain/describe.ts';
import { conditionEnds, reportEnds } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';

export const externalIdMismatch = defineRule({
  id: 'external-id-mismatch',
  summary: 'Both sides of a hop demand an external id, and none suits both',
  severity: 'error',
  lesser: ['warning'],
  kinds: ['identity', 'trust'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      for (const { hop, cause, isNamedExactly } of blockedHops(graph)) {
        if (cause.type !== 'key' || keyFaultOf(graph.world, hop, cause) !== 'external-id') continue;
        const [ofSource, ofTarget] = [ofSide(cause.conditions, 'source'), ofSide(cause.conditions, 'target')];
        if (ofSource === undefined || ofTarget === undefined) continue;
        reportEnds(context, {
          message: `${nameOf(hop.source)} cannot assume ${nameOf(hop.target)}: no external id suits both sides. The source: ${sayCondition(ofSource)}. The target: ${sayCondition(ofTarget)}. Let both name the same.`,
          severity: isNamedExactly ? 'error' : 'warning',
          ends: conditionEnds(hop, cause.conditions),
        });
      }
    },
  },
});
