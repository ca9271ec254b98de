import type { Changes } from '../edit/place.ts';
import { replaceInString } from '../edit/replace-in-string.ts';
import type { EditTarget } from '../edit/target.ts';
import type { StringNode } from '../syntax/node.ts';
import type { Value } from './value.ts';
import { patternOf } from './value-pattern.ts';

/** Whether a part of the value can be replaced: it is one string, or the `Fn::Sub` of one, and reads as it is written. */
export function isReplaceable(value: Value): boolean {
  return stringOf(value) !== undefined;
}

/** Replaces a part of a value, its bounds counted in the text of its pattern. */
export function replaceInValue(target: EditTarget, value: Value, from: number, to: number, text: string): Changes {
  const node = stringOf(value);
  if (node === undefined) return undefined;
  const { describe } = patternOf(value);
  return replaceInString(target, node, describe(0, from).length, describe(0, to).length, text === '' ? [] : [text]);
}

function stringOf(value: Value): StringNode | undefined {
  const { node } = value;
  const string = node.type === 'intrinsic' && node.name === 'Sub' ? node.argument : node;
  const { text, describe } = patternOf(value);
  return string.type === 'string' && string.value === describe(0, text.length) ? string : undefined;
}
