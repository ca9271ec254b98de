import { oncePer } from '../base/once.ts';
import type { Node } from '../syntax/node.ts';
import { alternatives } from './alternatives.ts';
import { isForeignFunction, mayHoldPlaceholder } from './placeholder.ts';
import type { PolicySite } from './policy.ts';
import { readValue, type Substitution } from './read-value.ts';

/**
 * The fewest characters that a document has as JSON without white space. What is not known before deployment counts as
 * nothing, of the branches of an `Fn::If` the shortest one counts.
 */
export function shortestLength(node: Node, substitution: Substitution): number {
  return lengthOf(node, (text) => textLength(text, substitution));
}

/** The same without a look into the texts, so that it is quick and may be too much, never too little. */
export const roughLength = oncePer(({ root, substitution }: PolicySite): number =>
  lengthOf(root, (text) => (text.type === 'string' ? quotes + text.value.length : textLength(text, substitution))),
);

function lengthOf(node: Node, measure: (text: Node) => number): number {
  switch (node.type) {
    case 'object': {
      let sum = enclosing(node.properties.length);
      for (const { key, value } of node.properties) sum += measure(key) + 1 + lengthOf(value, measure);
      return sum;
    }
    case 'array': {
      let sum = enclosing(node.items.length);
      for (const item of node.items) sum += lengthOf(item, measure);
      return sum;
    }
    case 'intrinsic': {
      const branches = alternatives(node);
      if (node.name === 'If' && !branches.includes(node))
        return branches.length === 0 ? 0 : Math.min(...branches.map((each) => lengthOf(each, measure)));
      return measure(node) - quotes;
    }
    case 'null':
      return 0;
    default:
      return measure(node);
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
