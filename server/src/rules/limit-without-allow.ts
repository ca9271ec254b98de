import { defineRule, type TemplateContext } from '../lint/rule.ts';
import { listItems } from '../policy/alternatives.ts';
import type { Policy } from '../policy/policy.ts';
import { child, property } from '../syntax/node.ts';

export const limitWithoutAllow = defineRule({
  id: 'limit-without-allow',
  summary:
    'A permissions boundary or a session policy only denies, so that it leaves nothing of what other policies grant',
  severity: 'info',
  lesser: ['hint'],
  kinds: ['identity', 'boundary', 'session'],
  check: {
    scope: 'template',
    run(policy, context) {
      const limit = limitOf(policy, context);
      if (limit === undefined || !onlyDenies(policy)) return;
      context.report({
        at: property(policy.root, 'Statement')?.key ?? policy.root,
        severity: limit === 'session, perhaps of several' ? 'hint' : 'info',
        message: messages[limit],
      });
    },
  },
});

type Limit = 'boundary' | 'session' | 'session, perhaps of several';

const messages: Readonly<Record<Limit, string>> = {
  boundary:
    'This permissions boundary only denies. Whom it limits may do only what the boundary allows as well: here nothing, but for what resource policies grant to a user or a session itself. Allow in it what they may do at most.',
  session:
    'This session policy only denies. Its session may do only what the policy allows as well: here nothing, but for what resource policies grant to the session itself. Allow in it what the session may do at most.',
  'session, perhaps of several':
    'This session policy only denies. A session may do only what its session policies allow as well: nothing, unless a managed policy that is passed along allows it, or a resource policy grants it to the session itself. Allow in it what the session may do at most.',
};

/** Resources that pass this one session policy, and take no others. */
const passesOne: ReadonlySet<string> = new Set(['AWS::EKS::PodIdentityAssociation', 'AWS::Transfer::User']);

/** A file's name may say that a policy has to do with sessions, or with boundaries, and not be one. */
function limitOf({ kind, kindFrom, owner }: Policy, { template }: TemplateContext): Limit | undefined {
  if (kind === 'identity') {
    const isManaged = owner?.type === 'AWS::IAM::ManagedPolicy' && owner.property === 'PolicyDocument';
    return isManaged && template.isBoundary(owner.id) ? 'boundary' : undefined;
  }
  if (kindFrom !== 'user' && kindFrom !== 'property') return undefined;
  if (kind === 'boundary') return 'boundary';
  return passesOne.has(owner?.type ?? '') ? 'session' : 'session, perhaps of several';
}

/** Every statement is in sight, and denies. Of a policy without any another rule speaks. */
function onlyDenies({ root, shape, statements }: Policy): boolean {
  const list = shape === 'statements' ? root : child(root, 'Statement');
  const written = list === undefined ? [] : listItems(list);
  return (
    written.length > 0 && written.length === statements.length && statements.every(({ effect }) => effect === 'Deny')
  );
}
