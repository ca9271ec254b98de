import type { Severity } from '../lint/finding.ts';
import { defineRule } from '../lint/rule.ts';
import { isPositive } from '../policy/condition.ts';
import type { Statement } from '../policy/statement.ts';
import { describeParts, hasPlaceholder, type Value } from '../policy/value.ts';
import { claimsAskedFor } from '../policy/web-identity.ts';
import { hasWildcard } from '../policy/wildcard.ts';

const subject = /^token\.actions\.githubusercontent\.com:sub$/i;

export const githubSubjectTooBroad = defineRule({
  id: 'github-subject-too-broad',
  summary: 'The condition on the subject of GitHub workflows lets in more than one repository, or names none',
  severity: 'warning',
  lesser: ['info', 'hint'],
  kinds: ['trust'],
  needs: { keys: subject },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || isNarrowedByOthers(statement)) continue;
        for (const entry of statement.condition.entries) {
          if (!subject.test(entry.key) || !isPositive(entry)) continue;
          const isPattern = entry.operator?.operator.wildcards === true;
          for (const value of entry.values) {
            const found = hasPlaceholder(value) ? undefined : breadthOf(value, isPattern);
            if (found === undefined) continue;
            const severity = found.severity === 'warning' ? {} : { severity: found.severity };
            context.report({ at: value.node, ...severity, message: found.message });
          }
        }
      }
    },
  },
});

/** Other claims that name the repository, its owner or a workflow file. Also where conditions are hidden. */
function isNarrowedByOthers(statement: Statement): boolean {
  const claims = claimsAskedFor(statement).map(({ claim }) => claim);
  return (
    !statement.condition.complete ||
    claims.some((claim) =>
      /^(repository|repository_id|repository_owner|repository_owner_id|enterprise_id|job_workflow_ref)$/.test(claim),
    )
  );
}

interface Breadth {
  readonly severity: Severity;
  readonly message: string;
}

/** Unknown parts count as written out. */
function breadthOf(value: Value, isPattern: boolean): Breadth | undefined {
  const written = describeParts(value.parts);
  const text = value.parts.map((part) => (part.type === 'literal' ? part.text : '_')).join('');
  if (/^[a-z_]+:/.test(text) && !text.startsWith('repo:')) return breadthOfCustomised(text, written, isPattern);
  return isPattern ? breadthOfRepository(text, written) : undefined;
}

/** `repo:owner/name:context`; owner and name may have an id behind `@`, which adds nothing where it is a wildcard. */
function breadthOfRepository(text: string, written: string): Breadth | undefined {
  const slash = text.indexOf('/');
  const owner = withoutId(slash < 0 ? text : text.slice(0, slash));
  if (hasWildcard(owner)) return anyoneFits(written);
  if (!text.startsWith('repo:')) return undefined;
  const rest = slash < 0 ? '*' : text.slice(slash + 1);
  const colon = rest.indexOf(':');
  if (hasWildcard(withoutId(colon < 0 ? rest : rest.slice(0, colon))))
    return {
      severity: 'info',
      message: `\`${written}\` fits every workflow of several repositories. Name one repository, and a branch or an environment.`,
    };
  const context = colon < 0 ? rest.slice(rest.indexOf('@') + 1) : rest.slice(colon + 1);
  if (/^[*?]+$/.test(context))
    return {
      severity: 'hint',
      message: `\`${written}\` fits workflows of every branch, and of pull requests. Name a branch (\`:ref:refs/heads/main\`) or an environment (\`:environment:production\`).`,
    };
  return undefined;
}

/** Owners choose the claims of which the subjects of their repositories are made. */
function breadthOfCustomised(text: string, written: string, isPattern: boolean): Breadth | undefined {
  const owned =
    /(?:^|:)(?:repo|repository|repository_id|repository_owner|repository_owner_id|enterprise|enterprise_id|job_workflow_ref|workflow_ref):([^:]*)/.exec(
      text,
    );
  if (owned !== null) return isPattern && hasWildcard(owned[1]?.split('/')[0] ?? '') ? anyoneFits(written) : undefined;
  if (
    !/^(?:environment|ref|ref_type|base_ref|head_ref|event_name|workflow|actor|actor_id|runner_environment):/.test(text)
  )
    return undefined;
  return {
    severity: 'warning',
    message: `\`${written}\` names no repository and no owner: anyone can have GitHub make such subjects for a repository of their own. Begin with \`repo:<owner>/<repository>\`, or ask for \`repository_owner_id\` too.`,
  };
}

function anyoneFits(written: string): Breadth {
  return {
    severity: 'warning',
    message: `\`${written}\` fits repositories of owners whom anyone can make. Write the owner out: \`repo:<owner>/<repository>:ref:refs/heads/main\`.`,
  };
}

function withoutId(name: string): string {
  return name.replace(/@[^@]*$/, '');
}
