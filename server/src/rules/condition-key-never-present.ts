import { resultWithoutKey } from '../catalog/condition-operators.ts';
import type { IamData } from '../catalog/iam-data.ts';
import { actionsMatching, splitAction } from '../catalog/iam-queries.ts';
import type { Action, Service } from '../catalog/iam-service.ts';
import { supportsKey } from '../catalog/supports-key.ts';
import { defineRule } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import type { ConditionEntry, ValueList } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';

export const conditionKeyNeverPresent = defineRule({
  id: 'condition-key-never-present',
  summary: 'A condition asks for a key that requests for none of the actions have',
  severity: 'info',
  lesser: ['hint'],
  kinds: policyKinds,
  check: {
    scope: 'policy',
    run(policy, { iamData, report }) {
      if (iamData === undefined) return;
      for (const { action, condition } of policy.statements) {
        if (action === undefined) continue;
        for (const entry of condition.entries) {
          const prefix = entry.key.slice(0, Math.max(0, entry.key.indexOf(':')));
          const service = prefix === '' ? undefined : iamData.findService(prefix);
          const actions = service && actionsOf(action, service, iamData);
          if (service === undefined || actions === undefined) continue;
          if (supportsKey(service, actions, entry.key) !== false) continue;
          report({
            at: entry.keyNode,
            ...(iamData.isOld && { severity: 'hint' }),
            message: `${describe(action)} has \`${entry.key}\` in its requests${consequence(entry)}. Move the condition to a statement with the actions that it is for.`,
          });
        }
      }
    },
  },
});

/** All that the list stands for; undefined where that is not known for certain, or goes beyond the service. */
function actionsOf({ values, complete }: ValueList, service: Service, data: IamData): readonly Action[] | undefined {
  if (!complete || values.length === 0) return undefined;
  const actions: Action[] = [];
  for (const value of values) {
    const parts = splitAction(literalOf(value) ?? '');
    if (parts === undefined || data.findService(parts.prefix) !== service) return undefined;
    const matching = actionsMatching(service, parts.name);
    if (matching.length === 0) return undefined;
    actions.push(...matching);
  }
  return actions;
}

function describe({ values }: ValueList): string {
  const [only, ...more] = values.map((value) => `\`${literalOf(value)}\``);
  return more.length === 0 ? `${only} never` : 'None of the actions of this statement';
}

function consequence({ operator }: ConditionEntry): string {
  const result = operator && resultWithoutKey(operator);
  if (result === undefined) return '';
  return result ? ', so that the condition limits nothing' : ', so that the statement never applies';
}
