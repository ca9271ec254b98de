import { printExpression } from '../policy/read-value.ts';
import type { Node } from '../syntax/node.ts';
import { branchesOf } from './written-texts.ts';

/**
 * The objects and strings that stand in one branch of an `Fn::If` of which the other branch says something else: what
 * they say may not be there after deployment.
 */
export function uncertainNodes(root: Node): ReadonlySet<Node> {
  const found = new Set<Node>();
  const seen = new Set<Node>();
  const visit = (node: Node, isUncertain: boolean): void => {
    if (seen.has(node) && (!isUncertain || found.has(node))) return;
    seen.add(node);
    if (isUncertain) found.add(node);
    switch (node.type) {
      case 'object':
        for (const { value } of node.properties) visit(value, isUncertain);
        return;
      case 'array':
        for (const item of node.items) visit(item, isUncertain);
        return;
      case 'intrinsic': {
        const branches = branchesOf(node);
        const differ = branches !== undefined && printExpression(branches[0]) !== printExpression(branches[1]);
        visit(node.argument, isUncertain || differ);
        return;
      }
      default:
    }
  };
  visit(root, false);
  return found;
}
