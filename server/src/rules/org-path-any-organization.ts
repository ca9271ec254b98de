import { defineRule } from '../lint/rule.ts';
import { allowsAssumeRole } from '../policy/assume-role.ts';
import { narrowsToKnownCallers } from '../policy/caller-narrowing.ts';
import { demandsKey, entriesOn } from '../policy/condition.ts';
import { policyKinds } from '../policy/kind.ts';
import { comparesPaths, isOfAnyOrganization, pathEntries, takesWildcards } from '../policy/organization-path.ts';
import type { Policy } from '../policy/policy.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { describeParts, literalOf, type Value } from '../policy/value.ts';

export const orgPathAnyOrganization = defineRule({
  id: 'org-path-any-organization',
  summary: 'A pattern stands for the id of the organization in an organization path: it fits those of strangers too',
  severity: 'warning',
  kinds: policyKinds,
  needs: { comparisons: (each) => comparesPaths(each) && takesWildcards(each) },
  check: {
    scope: 'policy',
    run(policy, { report }) {
      for (const statement of policy.statements)
        for (const entry of pathEntries(statement)) {
          if (!widensAccess(entry, statement) || isHeld(entry, statement) || isToldOfTrust(entry, statement, policy))
            continue;
          const result = statement.effect === 'Allow' ? 'lets in' : 'spares';
          for (const value of entry.values)
            if (isOfAnyOrganization(value) && !isToldOfRole(value, statement))
              report({
                at: value.node,
                message: `\`${describeParts(value.parts)}\` ${result} any organization that has such a path: ids of roots and units are unique only within theirs. Write the whole id of the organization.`,
              });
        }
    },
  },
});

/** In an Allow the pattern admits, in a Deny it spares. A condition that also holds without the key has other rules. */
function widensAccess(entry: ConditionEntry, { effect }: Statement): boolean {
  if (!takesWildcards(entry)) return false;
  return effect === 'Allow' ? demandsKey(entry) : effect === 'Deny' && entry.operator?.operator.negated === true;
}

/** True where another condition of an Allow names the organization or the accounts, and where one is not seen. */
function isHeld({ key }: ConditionEntry, { effect, condition }: Statement): boolean {
  if (!condition.complete) return true;
  const stem = key.replace(/OrgPaths$/i, '');
  const siblings = entriesOn(condition, [`${stem}OrgID`, `${stem}Account`, key]);
  return effect === 'Allow' && siblings.some((each) => demandsKey(each) && !each.values.some(isOfAnyOrganization));
}

/** See `trust-any-principal`, which says of a role that is open to everyone that the condition does not close it. */
function isToldOfTrust({ key }: ConditionEntry, statement: Statement, policy: Policy): boolean {
  const isAnyone = statement.principal?.principals.some(({ value }) => literalOf(value) === '*') ?? false;
  return (
    policy.kind === 'trust' && isAnyone && /^aws:Principal/i.test(key) && !narrowsToKnownCallers(statement, policy)
  );
}

/** See `assume-role-any-account`, for which such a condition is none. */
function isToldOfRole(value: Value, statement: Statement): boolean {
  return /^\*+$/.test(literalOf(value) ?? '') && allowsAssumeRole(statement);
}
