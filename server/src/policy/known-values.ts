import type { Node } from '../syntax/node.ts';
import { alternatives } from './alternatives.ts';
import { isWrittenOut } from './element-names.ts';
import { isForeignFunction, mayHoldPlaceholder } from './placeholder.ts';
import { readValue, type Substitution } from './read-value.ts';

/** What may stand at a place, each branch of an `Fn::If` alone, as far as it is known before deployment. */
export function knownValues(node: Node, substitution: Substitution): readonly Node[] {
  if (node.type !== 'intrinsic') return isUnknown(node, substitution) ? [] : [node];
  return alternatives(node).filter((each) => !isUnknown(each, substitution));
}

/** The same with lists opened; a list in a list stays one. */
export function knownItems(node: Node, substitution: Substitution): readonly Node[] {
  if (node.type === 'string') return knownValues(node, substitution);
  // Nearly all lists: each item stands for itself.
  if (node.type === 'array' && node.items.every((item) => item.type !== 'intrinsic' && !isUnknown(item, substitution)))
    return node.items;
  return knownValues(node, substitution).flatMap((each) =>
    each.type === 'array' ? each.items.flatMap((item) => knownValues(item, substitution)) : [each],
  );
}

/** An intrinsic, an object that a transform goes on writing, a string that is nothing but one substitution. */
function isUnknown(node: Node, substitution: Substitution): boolean {
  if (node.type === 'object') return !isWrittenOut(node);
  if (node.type !== 'string') return node.type === 'intrinsic';
  if (!mayHoldPlaceholder(node.value) && !isForeignFunction(node.value)) return false;
  const { parts } = readValue(node, substitution);
  return parts.length > 0 && parts.every((part) => part.type === 'hole');
}
