import { defineRule } from '../lint/rule.ts';
import { unusedSuppressionId } from '../lint/suppress.ts';
import { policyKinds } from '../policy/kind.ts';

/** Found when the findings of all other rules are there; see service/accept.ts. */
export const unusedSuppression = defineRule({
  id: unusedSuppressionId,
  summary: 'A comment or entry that suppresses findings hides none',
  severity: 'warning',
  kinds: policyKinds,
  check: { scope: 'acceptance' },
});
