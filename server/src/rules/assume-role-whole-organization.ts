import { addCondition } from '../edit/add-condition.ts';
import { replaceInString } from '../edit/replace-in-string.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { idKindOf } from '../organization/ids.ts';
import { parseOrgPath } from '../organization/path.ts';
import { allowsAssumeRole, isNarrowedByTag, reachOf, resourceScopeKeys } from '../policy/assume-role.ts';
import { demandsKey, entriesOn, letsAnyValueThrough } from '../policy/condition.ts';
import { takesWildcards } from '../policy/organization-path.ts';
import { organizationScope } from '../policy/organization-scope.ts';
import type { Policy } from '../policy/policy.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { describeParts, literalOf, type Value } from '../policy/value.ts';

export const assumeRoleWholeOrganization = defineRule({
  id: 'assume-role-whole-organization',
  summary: '`sts:AssumeRole` is allowed on a role of that name in every account of the organization',
  severity: 'hint',
  kinds: ['identity'],
  needs: { keys: resourceScopeKeys, allows: ['sts:AssumeRole'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (!allowsAssumeRole(statement)) continue;
        const role = statement.resource?.values.find((value) => reachOf(value) === 'any-account');
        if (role === undefined || isNarrowedByTag(statement)) continue;
        const scope = wholeOrganization(statement, policy);
        if (scope === undefined) continue;
        const { entry, value } = scope;
        const written = value === undefined ? entry.key : describeParts(value.parts);
        context.report({
          at: value?.node ?? entry.keyNode,
          message: `\`${describeParts(role.parts)}\` may be a role in any account of the organization: \`${written}\` takes in all of it. Name the organizational unit of the role with \`aws:ResourceOrgPaths\`.`,
          fixes: unitFixes(statement, value, context),
        });
      }
    },
  },
});

interface Scope {
  readonly entry: ConditionEntry;
  /** The path of the whole organization; undefined where the key names the organization. */
  readonly value: Value | undefined;
}

/** The condition that keeps to the organization, if no other keeps to less of it. */
function wholeOrganization({ condition }: Statement, policy: Policy): Scope | undefined {
  const isLimitedByDeny = policy.statements.some(
    (each) => each.effect === 'Deny' && entriesOn(each.condition, resourceScopeKeys).length > 0,
  );
  if (isLimitedByDeny || !condition.complete) return undefined;
  const demanded = entriesOn(condition, resourceScopeKeys).filter(
    (entry) => demandsKey(entry) && !letsAnyValueThrough(entry),
  );
  const scopes = demanded.flatMap((entry): readonly Scope[] => {
    if (/OrgID$/i.test(entry.key)) return [{ entry, value: undefined }];
    const value = takesWildcards(entry) ? entry.values.find(isWholeOrganization) : undefined;
    return value === undefined ? [] : [{ entry, value }];
  });
  return scopes.length === demanded.length ? scopes.at(-1) : undefined;
}

/** `o-…/*` and `o-…/r-…/*`. */
function isWholeOrganization(value: Value): boolean {
  const text = literalOf(value);
  if (text === undefined || !text.endsWith('/*')) return false;
  return idKindOf(text.slice(0, -2)) === 'organization' || parseOrgPath(text.slice(0, -1))?.units.length === 0;
}

function unitFixes(statement: Statement, value: Value | undefined, { target }: PolicyContext): readonly Fix[] {
  const title = 'Allow it only inside one organizational unit';
  const fix = { applicability: 'suggestion', preferred: true } as const;
  if (value === undefined) {
    const changes = () => addCondition(target, statement.node, organizationScope());
    return [{ ...fix, title: `${title}: add aws:ResourceOrgPaths`, changes }];
  }
  const at = value.parts.at(-1)?.at;
  if (at === undefined) return [];
  const isRooted = /\/r-/.test(literalOf(value) ?? '');
  const ids = { name: isRooted ? 'organizational unit ids' : 'root and organizational unit ids' };
  const changes = () => replaceInString(target, at.node, at.to - 1, at.to - 1, [ids, '/']);
  return [{ ...fix, title: `${title}: name it in the path`, changes }];
}
