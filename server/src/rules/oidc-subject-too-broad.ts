import { findSharedProvider } from '../catalog/identity-providers.ts';
import { findOidcSubjects, type SubjectOpening } from '../catalog/oidc-subjects.ts';
import type { Severity } from '../lint/finding.ts';
import { defineRule } from '../lint/rule.ts';
import { isPositive } from '../policy/condition.ts';
import type { Statement } from '../policy/statement.ts';
import { describeParts, hasPlaceholder, type Value } from '../policy/value.ts';
import { claimEntries, claimsAskedFor } from '../policy/web-identity.ts';

export const oidcSubjectTooBroad = defineRule({
  id: 'oidc-subject-too-broad',
  summary:
    'The condition on the subject of an identity provider lets in more than one project, workspace or service account',
  severity: 'warning',
  lesser: ['info', 'hint'],
  kinds: ['trust'],
  needs: { keys: /:sub$/ },
  check: {
    scope: 'policy',
    run(policy, { report }) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || !statement.condition.complete) continue;
        for (const { host, values } of subjectPatterns(statement)) {
          const subjects = findOidcSubjects(host);
          if (subjects === undefined || isNarrowedByOthers(statement, host)) continue;
          for (const value of values) {
            const opening = subjects.openings.find(({ fits }) => fits.test(textOf(value)));
            // The rule on providers that anyone can use reports what fits everything.
            if (opening === undefined || hasPlaceholder(value) || /^\*+$/.test(textOf(value))) continue;
            const severity = severities[opening.lets];
            report({
              at: value.node,
              ...(severity !== 'warning' && { severity }),
              message: `\`${describeParts(value.parts)}\` fits ${opening.whom}. ${advice[opening.lets]}: \`${subjects.example}\`.`,
            });
          }
        }
      }
    },
  },
});

const severities: Readonly<Record<SubjectOpening['lets'], Severity>> = {
  strangers: 'warning',
  all: 'info',
  one: 'hint',
};

const advice: Readonly<Record<SubjectOpening['lets'], string>> = {
  strangers: 'Write out whose they are',
  all: 'If one is meant, name it',
  one: 'It could name less',
};

interface SubjectPatterns {
  readonly host: string;
  readonly values: readonly Value[];
}

function subjectPatterns(statement: Statement): readonly SubjectPatterns[] {
  return claimEntries(statement)
    .filter(({ claim, entry }) => claim === 'sub' && isPositive(entry) && entry.operator?.operator.wildcards === true)
    .map(({ entry }) => ({ host: entry.key.slice(0, -':sub'.length), values: entry.values }));
}

/** Another claim says which of the owners, projects or pipelines it is. */
function isNarrowedByOthers(statement: Statement, host: string): boolean {
  const weak = ['sub', ...(findSharedProvider(host)?.weak ?? ['aud'])];
  return claimsAskedFor(statement).some(({ claim }) => !weak.includes(claim));
}

function textOf({ parts }: Value): string {
  return parts.map((part) => (part.type === 'literal' ? part.text : '_')).join('');
}
