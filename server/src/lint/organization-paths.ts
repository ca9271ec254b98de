import type { Organization } from '../organization/organization.ts';
import { findPathFault } from '../organization/path-pattern.ts';
import { type PathValue, pathPatterns, takesWildcards, withUnknownAsWildcard } from '../policy/organization-path.ts';
import type { Statement } from '../policy/statement.ts';
import { organizationOf } from './organization-tree-fault.ts';
import type { FragmentContext } from './rule.ts';

/** A path in a condition that can be compared with the tree of its organization. */
export interface ComparablePath {
  readonly path: PathValue;
  /** As it is compared, `*` for what is not known; its indices are those of the pattern. */
  readonly text: string;
  readonly organization: Organization;
}

/**
 * The paths of a statement that belong to an organization which is known as a whole. Not those that never match any
 * organization: they are a matter of other rules.
 */
export function organizationPaths(
  statement: Statement,
  { organizations }: Pick<FragmentContext, 'organizations'>,
): readonly ComparablePath[] {
  if (organizations.whole.length === 0) return [];
  return pathPatterns(statement).flatMap((path) => {
    const { entry, pattern } = path;
    const wildcards = takesWildcards(entry);
    if (!wildcards && /[*?]/.test(pattern.text)) return [];
    const written = withUnknownAsWildcard(pattern);
    const text = entry.operator?.operator.ignoresCase ? written.toLowerCase() : written;
    const organization = organizations.whole.find(({ id }) => id === organizationOf(text));
    return organization === undefined || findPathFault(text, wildcards) !== undefined
      ? []
      : [{ path, text, organization }];
  });
}
