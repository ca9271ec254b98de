import type { Severity } from '../lint/finding.ts';
import { defineRule } from '../lint/rule.ts';
import { isPositive } from '../policy/condition.ts';
import type { Statement } from '../policy/statement.ts';
import { describeParts, hasPlaceholder, type Value } from '../policy/value.ts';
import { claimsAskedFor } from '../policy/web-identity.ts';
import { hasWildcard } from '../policy/wildcard.ts';

export const githubSubjectTooBroad = defineRule({
  id: 'github-subject-too-broad',
  summary: 'The condition on the subject of GitHub workflows lets in more than one repository',
  severity: 'warning',
  lesser: ['info', 'hint'],
  kinds: ['trust'],
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || isNarrowedByOthers(statement)) continue;
        for (const entry of statement.condition.entries) {
          if (!subject.test(entry.key) || !isPositive(entry) || !entry.operator?.operator.wildcards) continue;
          for (const value of entry.values) {
            const found = hasPlaceholder(value) ? undefined : breadthOf(value);
            if (found === undefined) continue;
            const severity = found.severity === 'warning' ? {} : { severity: found.severity };
            context.report({ at: value.node, ...severity, message: found.message });
          }
        }
      }
    },
  },
});

const subject = /^token\.actions\.githubusercontent\.com:sub$/i;

/** Other claims that name the repository, its owner or a workflow file. Also where conditions are hidden. */
function isNarrowedByOthers(statement: Statement): boolean {
  const claims = claimsAskedFor(statement).map(({ claim }) => claim);
  return (
    !statement.condition.complete ||
    claims.some((claim) =>
      /^(repository|repository_id|repository_owner|repository_owner_id|job_workflow_ref)$/.test(claim),
    )
  );
}

/** `repo:owner/name:context`; owner and name may have an id behind `@`. Unknown parts count as written out. */
function breadthOf(value: Value): { readonly severity: Severity; readonly message: string } | undefined {
  const written = describeParts(value.parts);
  const text = value.parts.map((part) => (part.type === 'literal' ? part.text : '_')).join('');
  const slash = text.indexOf('/');
  const owner = slash < 0 ? text : text.slice(0, slash);
  if (hasWildcard(owner))
    return {
      severity: 'warning',
      message: `\`${written}\` fits repositories of owners whom anyone can make. Write the owner out: \`repo:<owner>/<repository>:ref:refs/heads/main\`.`,
    };
  if (slash < 0 || !text.startsWith('repo:')) return undefined;
  const rest = text.slice(slash + 1);
  const colon = rest.indexOf(':');
  const name = colon < 0 ? rest : rest.slice(0, colon);
  if (hasWildcard(name))
    return {
      severity: 'info',
      message: `\`${written}\` fits every workflow of several repositories. Name one repository, and a branch or an environment.`,
    };
  if (/^[*?]+$/.test(rest.slice(colon + 1)))
    return {
      severity: 'hint',
      message: `\`${written}\` fits workflows of every branch, and of pull requests. Name a branch (\`:ref:refs/heads/main\`) or an environment (\`:environment:production\`).`,
    };
  return undefined;
}
