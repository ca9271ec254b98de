import type { Severity } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { longValues } from '../policy/long-values.ts';
import type { Policy } from '../policy/policy.ts';
import { roughLength, shortestLength } from '../policy/policy-length.ts';
import { type PolicyQuota, quotaOf } from '../policy/policy-quota.ts';

export const policyTooLong = defineRule({
  id: 'policy-too-long',
  summary: 'A policy has more characters than AWS takes',
  severity: 'error',
  lesser: ['info', 'hint'],
  kinds: policyKinds,
  check: {
    scope: 'policy',
    run(policy, context) {
      reportLongValues(policy, context);
      if (policy.shape !== 'document' || policy.root.type !== 'object') return;
      const quota = quotaOf(policy);
      if (quota === undefined || roughLength(policy) <= quota.characters * near) return;
      const length = shortestLength(policy.root, policy.substitution);
      if (length <= quota.characters) {
        reportRoom(length, quota, policy, context);
        return;
      }
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

/** From here on it is worth knowing how much room is left. */
const near = 0.9;

/** Rules are silent on what is not known, and nobody should take that for praise. */
function reportLongValues({ root }: Policy, { report }: PolicyContext): void {
  for (const node of longValues(root))
    report({
      at: node,
      severity: 'info',
      message: `This value has ${node.value.length} characters, more than any policy may have. It is not looked into: nothing is found in it.`,
    });
}

/** Of all inline policies together it is a matter of `role-beyond-quota`. */
function reportRoom(
  length: number,
  quota: PolicyQuota,
  { kind, owner, root }: Policy,
  { report }: PolicyContext,
): void {
  if (length <= quota.characters * near || root.type !== 'object') return;
  if (kind === 'identity' && owner?.type !== 'AWS::IAM::ManagedPolicy') return;
  report({
    at: root.properties[0]?.key ?? root,
    severity: 'hint',
    message: `This policy has at least ${length} characters without white space: of the ${quota.characters} that ${quota.of} may have, at most ${quota.characters - length} are left.`,
  });
}

/** A file's name may say that a policy has to do with sessions, or with boundaries, and not be one. */
function isKindCertain({ kind, kindFrom }: Policy): boolean {
  return kind === 'trust' || kindFrom === 'property' || kindFrom === 'user';
}

function adviceFor({ raisableTo }: PolicyQuota, isRefused: boolean): string {
  if (!isRefused && raisableTo !== undefined) return `The quota can be raised to ${raisableTo}.`;
  return 'Shorten it, or divide it among several.';
}
