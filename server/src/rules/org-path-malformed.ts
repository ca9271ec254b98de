import { defineRule } from '../lint/rule.ts';
import type { IdKind } from '../organization/ids.ts';
import { findPathFault, type PathFault } from '../organization/path-pattern.ts';
import { policyKinds } from '../policy/kind.ts';
import {
  comparesPaths,
  type PathValue,
  pathPatterns,
  takesWildcards,
  withUnknownAsWildcard,
} from '../policy/organization-path.ts';

export const orgPathMalformed = defineRule({
  id: 'org-path-malformed',
  summary: 'A condition compares with an organization path that no account can have',
  severity: 'error',
  kinds: policyKinds,
  needs: { comparisons: comparesPaths },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const path of pathPatterns(statement)) {
          const fault = faultOf(path);
          if (fault === undefined) continue;
          const { entry, pattern } = path;
          const at = pattern.spanOf(fault.from, fault.to);
          context.report({ at, message: messageOf(fault, pattern.describe(fault.from, fault.to), entry.key) });
        }
    },
  },
});

function faultOf({ entry, pattern }: PathValue): PathFault | undefined {
  const text = withUnknownAsWildcard(pattern);
  const compared = entry.operator?.operator.ignoresCase ? text.toLowerCase() : text;
  return findPathFault(compared, takesWildcards(entry));
}

function messageOf(fault: PathFault, written: string, key: string): string {
  switch (fault.fault) {
    case 'arn':
      return `\`${written}\` is an ARN, so it never matches. \`${key}\` holds paths of ids from the top down: \`o-…/r-…/ou-…/\`.`;
    case 'account':
      return `\`${written}\` is an account's id, and no path holds one, so this never matches. End the path with the organizational unit that holds the account, or use \`${accountKey(key)}\`.`;
    case 'empty':
      return `${written === '' ? 'The path is empty' : `An id is missing at \`${written}\``}, so this never matches. Write the ids from the top down: \`o-…/r-…/ou-…/\`.`;
    case 'no-root':
      return `\`${written}\` ends before the root's id, so it never matches. Go on with the ids of the root and of the organizational units: \`o-…/r-…/ou-…/\`.`;
    case 'misplaced':
      return `\`${written}\` is ${names[fault.is]} where ${names[fault.expected]} must stand, so this never matches. Write the ids from the top down: \`o-…/r-…/ou-…/\`.`;
    case 'no-id':
      return fault.expected === undefined
        ? `\`${written}\` is no id that can stand here, so this never matches. A path holds ids from the top down: \`o-…/r-…/ou-…/\`.`
        : `\`${written}\` is not ${names[fault.expected]}, such as \`${examples[fault.expected]}\`, so this never matches.`;
    case 'other-root':
      return `\`${written}\` belongs to the root \`${fault.own}\`, not to \`${fault.root}\`, so this never matches. Take both ids from one organization.`;
    default:
      return fault satisfies never;
  }
}

const names: Readonly<Record<IdKind, string>> = {
  organization: "an organization's id",
  root: "a root's id",
  unit: "an organizational unit's id",
  account: "an account's id",
};

const examples: Readonly<Record<IdKind, string>> = {
  organization: 'o-a1b2c3d4e5',
  root: 'r-ab12',
  unit: 'ou-ab12-11111111',
  account: '111122223333',
};

function accountKey(key: string): string {
  return key.replace(/OrgPaths$/i, 'Account');
}
