import { fill } from '../edit/writable.ts';
import { defineRule } from '../lint/rule.ts';
import { narrowsToKnownCallers } from '../policy/caller-narrowing.ts';
import { demandsKey } from '../policy/condition.ts';
import { listNames } from '../policy/phrase.ts';
import { allowsAction } from '../policy/powers.ts';
import { conditionForPrincipal } from '../policy/separate-principal.ts';
import type { Principal, Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

export const trustAnyPrincipal = defineRule({
  id: 'trust-any-principal',
  summary: 'Anyone in any AWS account may assume the role',
  severity: 'error',
  kinds: ['trust'],
  needs: { principals: ['*', 'AWS'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || !assumeActions.some((action) => allowsAction(statement, action) === 'yes'))
          continue;
        const open = statement.principal?.principals.filter(isAnyone) ?? [];
        if (open.length === 0 || narrowsToKnownCallers(statement, policy)) continue;
        for (const principal of open)
          context.report({
            at: principal.value.node,
            message: `Anyone in any AWS account can assume this role. Name the roles or accounts that may, or add a condition on \`aws:PrincipalOrgID\`.${insufficient(statement)}`,
            fixes: [
              {
                title: 'Allow only callers of one organization: add aws:PrincipalOrgID',
                applicability: 'suggestion',
                changes: () => conditionForPrincipal(context.target, policy, statement, principal, ofOrganization),
              },
            ],
          });
      }
    },
  },
});

const assumeActions = ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'];

const ofOrganization = { StringEquals: { 'aws:PrincipalOrgID': fill({ name: 'organization id' }) } };

function isAnyone({ type, value }: Principal): boolean {
  return (type === '*' || type === 'AWS') && literalOf(value) === '*';
}

/** Conditions that are there, and leave the question open whose the caller is. */
function insufficient({ condition }: Statement): string {
  const keys = [...new Set(condition.entries.filter(demandsKey).map(({ key }) => key))];
  if (keys.length === 0) return '';
  const conditions = keys.length > 1 ? 'conditions' : 'condition';
  return ` The ${conditions} on ${listNames(keys, 'and')} ${keys.length > 1 ? 'do' : 'does'} not say whose role or user the caller is.`;
}
