import type { Span } from '../../base/span.ts';
import { readValue } from '../../policy/read-value.ts';
import type { Part, Value } from '../../policy/value.ts';
import { spanInString, valueOffsetAt } from '../../syntax/decode.ts';
import type { IntrinsicNode, StringNode } from '../../syntax/node.ts';
import { innerSpan } from '../mention-place.ts';
import type { NodePath } from '../path-at.ts';

/** An expression of a template, or a text that may hold some. */
export interface Expression {
  readonly span: Span;
  readonly parts: readonly Part[];
}

/** Functions whose value is read, and those of which it can be said that it is not. */
const functions: readonly string[] = [
  'Ref',
  'GetAtt',
  'Sub',
  'Join',
  'ImportValue',
  'If',
  'Select',
  'Split',
  'FindInMap',
];

/**
 * The innermost expression at the end of a path: `${Name}` of a text, or the function around it. Undefined in a text
 * without any.
 */
export function expressionAt({ nodes, substitution }: NodePath, offset: number): Expression | undefined {
  const leaf = nodes.at(-1);
  if (leaf === undefined) return undefined;
  const around = nodes.findLast((each): each is IntrinsicNode => each.type === 'intrinsic');
  if (leaf.type === 'string') {
    const all =
      around?.name === 'Sub' ? readValue(around).parts : substitution === 'sub' ? readValue(leaf, 'sub').parts : [];
    const hole = holeAt(leaf, all, offset);
    if (hole !== undefined) return hole;
  }
  if (around === undefined || around.argument.type === 'null' || !functions.includes(around.name)) return undefined;
  return { span: around.span, parts: readValue(around).parts };
}

/** The whole text of which the end of a path is a part: through `Fn::Sub` and `Fn::Join`. */
export function textAround({
  nodes,
  substitution,
}: NodePath): { readonly span: Span; readonly value: Value } | undefined {
  const node = nodes.find((each) => each.type === 'intrinsic' && functions.includes(each.name)) ?? nodes.at(-1);
  if (node === undefined || (node.type !== 'string' && node.type !== 'intrinsic')) return undefined;
  return { span: innerSpan(node), value: readValue(node, substitution) };
}

function holeAt(leaf: StringNode, parts: readonly Part[], offset: number): Expression | undefined {
  const index = valueOffsetAt(leaf, offset);
  if (index === undefined) return undefined;
  const hole = parts.find(({ type, at }) => type === 'hole' && at?.node === leaf && at.from <= index && index <= at.to);
  return hole?.at && { span: spanInString(leaf, hole.at.from, hole.at.to), parts: [hole] };
}
