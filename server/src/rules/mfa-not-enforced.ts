import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { entriesOn } from '../policy/condition.ts';
import { policyKinds } from '../policy/kind.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

export const mfaNotEnforced = defineRule({
  id: 'mfa-not-enforced',
  summary: 'A condition that is to ask for MFA lets access keys through, which carry no word of it',
  severity: 'warning',
  kinds: policyKinds,
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const entry of entriesOn(statement.condition, ['aws:MultiFactorAuthPresent']))
          if (!isAskedFor(statement)) checkEntry(entry, statement, context);
    },
  },
});

/** True where another condition says what becomes of requests without the key. */
function isAskedFor({ condition }: Statement): boolean {
  const keys = ['aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge'];
  return !condition.complete || entriesOn(condition, keys).some(({ operator }) => operator?.operator.type === 'null');
}

function checkEntry(entry: ConditionEntry, statement: Statement, context: PolicyContext): void {
  const use = entry.operator;
  const [only, ...more] = entry.values.map((value) => literalOf(value)?.toLowerCase());
  if (use?.operator.type !== 'bool' || use.qualifier !== undefined || more.length > 0) return;
  const written = entry.operatorNode.value;
  if (statement.effect === 'Allow' && only === 'true' && use.ifExists)
    report(
      `\`${written}\` also holds for requests without \`${entry.key}\`, such as those signed with access keys. Use \`Bool\`.`,
      'Bool',
    );
  if (statement.effect === 'Deny' && only === 'false' && !use.ifExists)
    report(
      `Requests signed with access keys lack \`${entry.key}\`, so that this Deny lets them through. Use \`BoolIfExists\`.`,
      'BoolIfExists',
    );

  function report(message: string, operator: string): void {
    context.report({
      at: entry.operatorNode,
      message,
      fixes: [
        {
          title: `Use ${operator}`,
          applicability: 'suggestion',
          preferred: true,
          changes: () => changeOperator(context.target, statement, entry, operator),
        },
      ],
    });
  }
}
