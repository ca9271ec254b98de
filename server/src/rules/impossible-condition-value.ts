import { conditionKeyType } from '../catalog/condition-key-type.ts';
import type { IamData } from '../catalog/iam-data.ts';
import { type ValueShape, valueShapeOf } from '../catalog/key-values.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { isPossible } from '../policy/possible-value.ts';
import type { Comparison, ConditionEntry } from '../policy/statement.ts';
import { literalOf, type Value } from '../policy/value.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const impossibleConditionValue = defineRule({
  id: 'impossible-condition-value',
  summary: 'A condition compares a key with a text that the key never holds',
  severity: 'error',
  lesser: ['info'],
  kinds: policyKinds,
  needs: { comparisons: (each, data) => comparedShape(each, data) !== undefined },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { condition } of policy.statements)
        for (const entry of condition.entries) {
          const compared = comparedShape(entry, context.iamData);
          if (compared === undefined) continue;
          for (const value of entry.values) checkValue(value, entry, compared, context);
        }
    },
  },
});

interface ComparedShape {
  readonly shape: ValueShape;
  readonly isGlobal: boolean;
}

/** What the texts of a key look like where they are compared as texts. */
function comparedShape({ operator, key }: Comparison, data: IamData | undefined): ComparedShape | undefined {
  // What other operators cannot read is told by `invalid-condition-value`.
  const known = operator?.operator.type === 'string' ? conditionKeyType(data, key) : undefined;
  const shape = known && valueShapeOf(key, known.type);
  return shape && { shape, isGlobal: known.global };
}

function checkValue(
  value: Value,
  entry: ConditionEntry,
  { shape, isGlobal }: ComparedShape,
  context: PolicyContext,
): void {
  const text = literalOf(value);
  // A number whose leading zero YAML drops has a rule of its own.
  if (text === undefined || value.node.type === 'number' || isPossible(text, shape)) return;
  if (hasWildcard(text) && !entry.operator?.operator.wildcards) return;
  context.report({
    at: value.node,
    // The table of a service may name the wrong type.
    ...(!isGlobal && { severity: 'info' }),
    message: isGlobal
      ? `\`${entry.key}\` never is \`${text}\`: it holds ${shape.holds}.`
      : `\`${entry.key}\` is hardly ever \`${text}\`: by the Service Authorization Reference it holds ${shape.holds}.`,
  });
}
