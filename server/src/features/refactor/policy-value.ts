import { collect } from '../../base/table.ts';
import { existing, sub, type Writable } from '../../edit/writable.ts';
import type { Node, Property } from '../../syntax/node.ts';

/**
 * A node as a value to be written in the style of another place. `text` makes a string's value of the node; undefined
 * where something in it has no such form.
 */
export function writableOf(
  node: Node,
  text: (node: Node & { type: 'string' }) => Writable | undefined,
): Writable | undefined {
  switch (node.type) {
    case 'object': {
      const written = new Map<string, Writable>();
      if (!areDistinct(node.properties)) return undefined;
      for (const { key, value } of node.properties) {
        const name = text(key);
        const content = writableOf(value, text);
        if (typeof name !== 'string' || content === undefined) return undefined;
        written.set(name, content);
      }
      return collect(written);
    }
    case 'array': {
      const items = node.items.map((item) => writableOf(item, text));
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case 'string':
      return text(node);
    case 'number':
    case 'boolean':
    case 'null':
    case 'intrinsic':
      return existing(node);
    default:
      return node satisfies never;
  }
}

/** The order of a JavaScript object's keys is that of the text, unless a key reads as a number. */
function areDistinct(properties: readonly Property[]): boolean {
  const names = properties.map(({ key }) => key.value);
  return new Set(names).size === names.length && !names.some((name) => /^\d+$/.test(name));
}

/** What a string in the argument of an `Fn::Sub` is outside of it: `${!name}` is `${name}` there. */
export function outsideSub(value: string): Writable {
  return /\$\{[^!]/.test(value) ? sub(value) : value.replaceAll('${!', '${');
}

/** A policy with its texts as the new place writes them, not in the quotes of the old one. */
export function policyAsWritable(root: Node): Writable | undefined {
  return writableOf(root, ({ value }) => value);
}
