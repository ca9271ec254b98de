import type { Span } from '../base/span.ts';
import { spanInString } from '../syntax/decode.ts';
import type { Node } from '../syntax/node.ts';

/** What is shown in a text without being part of it. */
export interface InlayText {
  /** In the fragment's text. */
  readonly offset: number;
  /** "Workloads / Prod" */
  readonly label: string;
  /** What is told of it under the mouse: sentences with names in backticks. */
  readonly more?: readonly string[];
}

/** Behind a value, and behind its closing quote where it has one. */
export function behind(node: Node): number {
  if (node.type !== 'string' || node.style === 'double' || node.style === 'single') return node.span.end;
  return spanInString(node, 0, node.value.length).end;
}

/** Those that stand in a range, in the order of the text. */
export function inRange(hints: readonly InlayText[], range: Span): readonly InlayText[] {
  return hints
    .filter(({ offset }) => range.start <= offset && offset <= range.end)
    .toSorted((one, other) => one.offset - other.offset);
}
