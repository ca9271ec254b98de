import { identityAdministration } from '../catalog/identity-administration.ts';
import { allowsAction } from './powers.ts';
import type { Statement } from './statement.ts';
import { literalOf, type Value } from './value.ts';
import { actionMatches, wildcardMatches } from './wildcard.ts';

/** True where `Resource` is, or has in it, a pattern that every ARN fits: `*`, `arn:*`, `arn:aws:*:*:*:*`. */
export function isOnEverything({ resource }: Statement): boolean {
  return resource?.values.some((value) => coversEverything(literalOf(value) ?? '')) ?? false;
}

/** ARNs of nothing in common: a pattern that matches them matches every one, if only of the partition `aws`. */
const unlikelyArns = ['arn:aws:s3:::q', 'arn:aws:iam::000000000000:zz/yy', 'arn:aws:sns:xx-yyyy-9:999999999999:w:v'];

function coversEverything(pattern: string): boolean {
  return unlikelyArns.every((arn) => wildcardMatches(pattern, arn));
}

/** True for `*` and `*:*`. */
export function isEveryAction(value: Value): boolean {
  return /^\*+(:\*+)?$/.test(literalOf(value) ?? '');
}

/** True where a statement allows every action on every resource, under no condition. */
export function allowsEverything(statement: Statement): boolean {
  const { effect, action, condition } = statement;
  if (effect !== 'Allow' || !condition.complete || condition.entries.length > 0) return false;
  return isOnEverything(statement) && (action?.values.some(isEveryAction) ?? false);
}

/** True where a statement certainly lets its holder change what identities may do, which is to say everything. */
export function administersIdentities(statement: Statement): boolean {
  return identityAdministration.some((action) => allowsAction(statement, action) === 'yes');
}

/** How a statement came to cover an action, for messages: the action itself, or what the user wrote with it in brackets. */
export function describeGrant(statement: Statement, action: string): string {
  if (statement.action === undefined) return `\`${action}\` (allowed by \`NotAction\`)`;
  const texts = statement.action.values.map((value) => literalOf(value) ?? '');
  if (texts.some((text) => text.toLowerCase() === action.toLowerCase())) return `\`${action}\``;
  const wide = texts.find((text) => actionMatches(text, action));
  return wide === undefined ? `\`${action}\`` : `\`${action}\` (part of \`${wide}\`)`;
}

/** True where the statement is about this action alone, so that a condition added to it changes nothing else. */
export function isOnlyAbout({ action }: Statement, name: string): boolean {
  return action?.values.every((value) => literalOf(value)?.toLowerCase() === name.toLowerCase()) ?? false;
}
