import { blockedHops } from '../chain/blocked-hops.ts';
import { alwaysCarriesIdentity, mayTakeIdentity } from '../chain/carried-identity.ts';
import { openHops } from '../chain/chain-walk.ts';
import { nameOf } from '../chain/describe.ts';
import { describeCompanion } from '../lint/companion-report.ts';
import { conditionEnds, reportEnds, sourceEnd, targetEnd } from '../lint/hop-report.ts';
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
      for (const hop of openHops(graph)) {
        const { source, target } = hop;
        if (target.trust === undefined || !alwaysCarriesIdentity(source) || mayTakeIdentity(target)) continue;
        reportEnds(context, {
          message: `${nameOf(source)} can only be entered with a source identity, which stays with its session, and the trust policy of ${nameOf(target)} does not allow \`sts:SetSourceIdentity\`: AWS refuses the call. Allow it there beside \`sts:AssumeRole\`, and in the permissions of ${nameOf(source)}.`,
          severity: 'warning',
          ends: [sourceEnd(hop), targetEnd(hop)],
        });
      }
    },
  },
});
