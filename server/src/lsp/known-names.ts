import type { KnownNames } from '../features/organization-lookup.ts';
import type { AnalysedPolicies, Session } from './session.ts';

/** The names that may be shown in a document: of all known organizations, whatever their age, and of its configuration. */
export function namesFor({ organizations }: Session, { accounts }: AnalysedPolicies): KnownNames {
  return { organizations: organizations.known(), accounts };
}
