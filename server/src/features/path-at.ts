import { touches } from '../base/span.ts';
import type { FragmentModel, NestedModel } from '../lint/model.ts';
import type { Policy } from '../policy/policy.ts';
import type { Substitution } from '../policy/read-value.ts';
import type { Node, StringNode } from '../syntax/node.ts';

/** The nodes around a position of a fragment's text, from the outermost to the innermost. */
export interface NodePath {
  readonly nodes: readonly Node[];
  /** The keys under which they stand, from the outermost. */
  readonly keys: readonly StringNode[];
  /** The template in a string that they are of. */
  readonly nested: NestedModel | undefined;
  readonly substitution: Substitution;
}

/** What is read as one tree: the fragment, a template in a string of it, a policy in a string of either. */
export interface PlacedTree {
  readonly root: Node;
  readonly nested: NestedModel | undefined;
  readonly substitution: Substitution;
}

/** The trees of a fragment, those in strings before those that hold the strings. */
export function treesOf(model: FragmentModel): readonly PlacedTree[] {
  return [
    ...model.nested.flatMap((nested) => embeddedIn(nested.policies, nested)),
    ...model.nested.flatMap((nested) => treeOf(nested.tree.root, nested)),
    ...embeddedIn(model.policies, undefined),
    ...treeOf(model.tree.root, undefined),
  ];
}

/** Undefined where nothing is written: between two values, in white space, on a key. */
export function pathAt(model: FragmentModel, offset: number): NodePath | undefined {
  for (const { root, ...place } of treesOf(model)) {
    const nodes: Node[] = [];
    const keys: StringNode[] = [];
    if (descend(root, offset, nodes, keys, 0)) return { nodes, keys, ...place };
  }
  return undefined;
}

function embeddedIn(policies: readonly Policy[], nested: NestedModel | undefined): readonly PlacedTree[] {
  return policies.flatMap(({ embedding, root, substitution }) => (embedding ? [{ root, nested, substitution }] : []));
}

function treeOf(root: Node | undefined, nested: NestedModel | undefined): readonly PlacedTree[] {
  return root === undefined ? [] : [{ root, nested, substitution: 'iam' }];
}

const deepest = 200;

/** True where a scalar is found; `nodes` and `keys` then lead to it. */
function descend(node: Node, offset: number, nodes: Node[], keys: StringNode[], depth: number): boolean {
  if (depth > deepest || !touches(node.span, offset)) return false;
  nodes.push(node);
  if (findsBelow(node, offset, nodes, keys, depth)) return true;
  nodes.pop();
  return false;
}

function findsBelow(node: Node, offset: number, nodes: Node[], keys: StringNode[], depth: number): boolean {
  switch (node.type) {
    case 'object':
      for (const { key, value } of node.properties) {
        keys.push(key);
        if (descend(value, offset, nodes, keys, depth + 1)) return true;
        keys.pop();
      }
      return false;
    case 'array':
      return node.items.some((item) => descend(item, offset, nodes, keys, depth + 1));
    case 'intrinsic':
      // On the function's name the whole value is meant.
      return descend(node.argument, offset, nodes, keys, depth + 1) || touches(node.nameSpan, offset);
    case 'null':
      return false;
    case 'string':
    case 'number':
    case 'boolean':
      return true;
    default:
      return node satisfies never;
  }
}
