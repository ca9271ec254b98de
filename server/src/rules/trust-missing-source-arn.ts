import type { ServicePrincipal } from '../catalog/service-principal.ts';
import { findServicePrincipal } from '../catalog/service-principals.ts';
import { defineRule, type Report, type TemplateContext } from '../lint/rule.ts';
import { pinningKey, sourcePinFixes } from '../lint/source-pin-fix.ts';
import { changeOperator } from '../policy/change-operator.ts';
import { holdsWithoutPath } from '../policy/organization-path.ts';
import type { Policy } from '../policy/policy.ts';
import { allowsAction } from '../policy/powers.ts';
import { pinOf, serviceNameOf, strictOperator } from '../policy/service-principal.ts';
import type { ConditionEntry, Principal, Statement } from '../policy/statement.ts';
import { isServiceLinked } from '../role/pin-place.ts';

export const trustMissingSourceArn = defineRule({
  id: 'trust-missing-source-arn',
  summary: 'A service may assume the role for anyone: nothing pins the resource or account it acts for',
  severity: 'warning',
  lesser: ['info', 'hint'],
  kinds: ['trust'],
  needs: { principals: ['Service'], allows: ['sts:AssumeRole'] },
  check: {
    scope: 'template',
    run(policy, context) {
      if (isServiceLinked(policy)) return;
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || allowsAction(statement, 'sts:AssumeRole') !== 'yes') continue;
        for (const principal of statement.principal?.principals ?? [])
          if (principal.type === 'Service') checkService(policy, statement, principal, context);
      }
    },
  },
});

function checkService(policy: Policy, statement: Statement, principal: Principal, context: TemplateContext): void {
  const name = serviceNameOf(principal.value);
  // What names no service has rules of its own.
  if (name === undefined || !/^[\w-]+(\.[\w-]+)+$/.test(name)) return;
  const service = findServicePrincipal(name);
  if (service?.grade === 'silent') return;
  const pin = pinOf(statement, service);
  if (pin.pinned === 'yes') return;
  const at = principal.value.node;
  if (pin.pinned === 'if-exists') {
    // See `org-path-for-all-values`.
    if (holdsWithoutPath(pin.entry, statement)) return;
    context.report({ at: pin.entry.operatorNode, ...lenient(statement, pin.entry, name, context) });
    return;
  }
  if (service?.grade !== 'established') {
    context.report({ at, severity: 'hint', message: openMessage(name, service) });
    return;
  }
  const harmless = cannotReachFurther(policy, context);
  context.report({
    at,
    ...(harmless && { severity: 'info' as const }),
    message: `${name} may assume this role on behalf of anyone who can hand it the role. Add a condition on \`${pinningKey(service)}\`.${harmless ? ' (The role can neither assume nor pass roles nor change IAM.)' : ''}`,
    fixes: sourcePinFixes({ policy, statement, principal, service }, context),
  });
}

function openMessage(name: string, service: ServicePrincipal | undefined): string {
  const evidence =
    service?.uses !== undefined
      ? `${name} is known to send \`aws:SourceArn\` for ${service.uses} only`
      : service?.evidence === 'conflicting'
        ? `reports differ on whether ${name} sends \`aws:SourceArn\` when it assumes a role`
        : `it is not established that ${name} sends \`aws:SourceArn\` when it assumes a role`;
  return `Nothing pins for whom the service assumes this role, and ${evidence}. Test a condition before you rely on it.`;
}

/** True when everything that the role may do is in sight, and none of it leads to another identity. */
function cannotReachFurther(policy: Policy, context: TemplateContext): boolean {
  const powers = context.template.powersOfRole(policy.owner?.id ?? '');
  if (powers === undefined) return false;
  return powers.assumesRoles === 'no' && powers.passesRoles === 'no' && powers.administersIam === 'no';
}

/** The service sends the key, so that the leniency serves nothing but a request that lacks it. */
function lenient(
  statement: Statement,
  entry: ConditionEntry,
  name: string,
  context: TemplateContext,
): Omit<Report, 'at'> {
  const written = entry.operatorNode.value;
  const strict = strictOperator(entry) ?? written;
  return {
    severity: 'hint',
    message: `\`${written}\` also lets requests through that have no \`${entry.key}\`. ${name} sends it: \`${strict}\` is enough.`,
    fixes: [
      {
        title: `Use ${strict}`,
        applicability: 'suggestion',
        preferred: true,
        changes: () => changeOperator(context.target, statement, entry, strict),
      },
    ],
  };
}
