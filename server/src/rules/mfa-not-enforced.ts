import { addCondition } from '../edit/add-condition.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { entriesOn } from '../policy/condition.ts';
import { policyKinds } from '../policy/kind.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

export const mfaNotEnforced = defineRule({
  id: 'mfa-not-enforced',
  summary: 'A condition that is to ask for MFA lets credentials through that were got without it',
  severity: 'warning',
  kinds: policyKinds,
  needs: { keys: ['aws:MultiFactorAuthPresent'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const entry of entriesOn(statement.condition, ['aws:MultiFactorAuthPresent']))
          if (entry.operator?.operator.type === 'null') checkPresence(entry, statement, context);
          else if (!isAskedFor(statement)) checkEntry(entry, statement, context);
    },
  },
});

/** True where another condition says what becomes of requests without the key. */
function isAskedFor({ condition }: Statement): boolean {
  const keys = ['aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge'];
  return !condition.complete || entriesOn(condition, keys).some(({ operator }) => operator?.operator.type === 'null');
}

/** Temporary credentials carry the key with either value: that it is there says nothing. */
function checkPresence(entry: ConditionEntry, { effect, condition, node }: Statement, context: PolicyContext): void {
  const asksForPresence = entry.values.length === 1 && literalOf(entry.values[0])?.toLowerCase() === 'false';
  const isOnly = entriesOn(condition, ['aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge']).length === 1;
  if (effect !== 'Allow' || !condition.complete || !asksForPresence || !isOnly) return;
  context.report({
    at: entry.keyNode,
    message: `This asks only whether \`${entry.key}\` is there: temporary credentials without MFA carry it too, as \`false\`. Ask for \`true\` with \`Bool\`.`,
    fixes: [
      {
        title: 'Ask for MFA: add aws:MultiFactorAuthPresent true',
        applicability: 'suggestion',
        preferred: true,
        changes: () => addCondition(context.target, node, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      },
    ],
  });
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
