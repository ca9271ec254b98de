import { removeItem } from '../edit/remove.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type PolicyContext } from '../lint/rule.ts';
import { mostCompared } from '../policy/covers.ts';
import { policyKinds } from '../policy/kind.ts';
import { coversStatement } from '../policy/same-statement.ts';
import type { Statement } from '../policy/statement.ts';
import { literalOf } from '../policy/value.ts';
import { type ArrayNode, child } from '../syntax/node.ts';

export const redundantStatement = defineRule({
  id: 'redundant-statement',
  summary: 'A statement says nothing that another one of the policy does not say too',
  severity: 'hint',
  kinds: policyKinds,
  check: {
    scope: 'policy',
    run(policy, context) {
      const list = policy.shape === 'statements' ? policy.root : child(policy.root, 'Statement');
      if (list?.type !== 'array') return;
      // A statement under `Fn::If` may not be there.
      const items = new Set(list.items);
      const statements = policy.statements.filter(({ node }) => items.has(node)).slice(0, mostCompared);
      for (const [index, statement] of statements.entries()) {
        const wider = statements.find(
          (other, place) =>
            place !== index &&
            coversStatement(other, statement) &&
            (place < index || !coversStatement(statement, other)),
        );
        if (wider === undefined) continue;
        context.report({
          at: statement.node,
          message: `All that this statement ${statement.effect === 'Deny' ? 'denies' : 'allows'}, ${nameOf(wider)} ${statement.effect === 'Deny' ? 'denies' : 'allows'} too. Remove it.`,
          unnecessary: true,
          related: [{ span: wider.node.span, message: 'This says as much.' }],
          fixes: [removal(statement, list, context)],
        });
      }
    },
  },
});

function nameOf({ sid, index }: Statement): string {
  const name = literalOf(sid);
  return name === undefined || name === '' ? `statement ${index + 1}` : `\`${name}\``;
}

function removal({ node }: Statement, list: ArrayNode, { target }: PolicyContext): Fix {
  return {
    title: 'Remove the statement',
    applicability: 'safe',
    preferred: true,
    changes: () => removeItem(target, list, list.items.indexOf(node)),
  };
}
