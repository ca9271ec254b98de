import { addCondition } from '../edit/add-condition.ts';
import { tidy } from '../edit/change.ts';
import { replaceValue } from '../edit/replace-value.ts';
import { existing } from '../edit/writable.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { fieldText, parseArn } from '../policy/arn.ts';
import type { Principal, Statement } from '../policy/statement.ts';
import { describeParts, literalOf } from '../policy/value.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const trustWildcardInPrincipal = defineRule({
  id: 'trust-wildcard-in-principal',
  summary: 'A principal holds a wildcard, which AWS refuses',
  severity: 'error',
  kinds: ['trust'],
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        for (const principal of statement.principal?.principals ?? [])
          if (isPattern(principal))
            context.report({
              at: principal.value.node,
              message: `AWS refuses \`${describeParts(principal.value.parts)}\`: ${advice(principal)}`,
              fixes: accountFixes(statement, principal, context),
            });
      }
    },
  },
});

/** `"*"` alone, for AWS principals, is everyone and no pattern. */
function isPattern({ type, value }: Principal): boolean {
  if (!['AWS', 'Service', 'Federated'].includes(type)) return false;
  if (type === 'AWS' && literalOf(value) === '*') return false;
  return value.parts.some((part) => part.type === 'literal' && hasWildcard(part.text));
}

function advice({ type, value }: Principal): string {
  if (type === 'Service') return 'a service principal holds no wildcards. Name each service.';
  if (type === 'Federated') return 'an identity provider is named without wildcards. Name each one.';
  const arn = parseArn(value.parts);
  if (arn !== undefined && fieldText(arn.service) === 'sts')
    return 'a session is named without wildcards. Name the role itself, which stands for all its sessions.';
  return 'a principal holds no wildcards. Name the account, and add a condition `ArnLike` on `aws:PrincipalArn` with this pattern.';
}

/** Only where the statement names nobody else: the condition would hold for the others too. */
function accountFixes(statement: Statement, { type, value }: Principal, context: PolicyContext): readonly Fix[] {
  const arn = type === 'AWS' ? parseArn(value.parts) : undefined;
  const account = arn && fieldText(arn.account);
  if (arn === undefined || fieldText(arn.service) !== 'iam' || !/^\d{12}$/.test(account ?? '')) return [];
  if (statement.principal?.principals.length !== 1 || !statement.principal.complete) return [];
  const conditions = { ArnLike: { 'aws:PrincipalArn': existing(value.node) } };
  return [
    {
      title: `Name account ${account} and move the pattern into a condition on aws:PrincipalArn`,
      applicability: 'suggestion',
      preferred: true,
      changes: () => {
        const named = replaceValue(context.target, value.node, account ?? '');
        const narrowed = addCondition(context.target, statement.node, conditions);
        return named && narrowed && tidy([...named, ...narrowed]);
      },
    },
  ];
}
