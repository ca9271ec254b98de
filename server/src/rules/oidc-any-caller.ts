import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { allowsAction } from '../policy/powers.ts';
import type { Principal, Statement } from '../policy/statement.ts';
import { claimsAskedFor, type WebIdentityProvider, webIdentityProviderOf } from '../policy/web-identity.ts';

export const oidcAnyCaller = defineRule({
  id: 'oidc-any-caller',
  summary: 'Everyone with a token of an identity provider may assume the role',
  severity: 'warning',
  kinds: ['trust'],
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || !statement.condition.complete) continue;
        if (allowsAction(statement, 'sts:AssumeRoleWithWebIdentity') !== 'yes') continue;
        for (const principal of statement.principal?.principals ?? []) {
          const provider = webIdentityProviderOf(principal);
          if (provider !== undefined) checkProvider(provider, principal, statement, context);
        }
      }
    },
  },
});

function checkProvider(
  { host, shared }: WebIdentityProvider,
  principal: Principal,
  statement: Statement,
  context: PolicyContext,
): void {
  const claims = claimsAskedFor(statement).map(({ claim }) => claim);
  if (claims.some((claim) => !shared?.weak.includes(claim))) return;
  const insufficient = claims.length === 0 ? '' : ` The condition on \`${claims[0]}\` does not say whose it is.`;
  context.report({
    at: principal.value.node,
    message: `${everyoneAt(host, shared)} can assume this role. Ask for ${claimsOf(host, shared)} in a condition.${insufficient}`,
  });
}

function everyoneAt(host: string | undefined, shared: WebIdentityProvider['shared']): string {
  return shared?.everyone ?? `Everyone with a token of ${host === undefined ? 'this provider' : `\`${host}\``}`;
}

/** The condition keys that say who the caller is. */
function claimsOf(host: string | undefined, shared: WebIdentityProvider['shared']): string {
  if (host === undefined) return 'its `aud` and `sub`';
  return shared === undefined ? `\`${host}:aud\` and \`${host}:sub\`` : `\`${host}:${shared.claim}\``;
}
