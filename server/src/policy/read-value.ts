import { child, type IntrinsicNode, type Node, type StringNode } from '../syntax/node.ts';
import { findPlaceholders, isForeignFunction, mayHoldPlaceholder } from './placeholder.ts';
import type { Hole, HoleReason, Part, Value } from './value.ts';

/** How `${…}` in a plain string is read: `sub` inside the argument of an `Fn::Sub`, else as IAM reads it. */
export type Substitution = 'iam' | 'sub';

/** Reads a scalar or an intrinsic. Collections have no text: one hole. */
export function readValue(node: Node, substitution: Substitution = 'iam'): Value {
  return { node, parts: partsOf(node, substitution, 0) };
}

const deepest = 16;

/**
 * The longest policy that AWS takes, that of a KMS key, has as many characters: what one value has more of is not looked
 * into. `policy-too-long` says so.
 */
export const longestValue = 32_768;

function partsOf(node: Node, substitution: Substitution, depth: number): readonly Part[] {
  if (depth > deepest) return [unknown(node)];
  switch (node.type) {
    case 'string':
      if (node.value.length > longestValue || isForeignFunction(node.value)) return [unknown(node)];
      return substitution === 'sub' ? subParts(node, undefined, depth) : stringParts(node, 0, node.value.length, 'iam');
    case 'number':
    case 'boolean':
      return node.raw.length > longestValue ? [unknown(node)] : [{ type: 'literal', text: node.raw }];
    case 'null':
      return [{ type: 'literal', text: '' }];
    case 'intrinsic':
      return intrinsicParts(node, depth);
    case 'object':
    case 'array':
      return [unknown(node)];
    default:
      return node satisfies never;
  }
}

function intrinsicParts(node: IntrinsicNode, depth: number): readonly Part[] {
  const argument = node.argument;
  switch (node.name) {
    case 'Ref':
      return argument.type === 'string' ? [reference(argument.value)] : [unknown(node)];
    case 'GetAtt':
      return attribute(node);
    case 'Sub':
      if (argument.type === 'string') return subParts(argument, undefined, depth + 1);
      if (argument.type === 'array' && argument.items[0]?.type === 'string')
        return subParts(argument.items[0], argument.items[1], depth + 1);
      return [unknown(node)];
    case 'Join':
      return joinParts(node, depth);
    case 'ImportValue':
      return [
        {
          ...hole(`ImportValue ${printExpression(argument)}`, 'import'),
          exportName: partsOf(argument, 'iam', depth + 1),
        },
      ];
    case 'FindInMap':
      return [mapped(node, depth)];
    default:
      return [unknown(node)];
  }
}

function mapped(node: IntrinsicNode, depth: number): Part {
  const { argument } = node;
  if (argument.type !== 'array' || argument.items.length !== 3) return unknown(node);
  return { ...unknown(node), mapKeys: argument.items.map((item) => partsOf(item, 'iam', depth + 1)) };
}

function attribute(node: IntrinsicNode): readonly Part[] {
  const argument = node.argument;
  if (argument.type === 'string') return [hole(argument.value, 'attribute')];
  if (argument.type !== 'array') return [unknown(node)];
  const names = argument.items.map((item) => (item.type === 'string' ? item.value : undefined));
  return names.includes(undefined) ? [unknown(node)] : [hole(names.join('.'), 'attribute')];
}

function joinParts(node: IntrinsicNode, depth: number): readonly Part[] {
  const [delimiter, list] = node.argument.type === 'array' ? node.argument.items : [];
  if (delimiter?.type !== 'string' || list?.type !== 'array') return [unknown(node)];
  const parts: Part[] = [];
  for (const [index, item] of list.items.entries()) {
    if (index > 0 && delimiter.value !== '') parts.push({ type: 'literal', text: delimiter.value });
    parts.push(...partsOf(item, 'iam', depth + 1));
  }
  return parts;
}

/** Splits the text of an `Fn::Sub`; `${!x}` is the literal `${x}`, which IAM then reads as its own variable. */
function subParts(node: StringNode, map: Node | undefined, depth: number): readonly Part[] {
  const text = node.value;
  if (text.length > longestValue) return [unknown(node)];
  const parts: Part[] = [];
  let done = 0;
  for (const match of text.matchAll(/\$\{([^${}]*)\}/g)) {
    const name = (match[1] ?? '').trim();
    const to = match.index + match[0].length;
    parts.push(...stringParts(node, done, match.index, 'sub'));
    const at = { node, from: match.index, to };
    if (name.startsWith('!')) parts.push({ type: 'literal', text: `\${${name.slice(1)}}`, at });
    else {
      const mapped = child(map, name);
      if (mapped !== undefined) parts.push(...partsOf(mapped, 'iam', depth + 1));
      else parts.push({ ...(name.includes('.') ? hole(name, 'attribute') : reference(name)), at });
    }
    done = to;
  }
  parts.push(...stringParts(node, done, text.length, 'sub'));
  return parts;
}

/** Literal text with its placeholders and CloudFormation's dynamic references taken out as holes. */
function stringParts(node: StringNode, from: number, to: number, substitution: Substitution): readonly Part[] {
  const text = node.value.slice(from, to);
  if (!mayHoldPlaceholder(text)) return text === '' ? [] : [{ type: 'literal', text, at: { node, from, to } }];
  const holes: { from: number; to: number; hole: Hole }[] = [];
  for (const found of findPlaceholders(text, substitution))
    holes.push({ from: found.from, to: found.to, hole: hole(found.text, 'placeholder') });
  for (const match of text.matchAll(/\{\{resolve:[^{}]*\}\}/g))
    holes.push({ from: match.index, to: match.index + match[0].length, hole: hole(match[0], 'dynamic') });
  holes.sort((a, b) => a.from - b.from);
  const parts: Part[] = [];
  let done = 0;
  const literal = (end: number) => {
    if (end > done)
      parts.push({ type: 'literal', text: text.slice(done, end), at: { node, from: from + done, to: from + end } });
  };
  for (const each of holes) {
    // A placeholder inside a dynamic reference is part of it.
    if (each.from < done) continue;
    literal(each.from);
    parts.push({ ...each.hole, at: { node, from: from + each.from, to: from + each.to } });
    done = each.to;
  }
  literal(text.length);
  return parts;
}

function reference(name: string): Hole {
  return hole(name, name.startsWith('AWS::') ? 'pseudo' : 'reference');
}

function hole(symbol: string, why: HoleReason): Hole {
  return { type: 'hole', symbol, why };
}

function unknown(node: Node): Hole {
  return hole(printExpression(node), 'function');
}

/** The expression written out, so that the same expression is the same symbol. Cut where it grows beyond use. */
export function printExpression(node: Node, depth = 0): string {
  if (depth > 6) return '…';
  switch (node.type) {
    case 'string':
      return node.value;
    case 'number':
    case 'boolean':
      return node.raw;
    case 'null':
      return '';
    case 'intrinsic':
      return `${node.name}(${printExpression(node.argument, depth + 1)})`;
    case 'array':
      return `[${node.items
        .slice(0, 40)
        .map((item) => printExpression(item, depth + 1))
        .join(', ')}]`;
    case 'object':
      return `{${node.properties
        .slice(0, 40)
        .map((each) => `${each.key.value}: ${printExpression(each.value, depth + 1)}`)
        .join(', ')}}`;
    default:
      return node satisfies never;
  }
}
