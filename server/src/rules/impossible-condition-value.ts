import { conditionKeyType } from '../catalog/condition-key-type.ts';
import { type ValueShape, valueShapeOf } from '../catalog/key-values.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import type { ConditionEntry } from '../policy/statement.ts';
import { literalOf, type Value } from '../policy/value.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const impossibleConditionValue = defineRule({
  id: 'impossible-condition-value',
  summary: 'A condition compares a key with a text that the key never holds',
  severity: 'error',
  lesser: ['info'],
  kinds: policyKinds,
  needs: { operators: ['string'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { condition } of policy.statements)
        for (const entry of condition.entries) {
          // What other operators cannot read is told by `invalid-condition-value`.
          if (entry.operator?.operator.type !== 'string') continue;
          const key = conditionKeyType(context.iamData, entry.key);
          const shape = key && valueShapeOf(entry.key, key.type);
          if (shape === undefined) continue;
          for (const value of entry.values) checkValue(value, entry, shape, key?.global === true, context);
        }
    },
  },
});

function checkValue(
  value: Value,
  entry: ConditionEntry,
  shape: ValueShape,
  isGlobal: boolean,
  context: PolicyContext,
): void {
  const text = literalOf(value);
  if (text === undefined || text === '' || isStillOpen(text) || shape.fits(text)) return;
  // A number whose leading zero YAML drops has a rule of its own.
  if (value.node.type === 'number') return;
  if (hasWildcard(text) && (!entry.operator?.operator.wildcards || mayFit(text, shape))) return;
  context.report({
    at: value.node,
    // The table of a service may name the wrong type.
    ...(!isGlobal && { severity: 'info' }),
    message: isGlobal
      ? `\`${entry.key}\` never is \`${text}\`: it holds ${shape.holds}.`
      : `\`${entry.key}\` is hardly ever \`${text}\`: by the Service Authorization Reference it holds ${shape.holds}.`,
  });
}

/** Variables, and what stands in brackets of any kind, will be something else. */
function isStillOpen(text: string): boolean {
  return /[<>{}[\]]/.test(text);
}

/** Only what stands before the first wildcard is looked at: `vpc-*` may be the id of a VPC, `subnet-*` is none. */
function mayFit(pattern: string, { fits }: ValueShape): boolean {
  const start = pattern.slice(0, pattern.search(/[*?]/));
  const candidates = examples.filter(fits);
  return (
    candidates.length === 0 || candidates.some((each) => each.startsWith(start) || start.startsWith(commonStart(each)))
  );
}

/** What all values of its shape begin with: `vpc-`, `o-`, `arn:`. */
function commonStart(example: string): string {
  return /^[a-z]+[-:]?/.exec(example)?.[0] ?? '';
}

/** One of each shape that has a beginning of its own; in other shapes every beginning may fit. */
const examples = ['vpc-1a2b3c4d', 'vpce-1a2b3c4d', 'o-a1b2c3d4e5', 'arn:aws:s3:::example', 'true', 'false'];
