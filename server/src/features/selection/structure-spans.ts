import { type Span, touches } from '../../base/span.ts';
import type { FragmentTree } from '../../syntax/fragment.ts';
import type { Node, Property, StringNode } from '../../syntax/node.ts';
import { insideBrackets, itemSpan, namedSpan } from '../child-spans.ts';
import { stringSpans, wholeString } from './string-spans.ts';

/** What the tree says of a place. */
export interface Structure {
  /** In the fragment's text, in no order. */
  readonly spans: readonly Span[];
  /** A string, a number or a key stands there. Where none does, there may be a comment. */
  readonly isWord: boolean;
}

/** The tree of what a string holds, if it holds one. */
export type ReadString = (node: StringNode) => Node | undefined;

/** What can be selected around an offset: values, pairs, items of lists and what stands in brackets, in strings too. */
export function structureSpans(
  { key, root }: FragmentTree,
  text: string,
  offset: number,
  treeInString: ReadString,
): Structure {
  const spans: Span[] = [];
  let isWord = false;
  if (key !== undefined && touches(key.span, offset)) enterString(key);
  else if (root !== undefined) enter(root);
  return { spans, isWord };

  function enter(node: Node): void {
    if (!touches(node.span, offset)) return;
    spans.push(node.span);
    switch (node.type) {
      case 'object':
        spans.push(...insideBrackets(node, text));
        enterFirst(node.properties, (each) => namedSpan(each.key.span, each.value, node, text), enterPair);
        return;
      case 'array':
        spans.push(...insideBrackets(node, text));
        enterFirst(
          node.items,
          ({ span }, index) => {
            // An item ends with its value, and begins behind the one before it: most are told to be elsewhere by that.
            const isElsewhere = span.end < offset || (node.items[index - 1]?.span.end ?? 0) > offset;
            return isElsewhere ? undefined : itemSpan(node, index, text);
          },
          enter,
        );
        return;
      case 'intrinsic': {
        const named = namedSpan(node.nameSpan, node.argument, node, text);
        spans.push(node.nameSpan, ...insideBrackets(node, text), ...(named ? [named] : []));
        enter(node.argument);
        return;
      }
      case 'string':
        enterString(node);
        return;
      case 'number':
      case 'boolean':
      case 'null':
        isWord = node.span.end > node.span.start;
        return;
      default:
        node satisfies never;
    }
  }

  /** Of children the one that holds the offset. */
  function enterFirst<Child>(
    children: readonly Child[],
    spanOf: (child: Child, index: number) => Span | undefined,
    enterChild: (child: Child) => void,
  ): void {
    for (const [index, each] of children.entries()) {
      const span = spanOf(each, index);
      if (span === undefined || !touches(span, offset)) continue;
      spans.push(span);
      enterChild(each);
      return;
    }
  }

  function enterPair({ key: name, value }: Property): void {
    if (touches(name.span, offset)) enterString(name);
    else enter(value);
  }

  function enterString(node: StringNode): void {
    const inner = treeInString(node);
    if (inner === undefined || !touches(inner.span, offset)) {
      isWord = true;
      spans.push(...stringSpans(node, offset));
      return;
    }
    spans.push(...wholeString(node));
    enter(inner);
  }
}
