import type { Span } from '../base/span.ts';
import type { FragmentModel } from '../lint/model.ts';
import { readValue } from '../policy/read-value.ts';
import type { IntrinsicNode, Node } from '../syntax/node.ts';
import { hoverExpression, knownValue, type TemplateScope } from './hover/hover-expression.ts';
import { behind, type InlayText, inRange } from './inlay-text.ts';

const longest = 60;

/** The values of the expressions in a range of a resource that holds policies, where all of a value is known. */
export function hintValues(model: FragmentModel, range: Span, scope: TemplateScope): readonly InlayText[] {
  const { root } = model.tree;
  if (model.policies.length === 0 || root === undefined) return [];
  const hints = expressionsIn(root, range, model.text).flatMap((node): InlayText[] => {
    const { parts } = readValue(node);
    const value = knownValue(parts, scope);
    if (value === undefined) return [];
    const label = value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
    return [{ offset: behind(node), label: `= ${label}`, more: hoverExpression(parts, scope)?.details ?? [] }];
  });
  return inRange(hints, range);
}

const functions: readonly string[] = ['Ref', 'GetAtt', 'Sub', 'Join', 'ImportValue'];

/** The outermost ones, of which each is on one line. */
function expressionsIn(node: Node, range: Span, text: string): readonly IntrinsicNode[] {
  if (node.span.end < range.start || range.end < node.span.start) return [];
  switch (node.type) {
    case 'object':
      return node.properties.flatMap(({ value }) => expressionsIn(value, range, text));
    case 'array':
      return node.items.flatMap((item) => expressionsIn(item, range, text));
    case 'intrinsic':
      if (!functions.includes(node.name)) return expressionsIn(node.argument, range, text);
      return text.slice(node.span.start, node.span.end).trimEnd().includes('\n') ? [] : [node];
    default:
      return [];
  }
}
