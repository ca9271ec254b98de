import { replaceInString } from '../edit/replace-in-string.ts';
import type { Fix } from '../lint/finding.ts';
import { organizationPaths } from '../lint/organization-paths.ts';
import type { RightPath } from '../lint/organization-tree-fault.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { describePath } from '../organization/organization.ts';
import { policyKinds } from '../policy/kind.ts';
import type { PathValue } from '../policy/organization-path.ts';
import { comparesPaths } from '../policy/organization-path.ts';

export const orgPathBroken = defineRule({
  id: 'org-path-broken',
  summary: 'The ids of an organization path exist, but one is left out between them or they stand in a wrong order',
  severity: 'error',
  kinds: policyKinds,
  needs: { comparisons: comparesPaths },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const { path, organization, fault } of organizationPaths(statement, context)) {
          if (fault?.fault !== 'misplaced') continue;
          const name = describePath(organization, fault.path);
          context.report({
            at: path.pattern.spanOf(fault.from, fault.to),
            message: `\`${fault.id}\` (${name}) is not there in the organization, so this never matches. Its path is \`${fault.path}\`.`,
            fixes: pathFixes(path, fault.right, context),
          });
        }
    },
  },
});

/** Only where all that is to be replaced stands in one string. */
function pathFixes({ value }: PathValue, right: RightPath | undefined, { target }: PolicyContext): readonly Fix[] {
  const [first] = value.parts;
  if (right === undefined || first?.type !== 'literal' || first.at === undefined) return [];
  const { node, from, to } = first.at;
  if (to - from !== first.text.length || first.text.length < right.to) return [];
  return [
    {
      title: `Write the path as it is: ${right.text}/`,
      applicability: 'suggestion',
      preferred: true,
      changes: () => replaceInString(target, node, from, from + right.to, [right.text]),
    },
  ];
}
