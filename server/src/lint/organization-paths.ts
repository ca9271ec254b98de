import { oncePer } from '../base/once.ts';
import type { Organization } from '../organization/organization.ts';
import { findPathFault } from '../organization/path-pattern.ts';
import {
  holdsPaths,
  type PathValue,
  pathPatterns,
  takesWildcards,
  withUnknownAsWildcard,
} from '../policy/organization-path.ts';
import type { Statement } from '../policy/statement.ts';
import type { KnownOrganizations } from './known-organizations.ts';
import { findTreeFault, organizationOf, type TreeFault } from './organization-tree-fault.ts';
import type { FragmentContext } from './rule.ts';

/** A path in a condition that can be compared with the tree of its organization. */
export interface ComparablePath {
  readonly path: PathValue;
  readonly organization: Organization;
  /** Why it fits no path of that; its indices are those of the pattern. */
  readonly fault: TreeFault | undefined;
}

/**
 * The paths of a statement that belong to an organization which is known as a whole. Not those that never match any
 * organization: they are a matter of other rules.
 */
export function organizationPaths(
  statement: Statement,
  { organizations }: Pick<FragmentContext, 'organizations'>,
): readonly ComparablePath[] {
  return organizations.whole.length === 0 || !holdsPaths(statement) ? [] : pathsWithin(organizations)(statement);
}

/** Several rules compare the same paths with the same organizations. */
const pathsWithin = oncePer(({ whole }: KnownOrganizations) =>
  oncePer((statement: Statement): readonly ComparablePath[] =>
    pathPatterns(statement).flatMap((path) => {
      const { entry, pattern } = path;
      const wildcards = takesWildcards(entry);
      if (!wildcards && /[*?]/.test(pattern.text)) return [];
      const written = withUnknownAsWildcard(pattern);
      const text = entry.operator?.operator.ignoresCase ? written.toLowerCase() : written;
      const organization = whole.find(({ id }) => id === organizationOf(text));
      return organization === undefined || findPathFault(text, wildcards) !== undefined
        ? []
        : [{ path, organization, fault: findTreeFault(text, organization) }];
    }),
  ),
);
