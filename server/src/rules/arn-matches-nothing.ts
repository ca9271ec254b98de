import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { faultOfArn } from '../policy/arn-fault.ts';
import { type ArnText, resourceValues } from '../policy/arn-text.ts';
import { mayBeResource, withOtherSeparator } from '../policy/arn-types.ts';
import { isReplaceable, replaceInValue } from '../policy/replace-in-value.ts';
import type { Value } from '../policy/value.ts';

export const arnMatchesNothing = defineRule({
  id: 'arn-matches-nothing',
  summary: 'No type of resource of a service has such an ARN',
  severity: 'info',
  lesser: ['hint'],
  kinds: ['identity', 'boundary', 'session', 'scp', 'rcp', 'resource', 'endpoint'],
  check: {
    scope: 'policy',
    run(policy, context) {
      const { iamData } = context;
      if (iamData === undefined) return;
      for (const { value, arn } of resourceValues(policy)) {
        if (mayBeResource(arn, iamData)) continue;
        if (!arn.pattern.text.startsWith('arn:') || faultOfArn(arn, policy.kind) !== undefined) continue;
        const meant = withOtherSeparator(arn, iamData);
        // The reference leaves out some types (transforms of CloudFormation), but none of IAM, which refuses other forms.
        if (meant === undefined && arn.field('service') !== 'iam') continue;
        context.report({
          at: arn.spanOf('resource'),
          ...(iamData.isOld && { severity: 'hint' }),
          message: `No resource of \`${arn.field('service')}\` has an ARN like \`${arn.pattern.describe(0, arn.pattern.text.length)}\` as of ${iamData.date}. ${meant === undefined ? 'Check it.' : `Did you mean \`${meant}\`?`}`,
          fixes: meant === undefined ? [] : fixesOf(meant, arn, value, context),
        });
      }
    },
  },
});

function fixesOf(meant: string, arn: ArnText, value: Value, { target }: PolicyContext): readonly Fix[] {
  if (!isReplaceable(value)) return [];
  const [from, to] = arn.bounds('resource');
  return [
    {
      title: `Change ${arn.labelOf('resource')} to ${meant}`,
      applicability: 'suggestion',
      preferred: true,
      changes: () => replaceInValue(target, value, from, to, meant),
    },
  ];
}
