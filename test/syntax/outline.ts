import type { Span } from '../../server/src/base/span.ts';
import type { Node, Property, SyntaxProblem } from '../../server/src/syntax/node.ts';

/**
 * A tree in one line, with the span of every node: `{a: "b"}` at 0-8 is `{"a"@1-2: "b"@4-7}@0-8`. Strings, numbers and
 * booleans are shown as they are written, a value that differs from it behind `=`.
 */
export function outline(node: Node | undefined): string {
  if (node === undefined) return 'nothing';
  return `${shape(node)}@${range(node.span)}`;
}

function shape(node: Node): string {
  switch (node.type) {
    case 'object':
      return `{${node.properties.map(propertyOutline).join(', ')}}`;
    case 'array':
      return `[${node.items.map(outline).join(', ')}]`;
    case 'intrinsic': {
      const name = node.form === 'short' ? `!${node.name}` : `Fn::${node.name}`;
      return `${name}@${range(node.nameSpan)}(${outline(node.argument)})`;
    }
    case 'string':
      return node.value === node.raw ? node.raw : `${node.raw}=${JSON.stringify(node.value)}`;
    case 'number':
    case 'boolean':
      return node.raw;
    case 'null':
      return 'null';
  }
}

function propertyOutline({ key, value }: Property): string {
  return `${outline(key)}: ${outline(value)}`;
}

function range({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** Each problem as `text under it: message`. */
export function complaints(text: string, problems: readonly SyntaxProblem[]): string[] {
  return problems.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);
}

/** The names on a path of a tree, for tests that only ask what survived: `["a", "b"]` of `{a: 1, b: 2}`. */
export function keysOf(node: Node | undefined): string[] {
  return node?.type === 'object' ? node.properties.map((each) => each.key.value) : [];
}

/** Every node of a tree, the keys too, with those outside first. */
export function* everyNode(node: Node | undefined): Generator<Node> {
  if (node === undefined) return;
  yield node;
  if (node.type === 'array') for (const item of node.items) yield* everyNode(item);
  if (node.type === 'intrinsic') yield* everyNode(node.argument);
  if (node.type !== 'object') return;
  for (const { key, value } of node.properties) {
    yield key;
    yield* everyNode(value);
  }
}
