import type { Changes } from '../edit/place.ts';
import { replaceInString } from '../edit/replace-in-string.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { EditTarget } from '../edit/target.ts';
import { fill, type Text } from '../edit/writable.ts';
import { fieldHasWildcard, parseArn } from './arn.ts';
import type { Value } from './value.ts';

const role: Text = ['role/', { name: 'path' }, '/', { name: 'role name' }];

/**
 * Puts one role's path and name, to be filled in, in the place of a resource that stands for many roles. An ARN keeps
 * its partition and its account, also where they are not known before deployment.
 */
export function narrowToRole(target: EditTarget, value: Value): Changes {
  const [name, ...more] = parseArn(value.parts)?.resource ?? [];
  if (name?.type === 'literal' && name.at !== undefined && more.length === 0)
    return replaceInString(target, name.at.node, name.at.from, name.at.to, role);
  return replaceValue(target, value.node, fill('arn:aws:iam::*:', ...role));
}

/** True for an ARN that says in which account the roles are, if only by a parameter. */
export function namesAccount(value: Value): boolean {
  const account = parseArn(value.parts)?.account;
  return account !== undefined && account.length > 0 && !fieldHasWildcard(account);
}
