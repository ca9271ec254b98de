import { addCondition } from '../edit/add-condition.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { Writable } from '../edit/writable.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { thirdPartiesWithoutExternalId } from '../lint/third-party.ts';
import { type AccountPrincipal, readAccountPrincipal, roleToName } from '../policy/account-principal.ts';
import { narrowsWithinAccount } from '../policy/caller-narrowing.ts';
import { demandsKey, entriesOn } from '../policy/condition.ts';
import type { Policy } from '../policy/policy.ts';
import { allowsAction } from '../policy/powers.ts';
import { conditionForPrincipal } from '../policy/separate-principal.ts';
import type { Principal, Statement } from '../policy/statement.ts';
import { describeParts } from '../policy/value.ts';

export const trustWholeAccount = defineRule({
  id: 'trust-whole-account',
  summary: 'Every principal of an account may assume the role, as far as that account lets it',
  severity: 'info',
  kinds: ['trust'],
  needs: { principals: ['AWS'], allows: ['sts:AssumeRole'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || allowsAction(statement, 'sts:AssumeRole') !== 'yes') continue;
        if (narrowsWithinAccount(statement, policy)) continue;
        // What an account of others needs is told by `third-party-without-external-id`.
        const strangers = thirdPartiesWithoutExternalId(statement, policy, context.organizations);
        for (const principal of statement.principal?.principals ?? []) {
          if (strangers.some((each) => each.principal === principal)) continue;
          const account = readAccountPrincipal(principal);
          if (account !== undefined) reportAccount(policy, statement, principal, account, context);
        }
      }
    },
  },
});

function reportAccount(
  policy: Policy,
  statement: Statement,
  principal: Principal,
  account: AccountPrincipal,
  context: PolicyContext,
): void {
  const inSub = context.inTemplate && (policy.embedding === undefined || policy.embedding.isSub);
  const role = roleToName(account, inSub);
  const written = describeParts(principal.value.parts);
  const isWide = entriesOn(statement.condition, ['aws:PrincipalArn']).some(demandsKey);
  const advice = isWide
    ? 'The condition on `aws:PrincipalArn` leaves nobody out: name one role in it.'
    : 'If one role is meant, add a condition on `aws:PrincipalArn`.';
  context.report({
    at: principal.value.node,
    message: `\`${written}\` is every role and user of that account that its administrators let call \`sts:AssumeRole\`. ${advice}`,
    fixes: [
      ...(isWide ? [] : [conditionFix(policy, statement, principal, role, context)]),
      {
        title: 'Name one role of the account as the principal',
        applicability: 'suggestion',
        changes: () => replaceValue(context.target, principal.value.node, role),
      },
    ],
  });
}

/** Unlike a role named as the principal, a condition still holds after the role was deleted and made again. */
function conditionFix(
  policy: Policy,
  statement: Statement,
  principal: Principal,
  role: Writable,
  context: PolicyContext,
): Fix {
  const conditions = { ArnEquals: { 'aws:PrincipalArn': role } };
  return {
    title: 'Allow only one role of the account: add aws:PrincipalArn',
    applicability: 'suggestion',
    preferred: true,
    changes: () =>
      isAlone(statement)
        ? addCondition(context.target, statement.node, conditions)
        : conditionForPrincipal(context.target, policy, statement, principal, conditions),
  };
}

/** A reference to this account's id is one principal, though a reference may stand for several. */
function isAlone({ principal }: Statement): boolean {
  return principal?.property.value.type === 'object' && principal.principals.length === 1;
}
