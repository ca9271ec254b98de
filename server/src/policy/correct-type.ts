import type { Changes } from '../edit/place.ts';
import { replaceValue } from '../edit/replace-value.ts';
import type { EditTarget } from '../edit/target.ts';
import { existing } from '../edit/writable.ts';
import { type Node, stringValue } from '../syntax/node.ts';

/** How a value gets the type that its place asks for, without a guess at what was meant. */
export interface TypeCorrection {
  readonly title: string;
  /** False where AWS begins to accept what decides about access. */
  readonly isSafe: boolean;
  readonly changes: (target: EditTarget) => Changes;
}

/** A number, `true` or `false` as the string of the same characters. */
export function quoteScalar(node: Node): TypeCorrection | undefined {
  if (node.type !== 'number' && node.type !== 'boolean') return undefined;
  return {
    title: `Put ${node.raw} in quotes`,
    isSafe: true,
    changes: (target) => replaceValue(target, node, node.raw),
  };
}

/** The object that is the only item of a list, without the list. */
export function takeOnlyItem(node: Node): TypeCorrection | undefined {
  if (node.type !== 'array') return undefined;
  const [only, ...others] = node.items;
  if (only?.type !== 'object' || others.length > 0) return undefined;
  return {
    title: 'Remove the list around it',
    isSafe: false,
    changes: (target) => replaceValue(target, node, existing(only)),
  };
}

/** `{"Service": …}` or `{"AWS": …}` around a principal given as a string, where the string says which. */
export function wrapPrincipal(node: Node): TypeCorrection | undefined {
  const type = principalType(stringValue(node) ?? '');
  if (type === undefined) return undefined;
  return {
    title: `Write it as a principal of type ${type}`,
    isSafe: false,
    changes: (target) => replaceValue(target, node, { [type]: existing(node) }),
  };
}

/** `"*"` for `{"AWS": "*"}`, which means the same where AWS takes it. */
export function anyPrincipal(node: Node): TypeCorrection | undefined {
  if (node.type !== 'object') return undefined;
  const [only, ...others] = node.properties;
  if (only === undefined || others.length > 0 || only.key.value !== 'AWS' || stringValue(only.value) !== '*')
    return undefined;
  return { title: 'Write it as "*"', isSafe: false, changes: (target) => replaceValue(target, node, '*') };
}

function principalType(text: string): 'AWS' | 'Service' | undefined {
  if (/^[\w.-]+\.amazonaws\.com(\.cn)?$/.test(text)) return 'Service';
  return /^\d{12}$|^arn:[^:]*:(iam|sts)::[^:]*:(root$|role\/|user\/|assumed-role\/)/.test(text) ? 'AWS' : undefined;
}
