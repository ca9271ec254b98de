import { identityAdministration } from '../catalog/identity-administration.ts';
import type { Policy } from '../policy/policy.ts';
import { actionMatches } from '../policy/wildcard.ts';
import type { Listed } from './grant.ts';
import { literalText } from './text.ts';

/** What opens a session with a role, and what the same call may need beside it. */
export const assumingActions: readonly string[] = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];

/** What rewrites the trust or the permissions of a role or of whoever may assume it. */
export const escalatingActions: readonly string[] = identityAdministration;

/** What a role may do about roles: the actions that grants are kept for. */
export const relevantActions: readonly string[] = [...assumingActions, ...escalatingActions];

/** The kinds of which every statement is kept: a role's trust is short, and an Allow of an SCP closes the rest. */
const keptWhole: readonly Policy['kind'][] = ['trust', 'scp', 'rcp'];

/** False where the actions of a statement cover none of `relevantActions`, whatever is not known. */
export function isRelevant(kind: Policy['kind'], actions: Listed | undefined): boolean {
  if (keptWhole.includes(kind) || actions === undefined) return true;
  if (!actions.negated) return !actions.complete || relevantActions.some((action) => mayName(actions, action));
  // Excluded for certain: by a pattern that is known as a whole.
  return !relevantActions.every((action) => actions.values.some((text) => matchesLiteral(literalText(text), action)));
}

function mayName({ values }: Listed, action: string): boolean {
  return values.some((text) => {
    const literal = literalText(text);
    return literal === undefined || matchesLiteral(literal, action);
  });
}

/** The service is compared first: nearly all actions name another one. */
function matchesLiteral(pattern: string | undefined, action: string): boolean {
  if (pattern === undefined) return false;
  const isWild = /^[^:]*[*?]/.test(pattern);
  if (!isWild && pattern.slice(0, 4).toLowerCase() !== action.slice(0, 4)) return false;
  return actionMatches(pattern, action);
}
