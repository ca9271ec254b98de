import { table } from '../base/table.ts';
import { attachedManagedPolicies, inlinePolicyTotals } from '../catalog/limits.ts';
import { defineRule, type ResourceContext } from '../lint/rule.ts';
import type { Policy } from '../policy/policy.ts';
import { roughLength } from '../policy/policy-length.ts';
import { certainItems, inlineLengthOf } from '../role/quota-summary.ts';
import { child, property, stringValue } from '../syntax/node.ts';

export const roleBeyondQuota = defineRule({
  id: 'role-beyond-quota',
  summary: 'A role, user or group has more in all its policies together, or more policies, than AWS takes',
  severity: 'error',
  lesser: ['info', 'hint'],
  kinds: ['identity'],
  check: {
    scope: 'resource',
    run(context) {
      const entity = entities[stringValue(child(context.tree.root, 'Type')) ?? ''];
      if (!context.inTemplate || entity === undefined) return;
      checkInline(entity, context);
      checkAttached(entity, context);
    },
  },
});

type Entity = 'role' | 'user' | 'group';

const entities: Readonly<Record<string, Entity>> = table({
  'AWS::IAM::Role': 'role',
  'AWS::IAM::User': 'user',
  'AWS::IAM::Group': 'group',
});

function checkInline(entity: Entity, context: ResourceContext): void {
  const { path, key, root } = context.tree;
  const list = property(child(root, 'Properties'), 'Policies');
  const items = new Set(certainItems(list?.value).map((item) => child(item, 'PolicyDocument')));
  // A document in a branch of an `Fn::If` has another place than the property's value.
  const own = context.policies.filter(({ root, embedding }) => items.has(embedding?.host ?? root));
  const attached = context.template
    .policiesOfRole(path[1] ?? '')
    .flatMap(({ id, inlineLength, isConditional }) => (inlineLength && !isConditional ? [{ id, inlineLength }] : []));
  const limit = inlinePolicyTotals[entity];
  const most = own.reduce((sum, each) => sum + roughLength(each), 0);
  if (attached.length === 0 && most <= limit * near) return;
  const lengths = [...own.map((each) => inlineLengthOf([each])), ...attached.map((each) => each.inlineLength)];
  // One that is too long alone has a finding of its own.
  if (lengths.some((length) => length > limit)) return;
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const at = list?.key ?? key;
  if (at === undefined || total <= limit * near) return;
  const sum = `The ${lengths.length === 1 ? 'inline policy' : `${lengths.length} inline policies`} of this ${entity}${namesOf(own, attached)} ${lengths.length === 1 ? 'has' : 'have together'} at least ${total} characters without white space`;
  if (total > limit)
    context.report({
      at,
      message: `${sum}, and all together may have ${limit}. Shorten them, or make managed policies of some.`,
    });
  else
    context.report({
      at,
      severity: 'hint',
      message: `${sum}: of the ${limit} that all together may have, at most ${limit - total} are left.`,
    });
}

/** From here on it is worth knowing how much room is left. */
const near = 0.9;

function namesOf(own: readonly Policy[], attached: readonly { readonly id: string }[]): string {
  if (attached.length === 0) return '';
  const names = attached.map(({ id }) => `\`${id}\``).join(', ');
  return own.length === 0 ? ` (${names})` : ` (with ${names})`;
}

function checkAttached(entity: Entity, context: ResourceContext): void {
  const { path, root } = context.tree;
  const list = property(child(root, 'Properties'), 'ManagedPolicyArns');
  const written = certainItems(list?.value);
  const named = written.flatMap((item) => (item.type === 'intrinsic' ? (stringValue(item.argument) ?? []) : []));
  const others = context.template
    .policiesOfRole(path[1] ?? '')
    .filter(
      ({ id, type, isConditional }) => type === 'AWS::IAM::ManagedPolicy' && !isConditional && !named.includes(id),
    );
  const count = written.length + others.length;
  if (count <= attachedManagedPolicies.byDefault || list === undefined) return;
  context.report({
    at: list.key,
    severity: 'info',
    message: `This ${entity} gets ${count} managed policies, and AWS attaches ${attachedManagedPolicies.byDefault} unless the account's quota was raised. Join some of them.`,
  });
}
