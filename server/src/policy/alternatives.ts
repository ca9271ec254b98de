import type { Node } from '../syntax/node.ts';

/**
 * What may stand at a place of a template: both branches of every `Fn::If`, without `AWS::NoValue`; else the node
 * itself. Each branch is looked at alone: combinations of template conditions are never formed.
 */
export function alternatives(node: Node, depth = 0): readonly Node[] {
  if (node.type !== 'intrinsic') return [node];
  if (isNoValue(node)) return [];
  if (node.name !== 'If' || node.argument.type !== 'array' || depth > 8) return [node];
  return node.argument.items.slice(1, 3).flatMap((branch) => alternatives(branch, depth + 1));
}

/** The items of a list, `Fn::If` items opened; a single value counts as a list of one. */
export function listItems(node: Node): readonly Node[] {
  // Nearly all lists: nothing is to be opened.
  if (node.type === 'array' && !node.items.some((item) => item.type === 'intrinsic')) return node.items;
  return alternatives(node).flatMap((each) =>
    each.type === 'array' ? each.items.flatMap((item) => alternatives(item)) : [each],
  );
}

/** True for `!Ref AWS::NoValue`: CloudFormation leaves out what has this value. */
export function isNoValue(node: Node): boolean {
  return (
    node.type === 'intrinsic' &&
    node.name === 'Ref' &&
    node.argument.type === 'string' &&
    node.argument.value === 'AWS::NoValue'
  );
}
