import { blockedHops } from '../chain/blocked-hops.ts';
import { keyFaultOf } from '../chain/blocked-key.ts';
import { nameOf } from '../chain/describe.ts';
import { conditionEnds, reportEnds } from '../lint/hop-report.ts';
import { defineRule } from '../lint/rule.ts';

export const mfaNeverPresentInChain = defineRule({
  id: 'mfa-never-present-in-chain',
  summary: 'A hop from role to role demands MFA, which the session of a role never has',
  severity: 'error',
  lesser: ['warning'],
  kinds: ['identity', 'trust'],
  check: {
    scope: 'workspace',
    run(graph, context) {
      for (const { hop, cause, isNamedExactly } of blockedHops(graph)) {
        if (cause.type !== 'key' || keyFaultOf(graph.world, hop, cause) !== 'multi-factor') continue;
        const label = cause.conditions[0]?.grant.origin.label ?? 'a policy';
        reportEnds(context, {
          message: `${nameOf(hop.source)} cannot assume ${nameOf(hop.target)}: ${label} demands \`aws:MultiFactorAuthPresent\`, which is never true for the session of a role. Demand MFA where a person enters the chain, and let ${nameOf(hop.source)} through without it.`,
          severity: isNamedExactly ? 'error' : 'warning',
          ends: conditionEnds(hop, cause.conditions),
        });
      }
    },
  },
});
