import type { ConditionType } from '../catalog/condition-operators.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { policyKinds } from '../policy/kind.ts';
import { type OperatorMismatch, operatorMismatch } from '../policy/operator-mismatch.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';

export const conditionTypeMismatch = defineRule({
  id: 'condition-type-mismatch',
  summary: 'A condition operator compares something else than what its key holds',
  severity: 'error',
  lesser: ['info'],
  kinds: policyKinds,
  needs: { comparisons: (each, data) => operatorMismatch(each, data) !== undefined },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const entry of statement.condition.entries) {
          const mismatch = operatorMismatch(entry, context.iamData);
          if (mismatch !== undefined) report(mismatch, entry, statement, context);
        }
    },
  },
});

function report(
  { key, never }: OperatorMismatch,
  entry: ConditionEntry,
  statement: Statement,
  context: PolicyContext,
): void {
  const compares = entry.operator?.operator.type ?? 'null';
  const better = betterOperator(entry, key.type);
  const holds = `\`${entry.key}\` holds ${names[key.type]}${key.global ? '' : ' by the Service Authorization Reference'}`;
  context.report({
    at: entry.operatorNode,
    // The table of a service may name the wrong type.
    ...((!never || !key.global) && { severity: 'info' }),
    message: `\`${entry.operatorNode.value}\` compares ${names[compares]}, and ${holds}. Use ${better === undefined ? `an operator for ${names[key.type]}` : `\`${better}\``}.`,
    fixes: better === undefined ? [] : [operatorFix(better, entry, statement, context)],
  });
}

function operatorFix(better: string, entry: ConditionEntry, statement: Statement, { target }: PolicyContext): Fix {
  return {
    title: `Use ${better}`,
    // The condition begins to hold, or to be false, for other requests than before.
    applicability: 'suggestion',
    preferred: true,
    changes: () => changeOperator(target, statement, entry, better),
  };
}

const names: Readonly<Record<ConditionType, string>> = {
  string: 'text',
  arn: 'ARNs',
  numeric: 'numbers',
  date: 'dates',
  bool: 'truths',
  binary: 'bytes',
  ip: 'IP addresses',
  null: 'presence',
};

/** The operator with the same meaning for another type, with prefix and suffix; undefined where there is none. */
function betterOperator({ operator: use }: ConditionEntry, type: ConditionType): string | undefined {
  if (use === undefined) return undefined;
  const { name, negated } = use.operator;
  const kin = /^(?:Numeric|Date)(.*)$/.exec(name)?.[1];
  if (kin !== undefined && type === 'date') return use.canonical.replace(name, `Date${kin}`);
  if (kin !== undefined && type === 'numeric') return use.canonical.replace(name, `Numeric${kin}`);
  const same = counterparts[type]?.[negated ? 1 : 0];
  return kin !== undefined && !/Equals$/.test(kin) ? undefined : same && use.canonical.replace(name, same);
}

/** Each with its negation. */
const counterparts: Partial<Readonly<Record<ConditionType, readonly string[]>>> = {
  string: ['StringEquals', 'StringNotEquals'],
  arn: ['ArnLike', 'ArnNotLike'],
  ip: ['IpAddress', 'NotIpAddress'],
  bool: ['Bool'],
};
