import type { Node } from '../syntax/node.ts';
import { alternatives } from './alternatives.ts';
import { isForeignFunction, mayHoldPlaceholder } from './placeholder.ts';
import { readValue, type Substitution } from './read-value.ts';

/**
 * The fewest characters that a document has as JSON without white space. What is not known before deployment counts as
 * nothing, of the branches of an `Fn::If` the shortest one counts.
 */
export function shortestLength(node: Node, substitution: Substitution): number {
  switch (node.type) {
    case 'object':
      return node.properties.reduce(
        (sum, { key, value }) => sum + textLength(key, substitution) + 1 + shortestLength(value, substitution),
        enclosing(node.properties.length),
      );
    case 'array':
      return node.items.reduce((sum, item) => sum + shortestLength(item, substitution), enclosing(node.items.length));
    case 'intrinsic': {
      const branches = alternatives(node);
      if (node.name === 'If' && !branches.includes(node))
        return branches.length === 0 ? 0 : Math.min(...branches.map((each) => shortestLength(each, substitution)));
      return textLength(node, substitution) - quotes;
    }
    case 'null':
      return 0;
    default:
      return textLength(node, substitution);
  }
}

const quotes = 2;

/** The brackets and the commas between. */
function enclosing(count: number): number {
  return 2 + Math.max(count - 1, 0);
}

function textLength(node: Node, substitution: Substitution): number {
  if (node.type === 'string' && !mayHoldPlaceholder(node.value) && !isForeignFunction(node.value))
    return quotes + lengthWithoutSpace(node.value);
  const { parts } = readValue(node, substitution);
  return parts.reduce((sum, part) => sum + (part.type === 'hole' ? 0 : lengthWithoutSpace(part.text)), quotes);
}

function lengthWithoutSpace(text: string): number {
  return /\s/.test(text) ? text.replace(/\s/g, '').length : text.length;
}
