import { closestName } from '../catalog/closest-name.ts';
import { elementsOf } from '../catalog/grammar.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { alternatives } from '../policy/alternatives.ts';
import { policyKinds } from '../policy/kind.ts';
import { listNames } from '../policy/phrase.ts';
import type { Policy } from '../policy/policy.ts';
import { readValue } from '../policy/read-value.ts';
import { literalOf } from '../policy/value.ts';
import { child, type Node } from '../syntax/node.ts';

export const invalidEffect = defineRule({
  id: 'invalid-effect',
  summary: '`Effect` is not exactly `Allow` or `Deny`',
  severity: 'error',
  kinds: policyKinds,
  needs: { unusualForm: true },
  check: {
    scope: 'policy',
    run(policy, context) {
      for (const { node } of policy.statements) {
        const effect = child(node, 'Effect');
        for (const value of effect === undefined ? [] : alternatives(effect)) checkEffect(value, policy, context);
      }
    },
  },
});

function checkEffect(value: Node, { kind, substitution }: Policy, context: PolicyContext): void {
  const written = value.type === 'null' ? undefined : literalOf(readValue(value, substitution));
  const { effects } = elementsOf(kind);
  if (written === undefined || effects.some((effect) => effect === written)) return;
  const meant = closestName(written, effects);
  context.report({
    at: value,
    message: `\`${written}\` is not an effect. Write ${listNames(effects, 'or')}, with a capital letter.`,
    fixes: meant === undefined ? [] : [replacement(value, written, meant, context)],
  });
}

function replacement(value: Node, written: string, effect: string, { target }: PolicyContext): Fix {
  return {
    title: `Change ${written.trim()} to ${effect}`,
    // A statement that AWS refused begins to allow or to deny.
    applicability: 'suggestion',
    preferred: true,
    changes: () => replaceValue(target, value, effect),
  };
}
