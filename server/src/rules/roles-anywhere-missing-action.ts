import { appendValue } from '../edit/append-value.ts';
import { replaceValue } from '../edit/replace-value.ts';
import { existing } from '../edit/writable.ts';
import { defineRule } from '../lint/rule.ts';
import { listNames } from '../policy/phrase.ts';
import type { Policy } from '../policy/policy.ts';
import { allowsAction } from '../policy/powers.ts';
import { serviceNameOf } from '../policy/service-principal.ts';
import type { Statement } from '../policy/statement.ts';

export const rolesAnywhereMissingAction = defineRule({
  id: 'roles-anywhere-missing-action',
  summary: 'A trust policy for IAM Roles Anywhere lacks one of the three actions that the service needs',
  severity: 'error',
  kinds: ['trust'],
  needs: { principals: ['Service'] },
  check: {
    scope: 'policy',
    run(policy, context) {
      const [first] = policy.statements.filter(isForRolesAnywhere);
      const action = first?.action;
      if (first === undefined || action === undefined || !action.complete) return;
      const missing = needed.filter((name) => !mayAllow(policy, name));
      if (missing.length === 0 || missing.length === needed.length) return;
      const list = action.property.value;
      context.report({
        at: list,
        message: `IAM Roles Anywhere also needs ${listNames(missing, 'and')} to assume this role. Add ${missing.length > 1 ? 'them' : 'it'}.`,
        fixes: [
          {
            title: `Add ${missing.join(' and ')}`,
            applicability: 'suggestion',
            preferred: true,
            changes: () => {
              const [only, ...more] = missing;
              if (only !== undefined && more.length === 0) return appendValue(context.target, list, only);
              const present = list.type === 'array' ? list.items : [list];
              return replaceValue(context.target, list, [...present.map(existing), ...missing]);
            },
          },
        ],
      });
    },
  },
});

/** Source: IAM Roles Anywhere User Guide, the trust model; Access Analyzer, missing action for roles anywhere trust policy. */
const needed = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];

function isForRolesAnywhere({ effect, principal }: Statement): boolean {
  return (
    effect === 'Allow' &&
    (principal?.principals ?? []).some(
      ({ type, value }) => type === 'Service' && serviceNameOf(value) === 'rolesanywhere.amazonaws.com',
    )
  );
}

/** Statements may share the actions among them. */
function mayAllow({ statements }: Policy, action: string): boolean {
  return statements.some((each) => isForRolesAnywhere(each) && allowsAction(each, action) !== 'no');
}
