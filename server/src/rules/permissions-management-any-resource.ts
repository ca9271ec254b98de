import { identityAdministration } from '../catalog/identity-administration.ts';
import { defineRule } from '../lint/rule.ts';
import { reachOf } from '../policy/assume-role.ts';
import { allowsEverything, isOnEverything } from '../policy/breadth.ts';
import { joinWords } from '../policy/phrase.ts';
import type { Statement } from '../policy/statement.ts';
import { literalOf, type Value } from '../policy/value.ts';
import { actionMatches } from '../policy/wildcard.ts';

export const permissionsManagementAnyResource = defineRule({
  id: 'permissions-management-any-resource',
  summary: 'Actions by which an identity can allow itself more are allowed on every role, user or policy',
  severity: 'warning',
  kinds: ['identity'],
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        // A condition may ask for a boundary, a tag or an account; everything on everything has a rule of its own.
        if (statement.effect !== 'Allow' || statement.condition.property !== undefined) continue;
        if (allowsEverything(statement)) continue;
        const [first, ...more] = grantsOf(statement);
        if (first === undefined) continue;
        const names = [first, ...more].slice(0, 3).map((value) => `\`${literalOf(value)}\``);
        if (more.length > 2) names.push('others');
        context.report({
          at: first.node,
          message: `${joinWords(names, 'and')} on ${reachFor(statement)} ${more.length === 0 ? 'lets' : 'let'} the holder of this policy give itself more than it has, up to everything. Name the resources, or demand a boundary by \`iam:PermissionsBoundary\`.`,
        });
      }
    },
  },
});

/** Those that lead to more by themselves: a boundary that is gone, or an older version of a policy, need not. */
const escalating = identityAdministration.filter((action) => !/PermissionsBoundary$|SetDefault/.test(action));

/** The actions of the list that stand for one of those, on all that it works on. */
function grantsOf(statement: Statement): readonly Value[] {
  const actions = isOnEverything(statement)
    ? escalating
    : isOnEveryRole(statement)
      ? escalating.filter((action) => /Role/.test(action))
      : [];
  return (statement.action?.values ?? []).filter((value) => {
    const text = literalOf(value);
    return text !== undefined && actions.some((action) => actionMatches(text, action));
  });
}

function isOnEveryRole({ resource }: Statement): boolean {
  return resource?.values.some((value) => reachOf(value) === 'any-role') ?? false;
}

function reachFor(statement: Statement): string {
  return isOnEverything(statement) ? 'every resource' : 'every role';
}
