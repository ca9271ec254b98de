import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { type ArnFault, faultOfArn } from '../policy/arn-fault.ts';
import { type ArnText, resourceValues } from '../policy/arn-text.ts';
import { isReplaceable, replaceInValue } from '../policy/replace-in-value.ts';
import { isText, type Value } from '../policy/value.ts';

export const invalidArn = defineRule({
  id: 'invalid-arn',
  summary: 'A resource is no ARN, or one that no resource can have',
  severity: 'error',
  // In a trust policy there is no resource at all.
  kinds: ['identity', 'boundary', 'session', 'scp', 'rcp', 'resource', 'endpoint'],
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { value, arn } of resourceValues(policy)) {
        // What is no text has a rule of its own, `wrong-type`.
        const fault = isText(value) ? faultOfArn(arn, policy.kind) : undefined;
        if (fault === undefined) continue;
        context.report({
          at: fault.field === undefined ? value.node : arn.spanOf(fault.field),
          message: fault.message,
          fixes: fixesOf(fault, arn, value, context),
        });
      }
    },
  },
});

function fixesOf({ field, meant }: ArnFault, arn: ArnText, value: Value, { target }: PolicyContext): readonly Fix[] {
  if (meant === undefined || !isReplaceable(value)) return [];
  const [from, to] = field === undefined ? ([0, arn.pattern.text.length] as const) : arn.bounds(field);
  const written = arn.pattern.describe(from, to);
  return [
    {
      title: meant === '' ? `Remove ${written} from the ARN` : `Change ${written} to ${meant}`,
      // The statement now begins to hold.
      applicability: 'suggestion',
      preferred: true,
      changes: () => replaceInValue(target, value, from, to, meant),
    },
  ];
}
