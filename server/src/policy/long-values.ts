import type { Node, StringNode } from '../syntax/node.ts';
import { longestValue } from './read-value.ts';

/** Texts that are longer than what is looked into, at whatever depth. */
export function longValues(node: Node): readonly StringNode[] {
  // No text is longer than what it stands in.
  if (node.span.end - node.span.start <= longestValue) return [];
  switch (node.type) {
    case 'string':
      return node.value.length > longestValue ? [node] : [];
    case 'array':
      return node.items.flatMap(longValues);
    case 'object':
      return node.properties.flatMap(({ value }) => longValues(value));
    case 'intrinsic':
      return longValues(node.argument);
    default:
      return [];
  }
}
