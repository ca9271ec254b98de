import type { IamData } from '../catalog/iam-data.ts';
import type { Service } from '../catalog/iam-service.ts';
import { likelyAction } from '../catalog/likely-action.ts';
import { actionOfOperation } from '../catalog/operation-names.ts';
import { changeAction } from '../lint/change-action.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import { type NamedAction, namedActions, spanOfAction } from '../policy/named-actions.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const unknownAction = defineRule({
  id: 'unknown-action',
  summary: 'A service has no action of that name',
  severity: 'error',
  lesser: ['info', 'hint'],
  kinds: policyKinds,
  check: {
    scope: 'policy',
    run(policy, context) {
      const { iamData } = context;
      if (iamData === undefined) return;
      for (const action of namedActions(policy)) {
        const service = hasWildcard(action.text) ? undefined : iamData.findService(action.prefix);
        // Of a service that is not documented no action is known to be missing.
        if (service?.name === undefined || isKnown(service, action.name.toLowerCase())) continue;
        reportUnknown(action, service, iamData, context);
      }
    },
  },
});

/** AWS's own policies name operations too that other actions allow. */
function isKnown({ prefix, actions, undocumented }: Service, name: string): boolean {
  return actions.has(name) || (undocumented.has(name) && actionOfOperation(prefix, name) === undefined);
}

function reportUnknown(action: NamedAction, service: Service, data: IamData, context: PolicyContext): void {
  const { prefix, name } = action;
  const likely = likelyAction(service, name);
  if (likely === undefined) {
    context.report({
      at: spanOfAction(action, 'name'),
      severity: data.isOld ? 'hint' : 'info',
      message: `\`${prefix}\` has no action \`${name}\` as of ${data.date}. Check the name: it has no effect unless AWS added it since.`,
    });
    return;
  }
  const meant = `${prefix}:${likely.name}`;
  context.report({
    at: spanOfAction(action, 'name'),
    ...(data.isOld ? { severity: 'hint' } : service.undocumented.has(name.toLowerCase()) && { severity: 'info' }),
    message: `\`${prefix}\` has no action \`${name}\`. Did you mean \`${likely.name}\`?`,
    fixes: [changeAction(action, meant, context)],
  });
}
