import { isNoValue } from '../policy/alternatives.ts';
import { isReplacedKey } from '../policy/element-names.ts';
import { printExpression, readValue, type Substitution } from '../policy/read-value.ts';
import type { IntrinsicNode, Node } from '../syntax/node.ts';
import { localExpression, localText } from './local-text.ts';
import { type Text, textKey } from './text.ts';

/** A text and the node that says it. */
export interface WrittenText {
  readonly text: Text;
  readonly node: Node;
}

/** What was read, in the order of the text. `complete` false: there may be more. */
export interface Written<T> {
  readonly values: readonly T[];
  readonly complete: boolean;
}

/** Intrinsics that give one text. `Ref` may give a list where a parameter is one, which is told at assembly. */
const givingText: readonly string[] = [
  'Ref',
  'Sub',
  'Join',
  'GetAtt',
  'ImportValue',
  'Base64',
  'Select',
  'FindInMap',
  'ToJsonString',
];

const deepest = 8;

/**
 * The texts of one value or a list of them. Of an `Fn::If`, what both branches say is certain; two texts that differ
 * are one text that is not known, and what else stands in one branch may or may not be there.
 */
export function readTexts(node: Node, substitution: Substitution, depth = 0): Written<WrittenText> {
  if (depth > deepest) return { values: [], complete: false };
  switch (node.type) {
    case 'null':
      return { values: [], complete: true };
    case 'object':
      return { values: [], complete: false };
    case 'array':
      return joinWritten(node.items.map((item) => readTexts(item, substitution, depth + 1)));
    case 'intrinsic': {
      if (isNoValue(node)) return { values: [], complete: true };
      const branches = branchesOf(node);
      if (branches !== undefined) {
        const [left, right] = branches.map((branch) => readTexts(branch, substitution, depth + 1));
        return left && right ? eitherText(left, right, node) : { values: [], complete: false };
      }
      if (!givingText.includes(node.name)) return { values: [], complete: false };
      return one(node, substitution);
    }
    default:
      return one(node, substitution);
  }
}

/** The only text of a value; an expression where there are several, or where it may be missing. Undefined: none. */
export function readText(node: Node | undefined, substitution: Substitution = 'iam'): Text | undefined {
  if (node === undefined || isNoValue(node)) return undefined;
  const { values, complete } = readTexts(node, substitution);
  const [only, ...more] = values;
  if (complete && only !== undefined && more.length === 0) return only.text;
  return complete && values.length === 0 ? undefined : localExpression(printExpression(node));
}

/** Both branches of an `Fn::If`; undefined for anything else. */
export function branchesOf(node: Node): readonly [Node, Node] | undefined {
  if (node.type !== 'intrinsic' || node.name !== 'If' || node.argument.type !== 'array') return undefined;
  const [, left, right] = node.argument.items;
  return left && right && [left, right];
}

export function joinWritten<T>(all: readonly Written<T>[]): Written<T> {
  return { values: all.flatMap(({ values }) => values), complete: all.every(({ complete }) => complete) };
}

/** What is certain whichever of two branches is taken. */
export function eitherWritten<T>(left: Written<T>, right: Written<T>, keyOf: (value: T) => string): Written<T> {
  const rightKeys = new Set(right.values.map(keyOf));
  const values = left.values.filter((value) => rightKeys.has(keyOf(value)));
  const same = values.length === left.values.length && left.values.length === right.values.length;
  return { values, complete: same && left.complete && right.complete };
}

/** A key that a macro or a person still replaces, so that what stands under it is not known. */
export function isOpenKey(key: string): boolean {
  return isReplacedKey(key) || /[<>{}]/.test(key);
}

function eitherText(
  left: Written<WrittenText>,
  right: Written<WrittenText>,
  node: IntrinsicNode,
): Written<WrittenText> {
  const both = eitherWritten(left, right, ({ text }) => textKey(text));
  const isOne = [left, right].every(({ values, complete }) => complete && values.length === 1);
  if (both.complete || !isOne) return both;
  return { values: [{ text: localExpression(printExpression(node)), node }], complete: true };
}

function one(node: Node, substitution: Substitution): Written<WrittenText> {
  return { values: [{ text: localText(readValue(node, substitution).parts), node }], complete: true };
}
