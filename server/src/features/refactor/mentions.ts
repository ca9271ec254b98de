import type { Node } from '../../syntax/node.ts';

/** Whether something refers to a resource of the template by its logical id. */
export function mentions(node: Node, id: string): boolean {
  switch (node.type) {
    case 'object':
      return node.properties.some(({ key, value }) => mentions(key, id) || mentions(value, id));
    case 'array':
      return node.items.some((item) => mentions(item, id));
    case 'string':
      return [...node.value.matchAll(/\$\{([^!{}][^{}]*)\}/g)].some((match) => names(match[1] ?? '', id));
    case 'intrinsic': {
      const { argument } = node;
      const first = argument.type === 'array' ? argument.items[0] : argument;
      const isReference = node.name === 'Ref' || node.name === 'GetAtt';
      return (isReference && first?.type === 'string' && names(first.value, id)) || mentions(argument, id);
    }
    case 'number':
    case 'boolean':
    case 'null':
      return false;
    default:
      return node satisfies never;
  }
}

function names(text: string, id: string): boolean {
  return text.trim() === id || text.trim().startsWith(`${id}.`);
}
