import { describePathFault } from '../organization/describe-path-fault.ts';
import { describePath, isComplete, type Organization } from '../organization/organization.ts';
import { findPathFault } from '../organization/path-pattern.ts';
import type { CheckedPath } from '../protocol/organization.ts';

/** What is wrong with a path that a person types, and what it names where its organization is known. */
export function checkPath(path: string, known: readonly Organization[]): CheckedPath {
  const fault = findPathFault(path, true);
  if (fault !== undefined) return { problem: describePathFault(fault, path.slice(fault.from, fault.to)) };
  if (!/\/\*?$/.test(path))
    return { problem: 'End the path with "/*" for everything below, or with "/" for the accounts directly in it.' };
  const organization = known.find(({ id }) => path.startsWith(`${id}/`));
  const exact = path.replace(/\*$/, '');
  if (organization === undefined || /[*?]/.test(exact)) return {};
  const names = describePath(organization, exact);
  if (names !== undefined) return { note: names };
  return isComplete(organization) ? { note: `There is no such place in ${organization.id} as it was loaded.` } : {};
}
