import { addCondition } from '../edit/add-condition.ts';
import { tidy } from '../edit/change.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { allowsAssumeRole, isNarrowedByTag, isScopedToAccounts, reachOf } from '../policy/assume-role.ts';
import { allowsEverything } from '../policy/breadth.ts';
import { namesAccount, narrowToRole } from '../policy/narrow-to-role.ts';
import { organizationScope } from '../policy/organization-scope.ts';
import type { Policy } from '../policy/policy.ts';
import type { Statement } from '../policy/statement.ts';
import { describeParts, literalOf, type Value } from '../policy/value.ts';
import { actionMatches } from '../policy/wildcard.ts';

export const assumeRoleAnyRole = defineRule({
  id: 'assume-role-any-role',
  summary: '`sts:AssumeRole` is allowed on every role, or on every role of an account',
  severity: 'warning',
  kinds: ['identity'],
  needs: { allows: ['sts:AssumeRole'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (!allowsAssumeRole(statement) || isNarrowedByTag(statement)) continue;
        // Who may do everything needs no role assumed: `allow-everything` says so.
        if (allowsEverything(statement)) continue;
        checkResources(policy, statement, context);
      }
    },
  },
});

function checkResources(policy: Policy, statement: Statement, context: PolicyContext): void {
  for (const value of statement.resource?.values ?? []) {
    if (reachOf(value) !== 'any-role') continue;
    context.report({
      at: value.node,
      message: `${through(statement)} on \`${describeParts(value.parts)}\` lets its holder assume every role that trusts it. Name one path and role: \`arn:aws:iam::*:role/Path/Name\`.`,
      fixes: lockFixes(policy, statement, value, context),
    });
  }
  const exceptions = statement.notResource;
  if (exceptions === undefined || !exceptions.complete || exceptions.values.some(mayBeEveryRole)) return;
  context.report({
    at: exceptions.property.key,
    message: `${through(statement)} with \`NotResource\` lets its holder assume every role but those listed. Name the roles with \`Resource\` instead.`,
  });
}

function mayBeEveryRole(value: Value): boolean {
  return reachOf(value) !== 'named' || value.parts.every((part) => part.type === 'hole');
}

/** The action as the user wrote it, if it is not `sts:AssumeRole` itself. */
function through(statement: Statement): string {
  if (statement.action === undefined) return '`sts:AssumeRole` (allowed by `NotAction`)';
  const texts = statement.action.values.map((value) => literalOf(value) ?? '');
  if (texts.some((text) => text.toLowerCase() === 'sts:assumerole')) return '`sts:AssumeRole`';
  const wide = texts.find((text) => actionMatches(text, 'sts:AssumeRole'));
  return wide === undefined ? '`sts:AssumeRole`' : `\`sts:AssumeRole\` (part of \`${wide}\`)`;
}

/** Only where the statement is about nothing else: its other actions would lose their resources. */
function lockFixes(policy: Policy, statement: Statement, value: Value, context: PolicyContext): readonly Fix[] {
  const actions = statement.action?.values.map(literalOf);
  if (!actions?.every((action) => chaining.includes(action?.toLowerCase() ?? ''))) return [];
  if (statement.resource?.values.length !== 1 || !statement.resource.complete) return [];
  const isScoped = namesAccount(value) || isScopedToAccounts(statement, policy);
  return [
    {
      title: `Allow only one role path and name${isScoped ? '' : ', only inside one organizational unit'}`,
      applicability: 'suggestion',
      preferred: true,
      changes: () => {
        const narrowed = narrowToRole(context.target, value);
        const scoped = isScoped ? [] : addCondition(context.target, statement.node, organizationScope());
        return narrowed && scoped && tidy([...narrowed, ...scoped]);
      },
    },
  ];
}

/** Actions that are asked of the role that is assumed. */
const chaining = ['sts:assumerole', 'sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext'];
