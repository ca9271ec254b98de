import type { Span } from '../base/span.ts';
import type { Fragment } from '../syntax/fragment.ts';
import type { Node } from '../syntax/node.ts';

/** True where the offset of the document's text lies in a string, key or value, of one of the fragments. */
export function isInString(fragments: readonly Fragment[], offset: number): boolean {
  return fragments.some(({ start, text, tree }) => {
    if (offset < start || offset >= start + text.length) return false;
    const at = offset - start;
    return (tree.key !== undefined && holds(tree.key.span, at)) || (tree.root !== undefined && isInNode(tree.root, at));
  });
}

/** Only what lies around the offset is looked at. */
function isInNode(node: Node, offset: number): boolean {
  switch (node.type) {
    case 'string':
      return holds(node.span, offset);
    case 'object':
      return node.properties.some(
        ({ key, value }) => holds(key.span, offset) || (holds(value.span, offset) && isInNode(value, offset)),
      );
    case 'array':
      return node.items.some((item) => holds(item.span, offset) && isInNode(item, offset));
    case 'intrinsic':
      return isInNode(node.argument, offset);
    case 'number':
    case 'boolean':
    case 'null':
      return false;
    default:
      return node satisfies never;
  }
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}
