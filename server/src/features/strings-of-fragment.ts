import { touches } from '../base/span.ts';
import type { FragmentModel } from '../lint/model.ts';
import { valueOffsetAt } from '../syntax/decode.ts';
import type { Node, NumberNode, StringNode } from '../syntax/node.ts';

/** A string or number as it reads, and the index in that of the position asked for. */
export interface PointedText {
  readonly node: StringNode | NumberNode;
  readonly text: string;
  readonly index: number;
}

/** The innermost string, key or number at an offset of the fragment's text, also inside a string that holds a policy. */
export function textAt(model: FragmentModel, offset: number): PointedText | undefined {
  for (const node of textsIn(model, (outer) => touches(outer.span, offset))) {
    const index = node.type === 'string' ? valueOffsetAt(node, offset) : offset - node.span.start;
    if (index !== undefined && touches(node.span, offset)) return { node, text: textOf(node), index };
  }
  return undefined;
}

/** A number as it is written: an account id may stand without quotes. */
export function textOf(node: StringNode | NumberNode): string {
  return node.type === 'string' ? node.value : node.raw;
}

/**
 * Every string, key and number of a fragment, each once however often an anchor is used: those inside strings that hold
 * a policy or a template before those strings themselves. Only nodes that `isWanted` are entered.
 */
export function* textsIn(
  model: FragmentModel,
  isWanted: (node: Node) => boolean = () => true,
): Generator<StringNode | NumberNode> {
  const seen = new Set<Node>();
  for (const root of rootsOf(model)) if (root !== undefined) yield* walk(root, seen, isWanted);
}

/** The strings that a fragment's policies and templates were read from. */
export function hostsIn(model: FragmentModel): ReadonlySet<Node> {
  return new Set([
    ...[model, ...model.nested].flatMap(({ policies }) => policies.flatMap(({ embedding }) => embedding?.host ?? [])),
    ...model.nested.map(({ embedding }) => embedding.host),
  ]);
}

/** The innermost first. */
function rootsOf(model: FragmentModel): readonly (Node | undefined)[] {
  const embedded = (each: FragmentModel) => each.policies.flatMap(({ embedding, root }) => (embedding ? [root] : []));
  return [
    ...model.nested.flatMap(embedded),
    ...model.nested.map(({ tree }) => tree.root),
    ...embedded(model),
    model.tree.root,
  ];
}

function* walk(node: Node, seen: Set<Node>, isWanted: (node: Node) => boolean): Generator<StringNode | NumberNode> {
  if (seen.has(node) || !isWanted(node)) return;
  seen.add(node);
  switch (node.type) {
    case 'string':
    case 'number':
      yield node;
      return;
    case 'array':
      for (const item of node.items) yield* walk(item, seen, isWanted);
      return;
    case 'object':
      for (const { key, value } of node.properties) {
        yield* walk(key, seen, isWanted);
        yield* walk(value, seen, isWanted);
      }
      return;
    case 'intrinsic':
      yield* walk(node.argument, seen, isWanted);
      return;
    case 'boolean':
    case 'null':
      return;
    default:
      node satisfies never;
  }
}
