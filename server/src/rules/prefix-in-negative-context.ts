import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { entriesOn, letsAnyValueThrough } from '../policy/condition.ts';
import { policyKinds } from '../policy/kind.ts';
import { allowsAction } from '../policy/powers.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { describeParts, literalOf } from '../policy/value.ts';

export const prefixInNegativeContext = defineRule({
  id: 'prefix-in-negative-context',
  summary: 'A listing of some prefixes of a bucket is to be forbidden, and a shorter prefix lists them all the same',
  severity: 'warning',
  kinds: policyKinds,
  needs: { keys: ['s3:prefix'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        const entries = entriesOn(statement.condition, ['s3:prefix']);
        // Together with another condition on the key it may say something else.
        const [only, ...more] = entries;
        if (only !== undefined && more.length === 0) checkEntry(only, statement, context);
      }
    },
  },
});

const listings = ['s3:ListBucket', 's3:ListBucketVersions'];

function checkEntry(entry: ConditionEntry, statement: Statement, context: PolicyContext): void {
  const use = entry.operator?.operator;
  if (use?.type !== 'string' || statement.effect !== (use.negated ? 'Allow' : 'Deny')) return;
  if (letsAnyValueThrough(entry) || !listings.some((action) => allowsAction(statement, action) === 'yes')) return;
  // Nothing is shorter than the empty prefix.
  const value = entry.values.find((each) => literalOf(each) !== '');
  if (value === undefined) return;
  const written = entry.operatorNode.value;
  context.report({
    at: entry.operatorNode,
    message: `\`${written}\` in ${statement.effect === 'Deny' ? 'a Deny' : 'an Allow'} does not keep what lies under \`${describeParts(value.parts)}\` from being listed: a request with a shorter prefix, or none, lists it too. Name the prefixes that may be listed, with \`StringLike\` in an Allow or \`StringNotLike\` in a Deny.`,
  });
}
