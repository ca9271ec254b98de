import { conditionKeyType } from '../catalog/condition-key-type.ts';
import { type ValueShape, valueShapeOf } from '../catalog/key-values.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { isPossible } from '../policy/possible-value.ts';
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
