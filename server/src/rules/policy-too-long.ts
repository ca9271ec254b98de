import type { Severity } from '../lint/finding.ts';
import { defineRule } from '../lint/rule.ts';
import type { Policy } from '../policy/policy.ts';
import { roughLength, shortestLength } from '../policy/policy-length.ts';
import { type PolicyQuota, quotaOf } from '../policy/policy-quota.ts';

export const policyTooLong = defineRule({
  id: 'policy-too-long',
  summary: 'A policy has more characters than AWS takes',
  severity: 'error',
  lesser: ['info'],
  kinds: ['identity', 'trust', 'scp', 'rcp', 'boundary', 'session'],
  check: {
    scope: 'policy',
    run(policy, context) {
      if (policy.shape !== 'document' || policy.root.type !== 'object') return;
      const quota = quotaOf(policy);
      if (quota === undefined || roughLength(policy.root, policy.substitution) <= quota.characters) return;
      const length = shortestLength(policy.root, policy.substitution);
      if (length <= quota.characters) return;
      const isRefused = quota.isCertain && isKindCertain(policy) && length > (quota.raisableTo ?? quota.characters);
      const severity: Severity = isRefused ? 'error' : 'info';
      context.report({
        at: policy.root.properties[0]?.key ?? policy.root,
        ...(severity === 'info' && { severity }),
        message: `This policy has at least ${length} characters without white space, and ${quota.of} may have ${quota.characters}. ${adviceFor(quota, isRefused)}`,
      });
    },
  },
});

/** A file's name may say that a policy has to do with sessions, or with boundaries, and not be one. */
function isKindCertain({ kind, kindFrom }: Policy): boolean {
  return kind === 'trust' || kindFrom === 'property' || kindFrom === 'user';
}

function adviceFor({ raisableTo }: PolicyQuota, isRefused: boolean): string {
  if (!isRefused && raisableTo !== undefined) return `The quota can be raised to ${raisableTo}.`;
  return 'Shorten it, or divide it among several.';
}
