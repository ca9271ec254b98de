import { blockedHops } from '../chain/blocked-hops.ts';
import { describeCompanion } from '../lint/companion-report.ts';
import { conditionEnds, reportEnds } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';

export const sourceIdentityNotAllowed = defineRule({
  id: 'source-identity-not-allowed',
  summary: 'A hop demands a source identity, and a side does not allow `sts:SetSourceIdentity`',
  severity: 'error',
  lesser: ['warning'],
  kinds: ['identity', 'trust'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      for (const { hop, cause, isNamedExactly } of blockedHops(graph)) {
        if (cause.type !== 'companion' || cause.action !== 'sts:SetSourceIdentity') continue;
        reportEnds(context, {
          message: describeCompanion(hop, cause, 'set a source identity'),
          severity: isNamedExactly ? 'error' : 'warning',
          ends: conditionEnds(hop, cause.conditions),
        });
      }
    },
  },
});
