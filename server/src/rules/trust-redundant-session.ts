import { removeItem } from '../edit/remove.ts';
import { defineRule } from '../lint/rule.ts';
import { type Arn, fieldText, parseArn } from '../policy/arn.ts';
import type { Principal } from '../policy/statement.ts';
import { describeParts, valueKey } from '../policy/value.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const trustRedundantSession = defineRule({
  id: 'trust-redundant-session',
  summary: 'A session is named beside its role, which stands for all of its sessions',
  severity: 'hint',
  kinds: ['trust'],
  needs: { principals: ['AWS'] },
  check: {
    scope: 'policy',
    run(policy, { report, target }) {
      for (const { principal: element } of policy.statements) {
        const roles = element?.principals.filter((each) => readRole(each) !== undefined) ?? [];
        for (const session of element?.principals ?? []) {
          const key = readSession(session);
          const role = key === undefined ? undefined : roles.find((each) => readRole(each) === key);
          if (role === undefined) continue;
          const list = element?.property.value;
          const items =
            list?.type === 'object' ? list.properties.find(({ key }) => key === session.key)?.value : undefined;
          const index = items?.type === 'array' ? items.items.indexOf(session.value.node) : -1;
          report({
            at: session.value.node,
            message: `\`${describeParts(session.value.parts)}\` adds nothing: its role is named too, and stands for all of its sessions. Remove one of the two.`,
            related: [{ span: role.value.node.span, message: 'The role is here' }],
            fixes:
              items?.type !== 'array' || index < 0
                ? []
                : [
                    {
                      title: 'Remove the session',
                      // Permissions boundaries of the caller treat a session that is named itself otherwise.
                      applicability: 'suggestion',
                      preferred: true,
                      changes: () => removeItem(target, items, index),
                    },
                  ],
          });
        }
      }
    },
  },
});

/** The same for a role and for its sessions: partition, account and name, whose path sessions do not carry. */
function keyOf({ partition, account }: Arn, name: string): string {
  return [valueKey(partition), valueKey(account), name].join(':');
}

function readRole({ type, value }: Principal): string | undefined {
  const arn = type === 'AWS' ? parseArn(value.parts) : undefined;
  const name = arn && /^role\/(?:.+\/)?([^/]+)$/.exec(fieldText(arn.resource) ?? '')?.[1];
  return arn === undefined || name === undefined || fieldText(arn.service) !== 'iam' ? undefined : keyOf(arn, name);
}

function readSession({ type, value }: Principal): string | undefined {
  const arn = type === 'AWS' ? parseArn(value.parts) : undefined;
  const name = arn && /^assumed-role\/([^/]+)\/.+$/.exec(valueKey(arn.resource))?.[1];
  if (arn === undefined || name === undefined || hasWildcard(describeParts(value.parts))) return undefined;
  return name.includes('\u0000') || fieldText(arn.service) !== 'sts' ? undefined : keyOf(arn, name);
}
