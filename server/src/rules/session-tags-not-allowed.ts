import { blockedHops } from '../chain/blocked-hops.ts';
import { describeCompanion } from '../lint/companion-report.ts';
import { conditionEnds, reportEnds } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';

export const sessionTagsNotAllowed = defineRule({
  id: 'session-tags-not-allowed',
  summary: 'A hop demands session tags, and a side does not allow `sts:TagSession`',
  severity: 'error',
  lesser: ['warning'],
  kinds: ['identity', 'trust'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      for (const { hop, cause, isNamedExactly } of blockedHops(graph)) {
        if (cause.type !== 'companion' || cause.action !== 'sts:TagSession') continue;
        reportEnds(context, {
          message: describeCompanion(hop, cause, 'pass tags'),
          severity: isNamedExactly ? 'error' : 'warning',
          ends: conditionEnds(hop, cause.conditions),
        });
      }
    },
  },
});
