import { keptWith } from '../../base/once.ts';
import type { Span } from '../../base/span.ts';
import type { FragmentTree } from '../../syntax/fragment.ts';
import type { Node } from '../../syntax/node.ts';
import { itemSpan } from '../child-spans.ts';
import { treeInString } from '../tree-in-string.ts';

/** A key, a dash or a bracket with all that belongs to it. */
export interface Part {
  readonly span: Span;
  /** It ends with a bracket of its own. */
  readonly isClosed: boolean;
}

/** What folds in a fragment, in its text. */
export interface TreeFolds {
  readonly folds: readonly Part[];
  /** Texts of several lines: in them nothing is a comment. */
  readonly texts: readonly Span[];
}

const known = keptWith<FragmentTree, TreeFolds>();

/** The pairs, items and brackets of several lines; in strings of several lines too. A tree never changes. */
export function treeFolds(tree: FragmentTree, text: string): TreeFolds {
  const found = known.get(tree) ?? findFolds(tree, text);
  known.set(tree, found);
  return found;
}

function findFolds({ key: name, root }: FragmentTree, text: string): TreeFolds {
  const folds: Part[] = [];
  const texts: Span[] = [];
  if (root !== undefined) {
    if (name !== undefined && isBehind(name.span, root)) fold(name.span.start, root);
    else if (/[{[]/.test(text.charAt(root.span.start))) fold(root.span.start, root);
    enter(root);
  }
  return { folds, texts };

  function enter(node: Node): void {
    if (!hasLines(node.span.start, node.span.end)) return;
    switch (node.type) {
      case 'object':
        for (const { key, value } of node.properties) {
          const isHere = key.span.start >= node.span.start && isBehind(key.span, value) && isWithin(value, node);
          if (isHere) foldWith(key.span.start, value);
        }
        return;
      case 'array':
        for (const [index, item] of node.items.entries()) {
          const span = itemSpan(node, index, text);
          if (span !== undefined) foldWith(span.start, item);
        }
        return;
      case 'intrinsic':
        if (!isBehind(node.nameSpan, node.argument) || !isWithin(node.argument, node)) return;
        if (node.form === 'short') enter(node.argument);
        else foldWith(node.nameSpan.start, node.argument);
        return;
      case 'string': {
        texts.push(node.span);
        const inner = treeInString(node);
        if (inner !== undefined) foldWith(inner.span.start, inner);
        return;
      }
      case 'number':
      case 'boolean':
      case 'null':
        return;
      default:
        node satisfies never;
    }
  }

  function foldWith(start: number, node: Node): void {
    fold(start, node);
    enter(node);
  }

  function fold(start: number, node: Node): void {
    const { end } = node.span;
    if (hasLines(start, end)) folds.push({ span: { start, end }, isClosed: isBracketed(node) });
  }

  function isBracketed(node: Node): boolean {
    if (node.type === 'intrinsic' && node.form === 'short') return isBracketed(node.argument);
    return /[{[]/.test(text.charAt(node.span.start)) && /[}\]]/.test(text.charAt(node.span.end - 1));
  }

  function hasLines(start: number, end: number): boolean {
    const feed = text.indexOf('\n', start);
    return feed >= 0 && feed < end;
  }
}

function isBehind({ end }: Span, value: Node): boolean {
  return value.span.start >= end;
}

/** Not the node of an alias, which stands at its anchor. */
function isWithin(value: Node, { span }: Node): boolean {
  return value.span.end <= span.end;
}
