import { addCondition } from '../edit/add-condition.ts';
import { fill } from '../edit/writable.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { reachOf } from '../policy/assume-role.ts';
import { administersIdentities, describeGrant, isOnlyAbout } from '../policy/breadth.ts';
import { demandsKey, letsAnyValueThrough } from '../policy/condition.ts';
import { limitsPassedService } from '../policy/escalation.ts';
import { allowsAction } from '../policy/powers.ts';
import type { Statement } from '../policy/statement.ts';
import { describeParts } from '../policy/value.ts';

export const passRoleAnyRole = defineRule({
  id: 'pass-role-any-role',
  summary: '`iam:PassRole` is allowed on every role, and to every service',
  severity: 'warning',
  kinds: ['identity'],
  needs: { allows: ['iam:PassRole'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || allowsAction(statement, 'iam:PassRole') !== 'yes') continue;
        // Who may change what roles may do needs no role passed: PassRole is not what is wide there.
        if (isNarrowed(statement) || administersIdentities(statement)) continue;
        checkStatement(statement, context);
      }
    },
  },
});

/** By the service that gets the role, the resource it is for, or tags. Also where conditions are hidden by an intrinsic. */
function isNarrowed({ condition }: Statement): boolean {
  return (
    !condition.complete ||
    condition.entries.some(
      (entry) =>
        limitsPassedService(entry) || (narrowing.test(entry.key) && demandsKey(entry) && !letsAnyValueThrough(entry)),
    )
  );
}

const narrowing = /^(iam:AssociatedResourceArn|(aws|iam):ResourceTag\/.+)$/i;

function checkStatement(statement: Statement, context: PolicyContext): void {
  const grant = describeGrant(statement, 'iam:PassRole');
  for (const value of statement.resource?.values ?? []) {
    if (reachOf(value) !== 'any-role') continue;
    context.report({
      at: value.node,
      message: `${grant} on \`${describeParts(value.parts)}\` lets its holder give any role, also one with more rights, to a service and act with it there. Name the roles, and the service with \`iam:PassedToService\`.`,
      fixes: serviceFixes(statement, context),
    });
  }
  if (statement.notResource !== undefined)
    context.report({
      at: statement.notResource.property.key,
      message: `${grant} with \`NotResource\` lets its holder pass every role but those listed. Name the roles with \`Resource\` instead.`,
    });
}

function serviceFixes(statement: Statement, { target }: PolicyContext): readonly Fix[] {
  if (!isOnlyAbout(statement, 'iam:PassRole')) return [];
  const conditions = { StringEquals: { 'iam:PassedToService': fill({ name: 'service' }, '.amazonaws.com') } };
  return [
    {
      title: 'Allow only one service to get the role: add iam:PassedToService',
      applicability: 'suggestion',
      preferred: true,
      changes: () => addCondition(target, statement.node, conditions),
    },
  ];
}
