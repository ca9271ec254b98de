import { addCondition } from '../edit/add-condition.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { entriesOn, isPositive } from '../policy/condition.ts';
import { policyKinds } from '../policy/kind.ts';
import type { Policy } from '../policy/policy.ts';
import { allowsAction } from '../policy/powers.ts';
import type { Statement } from '../policy/statement.ts';

export const dynamodbAttributesWithoutSelect = defineRule({
  id: 'dynamodb-attributes-without-select',
  summary: 'Only some attributes of a DynamoDB table may be read, and a request that names none reads them all',
  severity: 'warning',
  kinds: policyKinds,
  needs: { keys: ['dynamodb:Attributes'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        if (statement.condition.complete && !asksForSelection(policy)) checkStatement(statement, context);
    },
  },
});

/** Actions that return whole items unless they are asked for less. */
const reads = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'PartiQLSelect'].map((name) => `dynamodb:${name}`);

/** Wherever it stands: one Deny is enough for all that the policy allows. */
function asksForSelection({ statements }: Policy): boolean {
  return statements.some(
    ({ condition }) => !condition.complete || entriesOn(condition, ['dynamodb:Select']).length > 0,
  );
}

function checkStatement(statement: Statement, context: PolicyContext): void {
  if (statement.effect !== 'Allow' || !reads.some((action) => allowsAction(statement, action) === 'yes')) return;
  for (const entry of entriesOn(statement.condition, ['dynamodb:Attributes']).filter(isPositive))
    context.report({
      at: entry.keyNode,
      message: `\`${entry.key}\` limits only requests that name attributes: one that names none reads whole items. Also ask for \`dynamodb:Select\` to be \`SPECIFIC_ATTRIBUTES\`.`,
      fixes: [
        {
          title: 'Allow only reads that name attributes: add dynamodb:Select',
          applicability: 'suggestion',
          preferred: true,
          // Writes have no such key: with `IfExists` the statement goes on allowing them.
          changes: () =>
            addCondition(context.target, statement.node, {
              StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
            }),
        },
      ],
    });
}
