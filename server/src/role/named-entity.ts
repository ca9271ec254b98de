import { parseIamArn } from './arn-text.ts';
import type { Entity, EntityKind } from './entity.ts';
import { describeText, literalText, type Text } from './text.ts';

/**
 * An entity that is only named: a role or user by its ARN, a service by its principal, a provider by its ARN, an account
 * by its id. What it may do, and who may assume it, is not in sight.
 */
export function namedEntity(kind: EntityKind, named: Text): Entity {
  const arn = kind === 'role' || kind === 'user' ? parseIamArn(named) : undefined;
  const account = kind === 'account' ? named : arn?.account;
  const description = describeText(named);
  const mayHavePolicies = kind === 'role' || kind === 'user' || kind === 'account';
  return {
    id: description,
    kind,
    name: arn?.name ?? named,
    ...(arn && { path: arn.path, arn: named }),
    places: account === undefined || isWild(account) ? [] : [{ account }],
    permissions: [],
    unseen: mayHavePolicies ? [{ id: `${description}#policies`, label: `what is attached to \`${description}\`` }] : [],
    tags: { values: [], complete: false },
    functions: [],
    ...(literalText(arn?.path ?? [])?.startsWith('/aws-service-role/') && { isServiceLinked: true }),
  };
}

function isWild(account: Text): boolean {
  return account.some((part) => typeof part === 'string' && /[*?]/.test(part));
}
