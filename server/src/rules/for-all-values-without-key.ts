import { conditionKeyType, type KeyType } from '../catalog/condition-key-type.ts';
import { findGlobalConditionKey } from '../catalog/condition-keys.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { demandsKey, entriesOn, isPositive } from '../policy/condition.ts';
import { policyKinds } from '../policy/kind.ts';
import { organizationPathKeys } from '../policy/organization-path.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

export const forAllValuesWithoutKey = defineRule({
  id: 'for-all-values-without-key',
  summary: 'An Allow with `ForAllValues:` also holds for requests that lack the key',
  severity: 'warning',
  lesser: ['info'],
  kinds: policyKinds,
  needs: { comparisons: ({ operator }) => operator?.qualifier === 'all' },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || !statement.condition.complete) continue;
        // What pins a service in a trust policy is looked at by `trust-missing-source-arn`.
        for (const entry of statement.condition.entries)
          if (policy.kind !== 'trust' || !/^aws:Source(Arn|Account|OrgID)$/i.test(entry.key))
            checkEntry(entry, statement, context);
      }
    },
  },
});

function checkEntry(entry: ConditionEntry, statement: Statement, context: PolicyContext): void {
  const use = entry.operator;
  // `IfExists` says that a missing key is meant.
  if (use?.qualifier !== 'all' || use.ifExists || !isPositive(entry) || passesAnyway(entry.key)) return;
  const key = conditionKeyType(context.iamData, entry.key);
  if (key === undefined || isAskedFor(entry, statement)) return;
  // Several values of a service's key are often compared so, and a table may name the wrong type of others.
  if (!key.global && key.multivalued) return;
  const isCertain = key.global || /^sts:/i.test(entry.key);
  context.report({
    at: entry.operatorNode,
    ...(!isCertain && { severity: 'info' }),
    message: `\`${entry.operatorNode.value}\` also holds for requests without \`${entry.key}\`. ${advice(key, isCertain, use.operator.name)}`,
    fixes: [operatorFix(statement, entry, operatorFor(key, use.operator.name), context)],
  });
}

function passesAnyway(name: string): boolean {
  const key = findGlobalConditionKey(name);
  return key !== undefined && (key.always || passesWithout.includes(key.name));
}

/** A request without tags passes none that is not allowed; paths of organizations have a rule of their own. */
const passesWithout: readonly string[] = ['aws:TagKeys', ...organizationPathKeys];

/** True where another condition of the statement fails without the key. */
function isAskedFor(entry: ConditionEntry, { condition }: Statement): boolean {
  return entriesOn(condition, [entry.key]).some(
    (other) =>
      demandsKey(other) ||
      (other.operator?.operator.type === 'null' && other.values.every((value) => literalOf(value) === 'false')),
  );
}

function operatorFor({ multivalued }: KeyType, operator: string): string {
  return multivalued ? `ForAnyValue:${operator}` : operator;
}

function advice(key: KeyType, isCertain: boolean, operator: string): string {
  const better = operatorFor(key, operator);
  if (key.multivalued) return `Use \`${better}\`.`;
  return `The key has one value${isCertain ? '' : ' by the Service Authorization Reference'}: use \`${better}\`.`;
}

function operatorFix(statement: Statement, entry: ConditionEntry, operator: string, { target }: PolicyContext): Fix {
  return {
    title: `Use ${operator}`,
    applicability: 'suggestion',
    preferred: true,
    changes: () => changeOperator(target, statement, entry, operator),
  };
}
