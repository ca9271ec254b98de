import type { Node, StringNode } from '../syntax/node.ts';
import type { Substitution } from './read-value.ts';

/**
 * Calls `visit` for every string of a document, keys included, each once however often an anchor is used.
 * What an intrinsic names (a parameter, an attribute, a condition) is no text and is left out.
 */
export function visitStrings(
  root: Node,
  substitution: Substitution,
  visit: (node: StringNode, substitution: Substitution, isKey: boolean) => void,
): void {
  const seen = new Set<Node>();
  const walk = (node: Node, within: Substitution): void => {
    if (seen.has(node)) return;
    seen.add(node);
    switch (node.type) {
      case 'string':
        visit(node, within, false);
        return;
      case 'array':
        for (const item of node.items) walk(item, within);
        return;
      case 'object':
        for (const { key, value } of node.properties) {
          visit(key, within, true);
          walk(value, within);
        }
        return;
      case 'intrinsic':
        if (node.name === 'Sub') walkSub(node.argument);
        else if (composes.includes(node.name)) walk(node.argument, 'iam');
        return;
      default:
        return;
    }
  };
  const walkSub = (argument: Node): void => {
    if (argument.type !== 'array') {
      walk(argument, 'sub');
      return;
    }
    for (const [index, item] of argument.items.entries()) walk(item, index === 0 ? 'sub' : 'iam');
  };
  walk(root, substitution);
}

/** Intrinsics whose arguments hold text of the result. */
const composes = ['Join', 'If', 'Split', 'Select', 'Base64', 'ToJsonString'];
