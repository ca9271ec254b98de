import { identityAdministration } from '../catalog/identity-administration.ts';
import type { Policy } from '../policy/policy.ts';
import { actionMatches, hasWildcard } from '../policy/wildcard.ts';
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
  if (!actions.negated) return !actions.complete || actions.values.some((text) => mayNameAny(literalText(text)));
  // Excluded for certain: by a pattern that is known as a whole.
  return !relevantActions.every((action) => actions.values.some((text) => matchesLiteral(literalText(text), action)));
}

const services = new Set(relevantActions.map(serviceOf));

/** The service is looked at first: nearly all actions name another one. */
function mayNameAny(literal: string | undefined): boolean {
  if (literal === undefined) return true;
  const service = serviceOf(literal);
  if (!hasWildcard(service) && !services.has(service)) return false;
  return relevantActions.some((action) => actionMatches(literal, action));
}

function serviceOf(action: string): string {
  const colon = action.indexOf(':');
  return (colon < 0 ? action : action.slice(0, colon)).toLowerCase();
}

function matchesLiteral(pattern: string | undefined, action: string): boolean {
  return pattern !== undefined && actionMatches(pattern, action);
}
