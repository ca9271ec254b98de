import { replaceInString } from '../edit/replace-in-string.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { idKindOf } from '../organization/ids.ts';
import { policyKinds } from '../policy/kind.ts';
import { comparesPaths, type PathValue, pathPatterns, takesWildcards } from '../policy/organization-path.ts';

export const orgPathDoubleWildcard = defineRule({
  id: 'org-path-double-wildcard',
  summary: 'An organization path ends in `/*/*`, which leaves out the accounts directly in the organizational unit',
  severity: 'error',
  kinds: policyKinds,
  needs: { comparisons: (each) => comparesPaths(each) && takesWildcards(each) },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const path of pathPatterns(statement)) {
          const doubled = takesWildcards(path.entry) ? findDoubled(path) : undefined;
          if (doubled === undefined) continue;
          const { from, to, id } = doubled;
          context.report({
            at: path.pattern.spanOf(from, to),
            message: `\`${id}/*${path.pattern.describe(from, to)}\` leaves out the accounts directly in \`${id}\`. End the path with one \`/*\`, which stands for those and for everything below.`,
            fixes: singleFixes(path, from, context),
          });
        }
    },
  },
});

interface Doubled {
  readonly from: number;
  readonly to: number;
  /** The root or organizational unit before the wildcards. */
  readonly id: string;
}

/**
 * What follows the first `/*` at the end of a path, where an id stands before it. Behind an organization's id both mean
 * the same, since a root always follows; what an unknown ends with is not known.
 */
function findDoubled({ pattern: { text } }: PathValue): Doubled | undefined {
  let end = text.length;
  while (text.startsWith('/*', end - 2)) end -= 2;
  const id = text.slice(text.lastIndexOf('/', end - 1) + 1, end);
  const kind = idKindOf(id);
  if (text.length - end < 4 || (kind !== 'root' && kind !== 'unit')) return undefined;
  return { from: end + 2, to: text.length, id };
}

/** Only where the wildcards stand in one string. */
function singleFixes({ value, pattern: { text } }: PathValue, from: number, { target }: PolicyContext): readonly Fix[] {
  const end = value.parts.at(-1);
  const length = text.length - from;
  if (end?.type !== 'literal' || end.at === undefined || end.text.length < length) return [];
  const { node, to } = end.at;
  return [
    {
      title: 'End the path with one /*',
      applicability: 'suggestion',
      preferred: true,
      changes: () => replaceInString(target, node, to - length, to, []),
    },
  ];
}
