import type { Node } from '../syntax/node.ts';

/** What can be written into a user's text: a plain value, text to fill in, a CloudFormation substitution, a node. */
export type Writable =
  | string
  | number
  | boolean
  | FillText
  | SubText
  | ExistingNode
  | RawText
  | readonly Writable[]
  | WritableObject;

/** Written in the order of its keys. */
export interface WritableObject {
  readonly [key: string]: Writable;
}

/** Something only the user knows. It reads `<name>` in the text and is a tab stop in a snippet. */
export interface Placeholder {
  readonly name: string;
}

/** Characters and places to fill, in the order in which they are read. */
export type Text = readonly (string | Placeholder)[];

/** A string that the user must complete. */
export interface FillText {
  readonly kind: 'fill';
  readonly parts: Text;
}

/**
 * The argument of an `Fn::Sub`: `${AWS::AccountId}` in it is replaced by CloudFormation. A policy given as a string can
 * hold it only where that string is itself the argument of an `Fn::Sub`.
 */
export interface SubText {
  readonly kind: 'sub';
  readonly parts: Text;
}

/** The content of a node that stands in the text already, written again in the style of its new place. */
export interface ExistingNode {
  readonly kind: 'existing';
  readonly node: Node;
}

/** A value as it is spelled, its lines indented for its place. */
export interface RawText {
  readonly kind: 'raw';
  readonly text: string;
}

/** A string with placeholders in it. */
export function fill(...parts: Text): FillText {
  return { kind: 'fill', parts };
}

/** A string with CloudFormation substitutions in it. */
export function sub(...parts: Text): SubText {
  return { kind: 'sub', parts };
}

/** The content of a node, to be written elsewhere. */
export function existing(node: Node): ExistingNode {
  return { kind: 'existing', node };
}

/** True for a list of values. */
export function isList(value: Writable): value is readonly Writable[] {
  return Array.isArray(value);
}

/** A value that is written already. */
export function raw(text: string): RawText {
  return { kind: 'raw', text };
}

/** True for the marked forms; an object whose own key is `kind` with another value stays an object. */
export function isMarked(value: Writable): value is FillText | SubText | ExistingNode | RawText {
  if (typeof value !== 'object' || isList(value)) return false;
  if (value.kind === 'existing') return 'node' in value;
  if (value.kind === 'raw') return 'text' in value;
  return (value.kind === 'fill' || value.kind === 'sub') && 'parts' in value;
}
