import { defineRule, type PolicyContext } from '../lint/rule.ts';
import type { Policy } from '../policy/policy.ts';
import { allowsAction } from '../policy/powers.ts';
import type { Principal, Statement } from '../policy/statement.ts';
import {
  claimEntries,
  claimsAskedFor,
  type WebIdentityProvider,
  webIdentityProviderOf,
} from '../policy/web-identity.ts';

export const oidcAnyCaller = defineRule({
  id: 'oidc-any-caller',
  summary: 'Everyone with a token of an identity provider may assume the role',
  severity: 'error',
  lesser: ['warning', 'info'],
  kinds: ['trust'],
  needs: { principals: ['Federated'], allows: ['sts:AssumeRoleWithWebIdentity'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || !statement.condition.complete) continue;
        if (allowsAction(statement, 'sts:AssumeRoleWithWebIdentity') !== 'yes') continue;
        for (const principal of statement.principal?.principals ?? []) {
          const provider = webIdentityProviderOf(principal);
          if (provider !== undefined) checkProvider(provider, principal, policy, statement, context);
        }
      }
    },
  },
});

function checkProvider(
  provider: WebIdentityProvider,
  principal: Principal,
  policy: Policy,
  statement: Statement,
  context: PolicyContext,
): void {
  const { host, shared } = provider;
  const claims = claimsAskedFor(statement).map(({ claim }) => claim);
  if (claims.some((claim) => !shared?.weak.includes(claim))) return;
  const insufficient = claims.length === 0 ? '' : ` The condition on \`${claims[0]}\` does not say whose it is.`;
  const isRefused = shared?.isControlled === true && !isMentioned(shared.claim, policy);
  const refusal = isRefused ? ' AWS refuses to create or change a role without one.' : '';
  context.report({
    at: principal.value.node,
    ...(!isRefused && { severity: shared?.isOwn && claims.length > 0 ? ('info' as const) : ('warning' as const) }),
    message: `${everyoneAt(host, shared)} can assume this role. Ask for ${claimsOf(host, shared)} in a condition.${refusal}${insufficient}`,
  });
}

/** What exactly AWS takes for an evaluation of the claim is not documented: any condition on it may be one. */
function isMentioned(claim: string, { statements }: Policy): boolean {
  return statements.some(
    (each) => !each.condition.complete || claimEntries(each).some((entry) => entry.claim === claim),
  );
}

function everyoneAt(host: string | undefined, shared: WebIdentityProvider['shared']): string {
  return shared?.everyone ?? `Everyone with a token of ${host === undefined ? 'this provider' : `\`${host}\``}`;
}

/** The condition keys that say who the caller is. */
function claimsOf(host: string | undefined, shared: WebIdentityProvider['shared']): string {
  if (host === undefined) return 'its `aud` and `sub`';
  return shared === undefined || shared.isOwn ? `\`${host}:aud\` and \`${host}:sub\`` : `\`${host}:${shared.claim}\``;
}
