import { findGlobalConditionKey } from '../catalog/condition-keys.ts';
import type { Severity } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { type PolicyKind, policyKinds } from '../policy/kind.ts';
import { organizationPathKeys } from '../policy/organization-path.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { describeParts, type Value } from '../policy/value.ts';

export const wildcardWithExactOperator = defineRule({
  id: 'wildcard-with-exact-operator',
  summary: 'A wildcard in a condition stands under an operator that compares it as the character that it is',
  severity: 'error',
  lesser: ['info'],
  kinds: policyKinds,
  needs: { operators: ['string'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const entry of statement.condition.entries) {
          if (entry.operator?.operator.type !== 'string' || entry.operator.operator.wildcards) continue;
          if (hasOwnRule(entry.key, policy.kind)) continue;
          const severity = neverHoldsWildcard(entry.key) ? 'error' : 'info';
          for (const value of entry.values)
            if (holdsWildcard(value, severity)) report(value, entry, statement, severity, context);
        }
    },
  },
});

/** See `org-path-wildcard-never-matches` and `source-arn-wildcard-never-matches`. */
function hasOwnRule(key: string, kind: PolicyKind): boolean {
  const name = findGlobalConditionKey(key)?.name ?? '';
  return organizationPathKeys.includes(name) || (kind === 'trust' && name === 'aws:SourceArn');
}

/** What callers write themselves may hold any character, and so may tags of some services. */
function neverHoldsWildcard(key: string): boolean {
  const global = findGlobalConditionKey(key);
  if (global !== undefined) return !global.name.endsWith('/') && !freeText.includes(global.name);
  return /^token\.actions\.githubusercontent\.com:(sub|repository|ref)$/i.test(key);
}

const freeText: readonly string[] = ['aws:UserAgent', 'aws:referer', 'aws:TagKeys'];

/** `${*}` and `${?}` are IAM's way to write the characters themselves. A question mark alone may be one of a text. */
function holdsWildcard({ parts }: Value, severity: Severity): boolean {
  const pattern = severity === 'error' ? /[*?]/ : /\*/;
  return parts.some((part) => part.type === 'literal' && pattern.test(part.text.replace(/\$\{[*?$]\}/g, '')));
}

function report(
  value: Value,
  entry: ConditionEntry,
  statement: Statement,
  severity: 'error' | 'info',
  context: PolicyContext,
): void {
  const use = entry.operator;
  const like = use?.operator.negated ? 'StringNotLike' : 'StringLike';
  const better = use?.canonical.replace(use.operator.name, like) ?? like;
  const written = describeParts(value.parts);
  const result = use?.operator.negated ? `never equals \`${written}\`` : `never is \`${written}\``;
  const operator = entry.operatorNode.value;
  context.report({
    at: value.node,
    ...(severity === 'info' && { severity }),
    message:
      severity === 'error'
        ? `\`${operator}\` compares \`*\` and \`?\` as they stand, and \`${entry.key}\` ${result}. Use \`${better}\`, or write the whole value.`
        : `\`${operator}\` compares \`*\` in \`${written}\` as the character that it is. If a pattern is meant, use \`${better}\`.`,
    // Like has no form that ignores case.
    fixes: use?.operator.ignoresCase
      ? []
      : [
          {
            title: `Use ${better}`,
            applicability: 'suggestion',
            preferred: true,
            changes: () => changeOperator(context.target, statement, entry, better),
          },
        ],
  });
}
