import { elementsOf } from '../catalog/grammar.ts';
import { replaceValue } from '../edit/replace-value.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { alternatives } from '../policy/alternatives.ts';
import { policyKinds } from '../policy/kind.ts';
import { aKind, listNames } from '../policy/phrase.ts';
import type { Policy } from '../policy/policy.ts';
import { readValue } from '../policy/read-value.ts';
import { literalOf } from '../policy/value.ts';
import { child, type Node } from '../syntax/node.ts';

const current = '2012-10-17';

export const invalidVersion = defineRule({
  id: 'invalid-version',
  summary: '`Version` is not a version of the policy language: a date that AWS set, not one of your own',
  severity: 'error',
  kinds: policyKinds,
  needs: { unusualForm: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      if (policy.shape !== 'document') return;
      const version = child(policy.root, 'Version');
      for (const value of version === undefined ? [] : alternatives(version)) checkVersion(value, policy, context);
    },
  },
});

function checkVersion(value: Node, { kind, substitution }: Policy, context: PolicyContext): void {
  const written = value.type === 'null' ? undefined : literalOf(readValue(value, substitution));
  const { versions } = elementsOf(kind);
  if (written === undefined || versions.includes(written)) return;
  const isOlder = elementsOf('identity').versions.includes(written);
  context.report({
    at: value,
    message: isOlder
      ? `Version \`${written}\` is too old for ${aKind(kind)}. Write ${listNames(versions, 'or')}.`
      : `\`${written}\` is not a version of the policy language. Write ${listNames(versions, 'or')}: it is not the date of your policy.`,
    fixes: [
      {
        title: `Change the version to ${current}`,
        // With that version `${…}` in a value is a variable.
        applicability: 'suggestion',
        preferred: true,
        changes: () => replaceValue(context.target, value, current),
      },
    ],
  });
}
