import { fill } from '../edit/writable.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { headerConditions, mayNarrowCaller } from '../policy/open-conditions.ts';
import { listNames } from '../policy/phrase.ts';
import type { Policy } from '../policy/policy.ts';
import { conditionForPrincipal } from '../policy/separate-principal.ts';
import type { Principal, Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

export const resourceAnyPrincipal = defineRule({
  id: 'resource-any-principal',
  summary: 'Anyone in any AWS account may use the resource',
  severity: 'warning',
  lesser: ['info'],
  kinds: ['resource'],
  needs: { principals: ['*', 'AWS'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      // What stands alone may be the policy of a VPC endpoint, which is for everyone by custom.
      if (policy.kindFrom !== 'property' && policy.kindFrom !== 'user') return;
      if (policy.statements.some(keepsOthersOut)) return;
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || mayNarrowCaller(statement)) continue;
        // That a header keeps no one out is said of the condition: `forgeable-condition-key`.
        if (headerConditions(statement).length > 0) continue;
        const reach = reachOf(statement);
        const open = statement.principal?.principals.filter(isAnyone) ?? [];
        if (reach !== undefined) for (const principal of open) report(policy, statement, principal, reach, context);
      }
    },
  },
});

function report(
  policy: Policy,
  statement: Statement,
  principal: Principal,
  reach: 'reads' | 'more',
  { target, report }: PolicyContext,
): void {
  const keys = [...new Set(statement.condition.entries.map(({ key }) => key))];
  const insufficient = keys.length === 0 ? '' : ` The condition on ${listNames(keys, 'and')} does not say who it is.`;
  report({
    at: principal.value.node,
    ...(reach === 'reads' && { severity: 'info' as const }),
    message:
      reach === 'reads'
        ? `Anyone on the internet can read this. If that is not meant, name who may, or add a condition on \`aws:PrincipalOrgID\`.${insufficient}`
        : `This lets in anyone, in any AWS account. Name the accounts or roles that may come in, or add a condition on \`aws:PrincipalOrgID\`.${insufficient}`,
    fixes: [
      {
        title: 'Allow only callers of one organization: add aws:PrincipalOrgID',
        applicability: 'suggestion',
        changes: () => conditionForPrincipal(target, policy, statement, principal, ofOrganization),
      },
    ],
  });
}

const ofOrganization = { StringEquals: { 'aws:PrincipalOrgID': fill({ name: 'organization id' }) } };

function isAnyone({ type, value }: Principal): boolean {
  return (type === '*' || type === 'AWS') && literalOf(value) === '*';
}

/**
 * What the actions are. Undefined where they are not known, and for services whose resources are reached through a
 * network or a way of signing in of their own: APIs, file systems, search domains.
 */
function reachOf({ action }: Statement): 'reads' | 'more' | undefined {
  const texts = action?.values.map((value) => literalOf(value) ?? '') ?? [];
  if (!action?.complete || texts.length === 0 || !texts.every((text) => openServices.test(text))) return undefined;
  return texts.every((text) => /^s3:(Get|List)/i.test(text)) ? 'reads' : 'more';
}

const openServices = /^(s3|sns|sqs|kms|lambda|ecr|secretsmanager|events|dynamodb|kinesis):/i;

function keepsOthersOut(statement: Statement): boolean {
  return statement.effect === 'Deny' && (statement.notPrincipal !== undefined || mayNarrowCaller(statement));
}
