import { canonicalConditionKey } from '../catalog/condition-keys.ts';
import { type ConditionKeyAnswer, lookUpConditionKey } from '../catalog/find-condition-key.ts';
import { renameKey } from '../edit/rename-key.ts';
import type { Severity } from '../lint/finding.ts';
import { defineRule } from '../lint/rule.ts';
import { isKeyTaken, keyEntries } from '../policy/condition-key-entries.ts';
import { policyKinds } from '../policy/kind.ts';

export const unknownConditionKey = defineRule({
  id: 'unknown-condition-key',
  summary: 'A condition asks for a key that no request has',
  severity: 'error',
  lesser: ['info', 'hint'],
  kinds: policyKinds,
  needs: { comparisons: ({ key }, data) => data !== undefined && lookUpConditionKey(data, key).is !== 'known' },
  check: {
    scope: 'policy',
    run(policy, { iamData, target, report }) {
      if (iamData === undefined) return;
      for (const each of keyEntries(policy)) {
        const { key, keyNode, valueNode } = each.entry;
        const problem = problemOf(key, lookUpConditionKey(iamData, key), iamData.date);
        if (problem === undefined) continue;
        const { message, meant } = problem;
        const severity = iamData.isOld && problem.severity !== 'refused' ? 'hint' : problem.severity;
        report({
          at: keyNode,
          message,
          ...(severity !== 'refused' && { severity }),
          fixes:
            meant === undefined || isKeyTaken(each, meant)
              ? []
              : [
                  {
                    title: `Change ${key} to ${meant}`,
                    // The condition begins to hold, or to be false, for other requests than before.
                    applicability: 'suggestion',
                    preferred: true,
                    changes: () => renameKey(target, { key: keyNode, value: valueNode }, meant),
                  },
                ],
        });
      }
    },
  },
});

interface Problem {
  readonly message: string;
  /** `refused`: AWS refuses the policy, whatever the age of the data. */
  readonly severity: Severity | 'refused';
  readonly meant?: string | undefined;
}

function problemOf(key: string, answer: ConditionKeyAnswer, date: string): Problem | undefined {
  switch (answer.is) {
    case 'known':
    case 'no tag':
      return undefined;
    case 'no prefix': {
      const meant = canonicalConditionKey(`aws:${key}`);
      const advice = meant === undefined ? 'Write it as `service:key` or `aws:key`.' : `Did you mean \`${meant}\`?`;
      return { message: `\`${key}\` is not a condition key. ${advice}`, severity: 'refused', meant };
    }
    case 'retired':
      // It may still be in the requests of some services.
      return {
        message: `\`${key}\` is an old name that AWS advises against. Use \`${answer.instead}\`.`,
        severity: 'info',
        meant: answer.instead,
      };
    case 'unknown':
    case 'unknown prefix':
      return unknownProblem(key, answer, date);
    default:
      return answer satisfies never;
  }
}

function unknownProblem(
  key: string,
  { prefix, likely, is }: ConditionKeyAnswer & { readonly is: 'unknown' | 'unknown prefix' },
  date: string,
): Problem {
  const what =
    is === 'unknown prefix' ? `No condition key begins with \`${prefix}:\`` : `There is no condition key \`${key}\``;
  if (likely !== undefined)
    return { message: `${what}. Did you mean \`${likely}\`?`, severity: 'error', meant: likely };
  return {
    message: `${what} as of ${date}. Check it: no request has it unless AWS added it since.`,
    severity: 'info',
  };
}
