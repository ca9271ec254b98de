import { replaceInString } from '../edit/replace-in-string.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { findPathFault } from '../organization/path-pattern.ts';
import { policyKinds } from '../policy/kind.ts';
import {
  comparesPaths,
  type PathValue,
  pathPatterns,
  takesWildcards,
  withUnknownAsWildcard,
} from '../policy/organization-path.ts';
import { describeParts } from '../policy/value.ts';

export const orgPathMissingSlash = defineRule({
  id: 'org-path-missing-slash',
  summary: 'An organization path lacks the slash at its end, without which it never matches',
  severity: 'error',
  kinds: policyKinds,
  needs: { comparisons: comparesPaths },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements)
        for (const path of pathPatterns(statement)) {
          if (!endsInId(path)) continue;
          const { pattern, value, entry } = path;
          const end = takesWildcards(entry) ? '/*' : '/';
          const advice = takesWildcards(entry)
            ? 'End it with `/*` for everything below, or with `/` for what is directly in it.'
            : 'End it with `/`.';
          context.report({
            at: pattern.spanOf(pattern.text.lastIndexOf('/') + 1, pattern.text.length),
            message: `Every path ends with a slash, so \`${describeParts(value.parts)}\` never matches. ${advice}`,
            fixes: endFixes(path, end, context),
          });
        }
    },
  },
});

/** True for a path that would match if its end were written; another fault of it is a matter of its own. */
function endsInId({ entry, pattern }: PathValue): boolean {
  if (!/[a-z0-9]$/i.test(pattern.text)) return false;
  const text = withUnknownAsWildcard(pattern);
  const compared = entry.operator?.operator.ignoresCase ? text.toLowerCase() : text;
  return findPathFault(compared, takesWildcards(entry)) === undefined;
}

/** Not where the end of the value is composed by an intrinsic and has no place of its own. */
function endFixes({ value }: PathValue, end: string, { target }: PolicyContext): readonly Fix[] {
  const at = value.parts.at(-1)?.at;
  if (at === undefined) return [];
  return [
    {
      title: `End the path with ${end}`,
      applicability: 'suggestion',
      preferred: true,
      changes: () => replaceInString(target, at.node, at.to, at.to, [end]),
    },
  ];
}
