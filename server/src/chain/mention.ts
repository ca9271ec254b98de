import { keptWith } from '../base/once.ts';
import { parseIamArn } from '../role/arn-text.ts';
import type { Grant, GrantCondition, GrantPrincipal } from '../role/grant.ts';
import type { Text } from '../role/text.ts';
import {
  hasLetters,
  hasWildcard,
  type Named,
  namedByResource,
  sessionNamed,
  takesWildcards,
  withoutVariables,
} from './naming.ts';
import type { StatementPart } from './verdict.ts';

/** A value of a statement that names a role or a user, whatever the statement does with it. */
export interface Mention {
  readonly who: MentionedRole;
  readonly grant: Grant;
  readonly part: StatementPart;
  /** Of a condition: the number of the value among those of its key. */
  readonly value?: number;
}

export type MentionedRole = Extract<Named, { readonly type: 'role' | 'user' | 'session' }>;

/** A grant never changes: what it names is read once. */
const known = keptWith<Grant, readonly Mention[]>();

/** Every role and user that a statement names, Deny and other actions included. */
export function mentionsIn(grant: Grant): readonly Mention[] {
  const found = known.get(grant) ?? readMentions(grant);
  known.set(grant, found);
  return found;
}

function readMentions(grant: Grant): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const [index, value] of (grant.resources?.values ?? []).entries()) {
    const who = namedByResource(withoutVariables(value));
    if (who?.type === 'role') mentions.push({ who, grant, part: { element: 'resource', index } });
  }
  for (const [index, principal] of (grant.principals?.values ?? []).entries()) {
    const who = namedByPrincipal(principal);
    if (who !== undefined) mentions.push({ who, grant, part: { element: 'principal', index } });
  }
  for (const [index, condition] of grant.conditions.entries())
    for (const [value, text] of condition.values.entries()) {
      const who = namedByCondition(condition, text);
      if (who !== undefined) mentions.push({ who, grant, part: { element: 'condition', index }, value });
    }
  return mentions;
}

function namedByPrincipal({ type, value }: GrantPrincipal): MentionedRole | undefined {
  return type === 'AWS' ? namedExactly(value, false) : undefined;
}

function namedByCondition(condition: GrantCondition, text: Text): MentionedRole | undefined {
  return namedExactly(text, takesWildcards(condition) && hasWildcard(text));
}

function namedExactly(arn: Text, isPattern: boolean): MentionedRole | undefined {
  const named = parseIamArn(arn);
  const type = named?.kind;
  if (named === undefined || (type !== 'role' && type !== 'user')) return sessionNamed(arn);
  if (!hasLetters(named.name)) return undefined;
  return { type, arn, account: named.account, name: named.name, hasWildcard: isPattern };
}
