import { defineRule } from '../lint/rule.ts';
import type { Policy } from '../policy/policy.ts';
import type { Principal } from '../policy/statement.ts';
import { describeParts, hasPlaceholder, literalOf } from '../policy/value.ts';
import { child, stringValue } from '../syntax/node.ts';

export const gatewayEndpointPrincipal = defineRule({
  id: 'gateway-endpoint-principal',
  summary: 'The policy of a gateway endpoint names a principal, where AWS asks for everyone and a condition',
  severity: 'info',
  kinds: ['endpoint'],
  check: {
    scope: 'policy',
    run(policy, { report }) {
      if (!isGateway(policy)) return;
      for (const { principal: element } of policy.statements)
        for (const principal of element?.principals ?? []) {
          if (principal.type !== 'AWS' || literalOf(principal.value) === '*' || hasPlaceholder(principal.value))
            continue;
          const effect = isAccount(principal)
            ? ' means the root user of the account alone here'
            : ' is not supported here';
          report({
            at: principal.value.node,
            message: `\`${describeParts(principal.value.parts)}\`${effect}: the principal of a gateway endpoint has to be \`"*"\`. Say who it is by a condition on \`aws:PrincipalArn\` or \`aws:PrincipalAccount\`.`,
          });
        }
    },
  },
});

/** Known in a template only, where it is what an endpoint is unless its type says otherwise. */
function isGateway({ owner, kindFrom }: Policy): boolean {
  if (owner?.type !== 'AWS::EC2::VPCEndpoint' || kindFrom !== 'property') return false;
  const type = child(child(owner.node, 'Properties'), 'VpcEndpointType');
  return type === undefined || stringValue(type) === 'Gateway';
}

function isAccount({ value }: Principal): boolean {
  const text = describeParts(value.parts);
  return (
    /^(\d{12}|\$\{AWS::AccountId\})$/.test(text) || /^arn:[^:]+:iam::[^:]*(?:\$\{AWS::AccountId\})?:root$/.test(text)
  );
}
