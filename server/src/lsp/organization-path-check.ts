import { describePath, isComplete, type Organization } from '../organization/organization.ts';
import { findPathFault, type PathFault } from '../organization/path-pattern.ts';
import type { CheckedPath } from '../protocol/organization.ts';

/** What is wrong with a path that a person types, and what it names where its organization is known. */
export function checkPath(path: string, known: readonly Organization[]): CheckedPath {
  const fault = findPathFault(path, true);
  if (fault !== undefined) return { problem: describeFault(fault, path.slice(fault.from, fault.to)) };
  if (!/\/\*?$/.test(path))
    return { problem: 'End the path with "/*" for everything below, or with "/" for the accounts directly in it.' };
  const organization = known.find(({ id }) => path.startsWith(`${id}/`));
  const exact = path.replace(/\*$/, '');
  if (organization === undefined || /[*?]/.test(exact)) return {};
  const names = describePath(organization, exact);
  if (names !== undefined) return { note: names };
  return isComplete(organization) ? { note: `There is no such place in ${organization.id} as it was loaded.` } : {};
}

function describeFault({ fault }: PathFault, written: string): string {
  switch (fault) {
    case 'arn':
      return 'This is an ARN: a path is made of ids, o-…/r-…/ou-…/.';
    case 'account':
      return `"${written}" is an account: a path ends with the organizational unit that holds it.`;
    case 'empty':
      return 'An id is missing: a path is o-…/r-…/ou-…/.';
    case 'no-root':
      return "The root's id is missing: a path is o-…/r-…/ou-…/.";
    case 'misplaced':
      return `"${written}" is in the wrong place: a path goes from the top down, o-…/r-…/ou-…/.`;
    case 'no-id':
      return `"${written}" is no id that can stand there: a path is o-…/r-…/ou-…/.`;
    case 'other-root':
      return `"${written}" belongs to another root.`;
    default:
      return fault satisfies never;
  }
}
