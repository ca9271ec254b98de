import type { Span } from '../base/span.ts';
import { spanInString } from './decode.ts';
import type { Format } from './fragment.ts';
import { parseJson } from './json.ts';
import type { Node, Property, StringNode, SyntaxProblem } from './node.ts';
import type { ParsedText } from './parsed-text.ts';
import { parseYaml } from './yaml.ts';

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
  return looksLikeJson(host)
    ? embeddedText('json', parseJson(host.value, { comments: false, holes: true }), host)
    : undefined;
}

/** Reads the template that a string holds, in JSON or YAML, such as the one of a stack set. */
export function parseEmbeddedTemplate(host: StringNode): EmbeddedText {
  return parseEmbedded(host) ?? embeddedText('yaml', parseYaml(host.value), host);
}

function looksLikeJson(host: StringNode): boolean {
  return /^\s*[{[]/.test(host.value);
}

function embeddedText(format: Format, { root, problems }: ParsedText, host: StringNode): EmbeddedText {
  return {
    format,
    root: root === undefined ? undefined : inHost(root, host, new Map()),
    problems: problems.map((problem) => ({ ...problem, span: outer(problem.span, host) })),
  };
}

function outer(span: Span, host: StringNode): Span {
  return spanInString(host, span.start, span.end);
}

/** The same node with its spans in the outer text. A node that is shared, as an anchor's is, stays shared. */
function inHost(node: Node, host: StringNode, done: Map<Node, Node>): Node {
  const known = done.get(node);
  if (known !== undefined) return known;
  const moved = moveToHost(node, host, done);
  done.set(node, moved);
  return moved;
}

function moveToHost(node: Node, host: StringNode, done: Map<Node, Node>): Node {
  const span = outer(node.span, host);
  switch (node.type) {
    case 'object':
      return { ...node, span, properties: node.properties.map((each) => propertyInHost(each, host, done)) };
    case 'array':
      return { ...node, span, items: node.items.map((each) => inHost(each, host, done)) };
    case 'intrinsic':
      return { ...node, span, nameSpan: outer(node.nameSpan, host), argument: inHost(node.argument, host, done) };
    case 'string':
      return stringInHost(node, host);
    case 'number':
    case 'boolean':
    case 'null':
      return { ...node, span };
  }
}

function propertyInHost({ key, value }: Property, host: StringNode, done: Map<Node, Node>): Property {
  return { key: stringInHost(key, host), value: inHost(value, host, done) };
}

function stringInHost(node: StringNode, host: StringNode): StringNode {
  return { ...node, span: outer(node.span, host), host: { node: host, offset: node.span.start } };
}
