import { removeItem } from '../edit/remove.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import type { ConditionEntry } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

export const redundantConditionValue = defineRule({
  id: 'redundant-condition-value',
  summary: 'Several limits stand side by side, and only the widest counts',
  severity: 'hint',
  kinds: policyKinds,
  needs: { operators: ['numeric', 'date'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { condition } of policy.statements)
        for (const entry of condition.entries) {
          const name = entry.operator?.operator.name ?? '';
          if (/^(Numeric|Date)LessThan/.test(name)) checkLimits(entry, 'greatest', context);
          if (/^(Numeric|Date)GreaterThan/.test(name)) checkLimits(entry, 'least', context);
        }
    },
  },
});

function checkLimits(entry: ConditionEntry, counts: 'greatest' | 'least', context: PolicyContext): void {
  const list = entry.valueNode;
  if (list.type !== 'array' || !entry.complete || entry.values.length < 2) return;
  const limits = entry.values.map((value) => quantityOf(literalOf(value) ?? '', entry));
  const known = limits.filter((limit) => limit !== undefined);
  if (known.length < limits.length) return;
  const widest = counts === 'greatest' ? Math.max(...known) : Math.min(...known);
  // Of equal ones the first counts.
  const kept = known.indexOf(widest);
  for (const [index, value] of entry.values.entries()) {
    if (index === kept) continue;
    const at = list.items.indexOf(value.node);
    context.report({
      at: value.node,
      unnecessary: true,
      message: `\`${literalOf(value)}\` adds nothing: one of the values has to fit, so that the ${counts}, \`${literalOf(entry.values[kept])}\`, decides alone. Keep the one that is meant.`,
      fixes: [
        {
          title: `Remove ${literalOf(value)}`,
          applicability: 'safe',
          changes: () => (at < 0 ? undefined : removeItem(context.target, list, at)),
        },
      ],
    });
  }
}

/** Numbers, and dates in full; undefined for everything else, such as times without a zone. */
function quantityOf(text: string, { operator }: ConditionEntry): number | undefined {
  const isNumber = /^[+-]?\d+(\.\d+)?$/.test(text);
  if (operator?.operator.type === 'numeric') return isNumber ? Number(text) : undefined;
  const isDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  const time = isDate ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
