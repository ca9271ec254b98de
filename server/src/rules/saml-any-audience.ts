import { samlAudienceOf } from '../catalog/saml-audiences.ts';
import { addCondition } from '../edit/add-condition.ts';
import { defineRule } from '../lint/rule.ts';
import { fieldText, parseArn } from '../policy/arn.ts';
import { isPositive, letsAnyValueThrough } from '../policy/condition.ts';
import { allowsAction } from '../policy/powers.ts';
import type { Principal, Statement } from '../policy/statement.ts';

export const samlAnyAudience = defineRule({
  id: 'saml-any-audience',
  summary: 'A trust policy for a SAML provider does not ask for whom its assertions were made',
  severity: 'hint',
  kinds: ['trust'],
  needs: { principals: ['Federated'], allows: ['sts:AssumeRoleWithSAML'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || !statement.condition.complete || isAskedFor(statement)) continue;
        if (allowsAction(statement, 'sts:AssumeRoleWithSAML') !== 'yes') continue;
        for (const principal of statement.principal?.principals ?? []) {
          const partition = samlPartition(principal);
          if (partition === undefined) continue;
          const audience = samlAudienceOf(partition);
          context.report({
            at: principal.value.node,
            message: `Nothing asks for whom an assertion of this provider was made. Add a condition on \`SAML:aud\`${audience === undefined ? '' : `, \`${audience}\` for people who sign in to the console there; endpoints of Regions have their own`}.`,
            fixes:
              audience === undefined
                ? []
                : [
                    {
                      title: `Allow only assertions for ${audience}: add SAML:aud`,
                      applicability: 'suggestion',
                      preferred: true,
                      changes: () =>
                        addCondition(context.target, statement.node, { StringEquals: { 'SAML:aud': audience } }),
                    },
                  ],
          });
        }
      }
    },
  },
});

/** Any claim of the assertion narrows who the caller is. */
function isAskedFor({ condition }: Statement): boolean {
  return condition.entries.some(
    (entry) => /^saml:/i.test(entry.key) && isPositive(entry) && !letsAnyValueThrough(entry),
  );
}

/** The partition of a SAML provider's ARN, empty where it is not known; undefined for other principals. */
function samlPartition({ type, value }: Principal): string | undefined {
  const arn = type === 'Federated' ? parseArn(value.parts) : undefined;
  const [first] = arn?.resource ?? [];
  if (arn === undefined || first?.type !== 'literal' || !first.text.startsWith('saml-provider/')) return undefined;
  return fieldText(arn.partition) ?? '';
}
