import { fill } from '../edit/writable.ts';
import { defineRule } from '../lint/rule.ts';
import { thirdPartiesWithoutExternalId } from '../lint/third-party.ts';
import { entriesOn } from '../policy/condition.ts';
import { listNames } from '../policy/phrase.ts';
import { conditionForPrincipal } from '../policy/separate-principal.ts';

export const thirdPartyWithoutExternalId = defineRule({
  id: 'third-party-without-external-id',
  summary: 'An account outside your organization may assume the role without an external id',
  severity: 'info',
  kinds: ['trust'],
  needs: { principals: ['AWS'], allows: ['sts:AssumeRole'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      const { organizations, target } = context;
      for (const statement of policy.statements)
        for (const { principal, account } of thirdPartiesWithoutExternalId(statement, policy, organizations)) {
          const names = listNames(
            organizations.whole.map(({ id }) => id),
            'or',
          );
          const isThere = entriesOn(statement.condition, ['sts:ExternalId']).length > 0;
          context.report({
            at: principal.value.node,
            message: `\`${account}\` is no account of ${names}, and nothing asks for an external id. If it serves other customers too, they can have it assume this role: agree on an id and ask for it by \`sts:ExternalId\`. If it is yours, give it a name under \`accounts\` in rolechain.config.json.`,
            fixes: isThere
              ? []
              : [
                  {
                    title: 'Ask for an external id: add sts:ExternalId',
                    applicability: 'suggestion',
                    changes: () => conditionForPrincipal(target, policy, statement, principal, withId),
                  },
                ],
          });
        }
    },
  },
});

const withId = { StringEquals: { 'sts:ExternalId': fill({ name: 'external id' }) } };
