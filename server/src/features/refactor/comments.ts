import type { FragmentModel } from '../../lint/model.ts';
import type { Node } from '../../syntax/node.ts';

/** The comments of a fragment's text, sorted: what is left of a text when all that says something is taken away. */
export function commentsOf({ text, format, tree, nested }: FragmentModel): readonly string[] {
  const hosts = new Set<Node>(nested.map(({ embedding }) => embedding.host));
  const chars = [...text.split('')];
  const seen = new Set<Node>();
  for (const root of [tree.root, tree.key, ...nested.map((each) => each.tree.root)])
    if (root !== undefined) blank(root, chars, hosts, seen);
  const rest = chars.join('');
  const found = rest.match(format === 'yaml' ? /(?<=^|\s)#[^\r\n]*/g : /\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g) ?? [];
  return found.map((each) => each.trim()).sort();
}

function blank(node: Node, chars: string[], hosts: ReadonlySet<Node>, seen: Set<Node>): void {
  if (seen.has(node)) return;
  seen.add(node);
  switch (node.type) {
    case 'object':
      for (const { key, value } of node.properties) {
        blank(key, chars, hosts, seen);
        blank(value, chars, hosts, seen);
      }
      return;
    case 'array':
      for (const item of node.items) blank(item, chars, hosts, seen);
      return;
    case 'intrinsic':
      blank(node.argument, chars, hosts, seen);
      return;
    case 'string':
      // What a template in a string says is taken away by itself: its comments are comments too.
      if (!hosts.has(node)) chars.fill('x', node.span.start, node.span.end);
      return;
    case 'number':
    case 'boolean':
    case 'null':
      return;
    default:
      node satisfies never;
  }
}
