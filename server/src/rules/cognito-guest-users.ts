import { addCondition } from '../edit/add-condition.ts';
import { defineRule } from '../lint/rule.ts';
import { allowsAction } from '../policy/powers.ts';
import type { Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';
import { claimEntries, claimsAskedFor } from '../policy/web-identity.ts';

export const cognitoGuestUsers = defineRule({
  id: 'cognito-guest-users',
  summary: 'Guests of an identity pool, who did not sign in, may assume the role too',
  severity: 'info',
  kinds: ['trust'],
  needs: { principals: ['Federated'], allows: ['sts:AssumeRoleWithWebIdentity'] },
  check: {
    scope: 'policy',
    run(policy, { report, target }) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || !statement.condition.complete) continue;
        if (allowsAction(statement, 'sts:AssumeRoleWithWebIdentity') !== 'yes' || !asksForPoolOnly(statement)) continue;
        for (const { type, value } of statement.principal?.principals ?? [])
          if (type === 'Federated' && literalOf(value) === 'cognito-identity.amazonaws.com')
            report({
              at: value.node,
              message:
                'Nothing asks whether the user signed in: if the identity pool has guests, they can get this role too. Ask for `authenticated` or `unauthenticated` by `ForAnyValue:StringLike` on `cognito-identity.amazonaws.com:amr`.',
              fixes: [
                {
                  title: 'Let in only users who signed in: add cognito-identity.amazonaws.com:amr',
                  applicability: 'suggestion',
                  preferred: true,
                  changes: () => addCondition(target, statement.node, signedIn),
                },
              ],
            });
      }
    },
  },
});

const signedIn = { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' } };

/** Without the pool everyone gets in, which another rule reports; any other claim says who the user is. */
function asksForPoolOnly(statement: Statement): boolean {
  const claims = claimsAskedFor(statement).map(({ claim }) => claim);
  const mentioned = claimEntries(statement).map(({ claim }) => claim);
  return claims.includes('aud') && mentioned.every((claim) => claim === 'aud');
}
