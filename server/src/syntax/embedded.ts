import type { Span } from '../base/span.ts';
import { spanInString } from './decode.ts';
import type { Format } from './fragment.ts';
import { parseJson } from './json.ts';
import type { Node, Property, StringNode, SyntaxProblem } from './node.ts';

/** What was read from a text that a string holds. All spans are of the outer text. */
export interface EmbeddedText {
  readonly format: Format;
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Reads the JSON that a string of a template holds, such as a policy. Undefined when the string's value does not begin
 * as JSON does. `${Name}` outside of quotes counts as a value: the string may be an argument of `Fn::Sub`.
 */
export function parseEmbedded(host: StringNode): EmbeddedText | undefined {
  if (!/^\s*[{[]/.test(host.value)) return undefined;
  const { root, problems } = parseJson(host.value, { comments: false, holes: true });
  return {
    format: 'json',
    root: root === undefined ? undefined : inHost(root, host),
    problems: problems.map(({ span, message }) => ({ span: outer(span, host), message })),
  };
}

function outer(span: Span, host: StringNode): Span {
  return spanInString(host, span.start, span.end);
}

/** The same node with its spans in the outer text. */
function inHost(node: Node, host: StringNode): Node {
  const span = outer(node.span, host);
  switch (node.type) {
    case 'object':
      return { ...node, span, properties: node.properties.map((each) => propertyInHost(each, host)) };
    case 'array':
      return { ...node, span, items: node.items.map((each) => inHost(each, host)) };
    case 'intrinsic':
      return { ...node, span, nameSpan: outer(node.nameSpan, host), argument: inHost(node.argument, host) };
    case 'string':
      return stringInHost(node, host);
    case 'number':
    case 'boolean':
    case 'null':
      return { ...node, span };
  }
}

function propertyInHost({ key, value }: Property, host: StringNode): Property {
  return { key: stringInHost(key, host), value: inHost(value, host) };
}

function stringInHost(node: StringNode, host: StringNode): StringNode {
  return { ...node, span: outer(node.span, host), host: { node: host, offset: node.span.start } };
}
