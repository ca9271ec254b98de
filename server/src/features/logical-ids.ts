import type { Span } from '../base/span.ts';
import type { Substitution } from '../policy/read-value.ts';
import { spanInString, valueOffsetAt } from '../syntax/decode.ts';
import { child, type Node, type StringNode } from '../syntax/node.ts';
import type { NodePath } from './path-at.ts';

/** A logical id where an intrinsic names it. */
export interface IdReference {
  readonly id: string;
  /** The id alone, without attribute and braces. */
  readonly span: Span;
}

/** The logical id or parameter that is named at the end of a path. */
export function referenceAt({ nodes, substitution }: NodePath, offset: number): IdReference | undefined {
  const [leaf, around] = [nodes.at(-1), nodes.at(-2)];
  if (leaf === undefined) return undefined;
  if (leaf.type === 'intrinsic') return referencesOf(leaf, nodes)[0];
  if (around?.type === 'intrinsic' && (around.name === 'Ref' || around.name === 'GetAtt'))
    return referencesOf(around, nodes)[0];
  const above = nodes.at(-3);
  if (around?.type === 'array' && above?.type === 'intrinsic' && above.name === 'GetAtt')
    return referencesOf(above, nodes)[0];
  if (leaf.type !== 'string') return undefined;
  const map = subMapOf(leaf, nodes, substitution);
  const index = map === undefined ? undefined : valueOffsetAt(leaf, offset);
  if (map === undefined || index === undefined) return undefined;
  return substitutionsIn(leaf, map.names).find(({ from, to }) => from <= index && index <= to)?.reference;
}

/** Every logical id and parameter that is named in a tree. */
export function referencesIn(root: Node, substitution: Substitution): readonly IdReference[] {
  const found: IdReference[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    switch (node.type) {
      case 'object':
        for (const { value } of node.properties) visit(value);
        return;
      case 'array':
        for (const item of node.items) visit(item);
        return;
      case 'intrinsic': {
        const own = referencesOf(node, [node]);
        found.push(...own);
        if (node.name !== 'Ref' && node.name !== 'GetAtt') visitArgument(node.name, node.argument);
        return;
      }
      case 'string':
        if (substitution === 'sub') found.push(...substitutionsIn(node, undefined).map(({ reference }) => reference));
        return;
      default:
        return;
    }
  };
  const visitArgument = (name: string, argument: Node): void => {
    // The text of an `Fn::Sub` is read by `referencesOf`; values of its map may hold further references.
    const [, ...more] = name === 'Sub' && argument.type === 'array' ? argument.items : [];
    if (name !== 'Sub') visit(argument);
    else for (const each of more) visit(each);
  };
  visit(root);
  return found;
}

/** Those that one intrinsic names by itself. */
function referencesOf(node: Node, nodes: readonly Node[]): readonly IdReference[] {
  if (node.type !== 'intrinsic') return [];
  const { name, argument } = node;
  const [first] = argument.type === 'array' ? argument.items : [argument];
  if (first?.type !== 'string') return [];
  if (name === 'Ref') return [{ id: first.value, span: spanInString(first, 0, first.value.length) }];
  if (name === 'GetAtt') {
    const [id = ''] = first.value.split('.');
    return [{ id, span: spanInString(first, 0, id.length) }];
  }
  if (name !== 'Sub') return [];
  const map = subMapOf(first, [...nodes, first], 'sub');
  return substitutionsIn(first, map?.names).map(({ reference }) => reference);
}

/** Of the text of an `Fn::Sub`, the map that gives its names; undefined for a string that is none. */
function subMapOf(
  leaf: StringNode,
  nodes: readonly Node[],
  substitution: Substitution,
): { readonly names: Node | undefined } | undefined {
  const index = nodes.lastIndexOf(leaf);
  const [above, around] = [nodes[index - 2], nodes[index - 1]];
  if (around?.type === 'intrinsic' && around.name === 'Sub')
    return { names: around.argument.type === 'array' ? around.argument.items[1] : undefined };
  if (around?.type === 'array' && above?.type === 'intrinsic' && above.name === 'Sub' && around.items[0] === leaf)
    return { names: around.items[1] };
  return substitution === 'sub' ? { names: undefined } : undefined;
}

interface Substituted {
  readonly reference: IdReference;
  /** Indices of the braces' ends in the string's value. */
  readonly from: number;
  readonly to: number;
}

/** What stands in `${…}`; `${!x}` is literal text, and a name of the map is no id. */
function substitutionsIn(node: StringNode, map: Node | undefined): readonly Substituted[] {
  return [...node.value.matchAll(/\$\{(\s*)([^${}!.\s]+)[^${}]*\}/g)].flatMap((match): Substituted[] => {
    const [whole, space = '', id = ''] = match;
    const name = whole.slice(2, -1).trim();
    if (child(map, name) !== undefined) return [];
    const from = match.index + 2 + space.length;
    const span = spanInString(node, from, from + id.length);
    return [{ reference: { id, span }, from: match.index, to: match.index + whole.length }];
  });
}
