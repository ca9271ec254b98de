import { identityAdministration } from '../catalog/identity-administration.ts';
import { allowsAction } from './powers.ts';
import type { Statement } from './statement.ts';
import { literalOf } from './value.ts';
import { actionMatches } from './wildcard.ts';

/** True where `Resource` is, or has in it, a pattern that every ARN fits: `*`. */
export function isOnEverything({ resource }: Statement): boolean {
  return resource?.values.some((value) => /^\*+$/.test(literalOf(value) ?? '')) ?? false;
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
