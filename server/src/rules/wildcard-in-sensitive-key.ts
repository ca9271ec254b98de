import { conditionKeyType } from '../catalog/condition-key-type.ts';
import type { OperatorUse } from '../catalog/condition-operators.ts';
import { valueShapeOf } from '../catalog/key-values.ts';
import { sensitiveKeys } from '../catalog/sensitive-keys.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { narrowsToKnownCallers } from '../policy/caller-narrowing.ts';
import { demandsKey, entriesOn } from '../policy/condition.ts';
import { policyKinds } from '../policy/kind.ts';
import type { Policy } from '../policy/policy.ts';
import { isPossible } from '../policy/possible-value.ts';
import type { Comparison, ConditionEntry, Statement } from '../policy/statement.ts';
import { describeParts, literalOf, type Value } from '../policy/value.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const wildcardInSensitiveKey = defineRule({
  id: 'wildcard-in-sensitive-key',
  summary:
    'A pattern stands for the id of an account, an organization, a VPC or an endpoint: it fits those of strangers too',
  severity: 'warning',
  kinds: policyKinds,
  needs: { comparisons: comparesSensitiveText },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        for (const entry of entriesOn(statement.condition, sensitiveKeys))
          if (widensAccess(entry, statement) && !isHeld(entry, statement) && !hasOwnRule(entry, statement, policy))
            checkEntry(entry, context);
      }
    },
  },
});

function comparesSensitiveText({ operator, key }: Comparison): boolean {
  return isPatternOfText(operator) && sensitive.has(key.toLowerCase());
}

const sensitive: ReadonlySet<string> = new Set(sensitiveKeys.map((key) => key.toLowerCase()));

function isPatternOfText(use: OperatorUse | undefined): use is OperatorUse {
  return use?.operator.type === 'string' && use.operator.wildcards;
}

/** In an Allow the pattern admits, in a Deny it spares; elsewhere it forbids more than a whole value would. */
function widensAccess({ operator }: ConditionEntry, { effect }: Statement): boolean {
  return isPatternOfText(operator) && effect === (operator.operator.negated ? 'Deny' : 'Allow');
}

/** True where the statement also asks for a whole value of the same key. */
function isHeld({ key }: ConditionEntry, { condition }: Statement): boolean {
  return entriesOn(condition, [key]).some((other) => demandsKey(other) && !other.values.some(valueHasWildcard));
}

/** See `trust-any-principal`, which says of a role that is open to everyone that the condition does not close it. */
function hasOwnRule({ key }: ConditionEntry, statement: Statement, policy: Policy): boolean {
  const isAnyone = statement.principal?.principals.some(({ value }) => literalOf(value) === '*') ?? false;
  return (
    policy.kind === 'trust' && isAnyone && /^aws:Principal/i.test(key) && !narrowsToKnownCallers(statement, policy)
  );
}

function checkEntry(entry: ConditionEntry, context: PolicyContext): void {
  const type = conditionKeyType(context.iamData, entry.key)?.type;
  const shape = type && valueShapeOf(entry.key, type);
  for (const value of entry.values) {
    const written = describeParts(value.parts);
    // What no value fits is told by `impossible-condition-value`.
    if (!valueHasWildcard(value) || (shape !== undefined && !isPossible(written, shape))) continue;
    const reach = /^\*+$/.test(written) ? 'everyone' : `whatever begins or ends so, anyone's included`;
    const result = entry.operator?.operator.negated ? 'spares' : 'lets in';
    context.report({
      at: value.node,
      message: `\`${written}\` ${result} ${reach}: ids are given at random, and no pattern on \`${entry.key}\` is one owner's. Write the whole id.`,
    });
  }
}

/** `${*}` and `${?}` are the characters themselves. */
function valueHasWildcard({ parts }: Value): boolean {
  return parts.some((part) => part.type === 'literal' && hasWildcard(part.text.replace(/\$\{[^}]*\}/g, '')));
}
