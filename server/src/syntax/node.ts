import { oncePer } from '../base/once.ts';
import type { Span } from '../base/span.ts';

/**
 * The neutral tree: what JSON, JSON with comments and YAML texts say, with the place of every word.
 *
 * Spans are offsets (UTF-16 code units) into the text of the fragment that the tree was read from. A tree read from a
 * string inside that text (a policy given as a string in a template) has spans of the same outer text.
 * Short-form (`!Sub`) and long-form (`Fn::Sub`) intrinsics are one kind of node. A YAML alias is the node of its
 * anchor, so a tree may share nodes; it never holds itself.
 */
export type Node = ObjectNode | ArrayNode | StringNode | NumberNode | BooleanNode | NullNode | IntrinsicNode;

export interface ObjectNode {
  readonly type: 'object';
  readonly span: Span;
  readonly style: CollectionStyle;
  /** In the order of the text; a key that stands twice is here twice. */
  readonly properties: readonly Property[];
}

export interface ArrayNode {
  readonly type: 'array';
  readonly span: Span;
  readonly style: CollectionStyle;
  readonly items: readonly Node[];
}

/** `block` is YAML's indented form; `flow` is `{…}` and `[…]`, in YAML or JSON. */
export type CollectionStyle = 'block' | 'flow';

export interface Property {
  readonly key: StringNode;
  /** A half-typed property (`"Effect":`) has a null node with an empty span right behind the colon or the key. */
  readonly value: Node;
}

export interface StringNode {
  readonly type: 'string';
  /** With the quotes, or the block scalar's header. */
  readonly span: Span;
  /** The decoded value. */
  readonly value: string;
  readonly style: StringStyle;
  /** The characters of `span` as written; in a string-embedded tree, as the embedded text has them. */
  readonly raw: string;
  /** Where the string was read from another string: the way back to the outer text. */
  readonly host?: HostText;
}

/** How a string is written. JSON strings are `double`. */
export type StringStyle = 'double' | 'single' | 'plain' | 'literal' | 'folded';

/** The text that a string node holds, as the host of an embedded document. */
export interface HostText {
  readonly node: StringNode;
  /** Where the embedded node's `raw` begins in the host's decoded value. */
  readonly offset: number;
}

export interface NumberNode {
  readonly type: 'number';
  readonly span: Span;
  readonly value: number;
  /** As written: `012345678901` keeps its zero here. */
  readonly raw: string;
}

export interface BooleanNode {
  readonly type: 'boolean';
  readonly span: Span;
  readonly value: boolean;
  readonly raw: string;
}

export interface NullNode {
  readonly type: 'null';
  /** Empty where nothing is written. */
  readonly span: Span;
}

/** A CloudFormation intrinsic function or `Ref`, in either form; also any other local tag (`!Custom`). */
export interface IntrinsicNode {
  readonly type: 'intrinsic';
  readonly span: Span;
  /** Without `Fn::` or `!`: `Ref`, `Sub`, `GetAtt`, `Condition`, ... */
  readonly name: string;
  readonly form: 'short' | 'long';
  /** The tag, or the key, that names the function. */
  readonly nameSpan: Span;
  readonly argument: Node;
}

/** What a reader could not make sense of. Parsers never throw: they return a partial tree and problems. */
export interface SyntaxProblem {
  readonly span: Span;
  /** One sentence, without jargon of the parser. */
  readonly message: string;
  /** The meaning is clear all the same, and tools that prepare the text for AWS may take it. */
  readonly isTolerated?: true;
}

/** The value of the last property of that name (the one that most readers of the text take), if there is one. */
export function child(node: Node | undefined, name: string): Node | undefined {
  return property(node, name)?.value;
}

/** The last property of that name, if the node is an object that has one. */
export function property(node: Node | undefined, name: string): Property | undefined {
  if (node?.type !== 'object') return undefined;
  const { properties } = node;
  if (properties.length > 32) return byName(node).get(name);
  for (let index = properties.length - 1; index >= 0; index--) {
    const each = properties[index];
    if (each?.key.value === name) return each;
  }
  return undefined;
}

/** Most objects have few keys, which are looked through faster than they are put into a map. */
const byName = oncePer(
  ({ properties }: ObjectNode): ReadonlyMap<string, Property> =>
    new Map(properties.map((each) => [each.key.value, each])),
);

/** The string's value, if the node is a string. */
export function stringValue(node: Node | undefined): string | undefined {
  return node?.type === 'string' ? node.value : undefined;
}
