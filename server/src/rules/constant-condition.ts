import { findGlobalConditionKey } from '../catalog/condition-keys.ts';
import { sensitiveKeys } from '../catalog/sensitive-keys.ts';
import { defineRule } from '../lint/rule.ts';
import { anyValue, demandsKey, entriesOn } from '../policy/condition.ts';
import { policyKinds } from '../policy/kind.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

export const constantCondition = defineRule({
  id: 'constant-condition',
  summary: 'A condition holds for every request, or for none',
  severity: 'error',
  lesser: ['info'],
  kinds: policyKinds,
  needs: { operators: ['null', 'string'] },
  check: {
    scope: 'policy',
    run(policy, { report }) {
      for (const statement of policy.statements)
        for (const entry of statement.condition.entries) {
          const answer = constantResult(entry, statement);
          if (answer === undefined || (answer.holds && hasOwnRule(entry, statement))) continue;
          report({
            at: entry.operatorNode,
            ...(answer.holds && { severity: 'info' }),
            message: answer.holds
              ? `This condition holds for every request: ${answer.because}. It limits nothing: say what is meant, or leave it out.`
              : `This condition never holds: ${answer.because}. The statement never applies.`,
          });
        }
    },
  },
});

interface Constant {
  readonly holds: boolean;
  readonly because: string;
}

/** Undefined where the result depends on the request, and where it cannot be known. */
function constantResult(entry: ConditionEntry, statement: Statement): Constant | undefined {
  const use = entry.operator;
  if (use === undefined || !entry.complete) return undefined;
  const { key } = entry;
  const written = entry.operatorNode.value;
  if (use.operator.type === 'null') return constantNull(entry, statement);
  const value = anyValue(entry);
  if (use.operator.type !== 'string' || value === undefined) return undefined;
  const isEvery = `\`${value}\` is every value`;
  const always = findGlobalConditionKey(key)?.always === true;
  // Empty sets aside, which satisfy `all` and never `any`.
  if (use.operator.negated)
    return always && use.qualifier === undefined
      ? { holds: false, because: `every request has \`${key}\`, and ${isEvery}` }
      : undefined;
  if (use.ifExists) return { holds: true, because: `${isEvery}, and \`IfExists\` is for requests without one` };
  if (use.qualifier === 'all')
    return { holds: true, because: `${isEvery}, and \`${written}\` also holds for requests without one` };
  return always && use.qualifier === undefined
    ? { holds: true, because: `every request has \`${key}\`, and ${isEvery}` }
    : undefined;
}

function constantNull(entry: ConditionEntry, { condition }: Statement): Constant | undefined {
  const { key, operator: use, values } = entry;
  // Source: Access Analyzer policy check reference, null with qualifier.
  if (use?.qualifier !== undefined)
    return use.qualifier === 'all'
      ? { holds: true, because: '`Null` with `ForAllValues:` is true whether there is a value or not' }
      : { holds: false, because: '`Null` with `ForAnyValue:` is false for every request' };
  const [value, ...more] = values.map((each) => literalOf(each)?.toLowerCase());
  if (more.length > 0 || (value !== 'true' && value !== 'false')) return undefined;
  if (findGlobalConditionKey(key)?.always) return { holds: value === 'false', because: `every request has \`${key}\`` };
  const demanding = value === 'true' ? entriesOn(condition, [key]).find(demandsKey) : undefined;
  return (
    demanding && {
      holds: false,
      because: `\`${key}\` is to be missing, and \`${demanding.operatorNode.value}\` beside it asks for a value`,
    }
  );
}

/** See `wildcard-in-sensitive-key` and `for-all-values-without-key`. */
function hasOwnRule({ key, operator: use }: ConditionEntry, { effect }: Statement): boolean {
  if (effect !== 'Allow' || use?.operator.type !== 'string') return false;
  const name = findGlobalConditionKey(key)?.name ?? '';
  return sensitiveKeys.includes(name) || (use.qualifier === 'all' && !use.ifExists && name !== 'aws:TagKeys');
}
