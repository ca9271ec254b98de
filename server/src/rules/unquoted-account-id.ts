import { replaceValue } from '../edit/replace-value.ts';
import type { Fix } from '../lint/finding.ts';
import { defineRule, type FragmentContext } from '../lint/rule.ts';
import { policyKinds } from '../policy/kind.ts';
import type { Node, NumberNode } from '../syntax/node.ts';

export const unquotedAccountId = defineRule({
  id: 'unquoted-account-id',
  summary: 'An account id that begins with a zero is written without quotes, so that YAML drops the zero',
  severity: 'error',
  kinds: policyKinds,
  check: {
    scope: 'fragment',
    run(context) {
      // JSON has no numbers that begin with a zero.
      if (context.format !== 'yaml' || !/0\d{11}/.test(context.text)) return;
      visitNumbers(context.tree.root, (node) => {
        if (!/^0\d{11}$/.test(node.raw)) return;
        context.report({
          at: node,
          message: `\`${node.raw}\` is read as a number, and its zero is lost. Put the account id in quotes: \`'${node.raw}'\`.`,
          fixes: [quotingFix(node, context)],
        });
      });
    },
  },
});

/** A suggestion, since the policy then names an account that it did not name before. */
function quotingFix(node: NumberNode, { text, format }: FragmentContext): Fix {
  return {
    title: `Put ${node.raw} in quotes`,
    applicability: 'suggestion',
    preferred: true,
    changes: () => replaceValue({ text, format }, node, node.raw),
  };
}

/**
 * The numbers of a tree, each once however often an anchor is used. The whole tree is looked at: an id that a policy
 * takes from a parameter's default or from a mapping is lost there.
 */
function visitNumbers(root: Node | undefined, visit: (node: NumberNode) => void): void {
  const seen = new Set<Node>();
  const walk = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.type === 'number') visit(node);
    else if (node.type === 'array') for (const item of node.items) walk(item);
    else if (node.type === 'object') for (const { value } of node.properties) walk(value);
    else if (node.type === 'intrinsic') walk(node.argument);
  };
  if (root !== undefined) walk(root);
}
