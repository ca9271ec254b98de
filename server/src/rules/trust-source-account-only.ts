import type { ServicePrincipal } from '../catalog/service-principal.ts';
import { defineRule, type TemplateContext } from '../lint/rule.ts';
import { sourcePinFixes } from '../lint/source-pin-fix.ts';
import { demandsKey, entriesOn, isPositive } from '../policy/condition.ts';
import type { Policy } from '../policy/policy.ts';
import { allowsAction } from '../policy/powers.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { trustedServices } from '../policy/trusted-services.ts';
import { isServiceLinked } from '../role/pin-place.ts';

const accountKeys = ['aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOrgPaths'];

export const trustSourceAccountOnly = defineRule({
  id: 'trust-source-account-only',
  summary: 'A service may assume the role for any resource of an account or organization, not for one resource',
  severity: 'hint',
  kinds: ['trust'],
  needs: { principals: ['Service'], keys: accountKeys, allows: ['sts:AssumeRole'] },
  check: {
    scope: 'template',
    run(policy, context) {
      if (isServiceLinked(policy)) return;
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || allowsAction(statement, 'sts:AssumeRole') !== 'yes') continue;
        const wide = accountPin(statement);
        if (wide !== undefined) checkServices(policy, statement, wide, context);
      }
    },
  },
});

/** The condition that pins the source to an account or organization, where no other looks at the source itself. */
function accountPin({ condition }: Statement): ConditionEntry | undefined {
  if (!condition.complete || entriesOn(condition, ['aws:SourceArn']).some(isPositive)) return undefined;
  return entriesOn(condition, accountKeys).find(demandsKey);
}

function checkServices(policy: Policy, statement: Statement, wide: ConditionEntry, context: TemplateContext): void {
  for (const { principal, name, service } of trustedServices(statement)) {
    if (service?.grade !== 'established' || !sendsNamedSource(service)) continue;
    const alternatives = (service.alternativeKeys ?? []).map(({ key }) => key);
    if (entriesOn(statement.condition, alternatives).some(demandsKey)) continue;
    const owner = /account$/i.test(wide.key) ? 'account' : 'organization';
    context.report({
      at: principal.value.node,
      message: `Any ${name} resource of the ${owner} that is given this role can use it: \`${wide.key}\` does not say which one. Add a condition on \`aws:SourceArn\`.`,
      fixes: sourcePinFixes({ policy, statement, principal, service }, context, { onlySourceArn: true }),
    });
  }
}

/** Where even the full ARN ends in a wildcard, `aws:SourceArn` says little more than the account. */
function sendsNamedSource({ sends, arnShapes: [shape] }: ServicePrincipal): boolean {
  return sends === 'source-arn' && /\$\{/.test(shape?.split(':').slice(5).join(':') ?? '');
}
