import type { Span } from '../base/span.ts';
import { spanInString } from '../syntax/decode.ts';
import type { Node, StringNode } from '../syntax/node.ts';

/**
 * What a scalar of a policy says: literal text, and holes where a value is not known before deployment (a parameter, a
 * pseudo parameter, an attribute of another resource) or before a person fills it (a placeholder).
 */
export interface Value {
  readonly node: Node;
  /** Never empty unless the text is; two literal parts never stand side by side unless read from different strings. */
  readonly parts: readonly Part[];
}

export type Part = LiteralPart | Hole;

export interface LiteralPart {
  readonly type: 'literal';
  readonly text: string;
  readonly at?: Place;
}

export interface Hole {
  readonly type: 'hole';
  /** Two holes of one template hold the same text exactly if their symbols are equal: `AWS::AccountId`, `Role.Arn`. */
  readonly symbol: string;
  readonly why: HoleReason;
  readonly at?: Place;
  /** Of an `import`: the name of the export. */
  readonly exportName?: readonly Part[];
  /** Of an `Fn::FindInMap` without a default: the map's name and its two keys. */
  readonly mapKeys?: readonly (readonly Part[])[];
}

/** `reference` is a `Ref` to a parameter or resource; `function` any intrinsic that is not worked out. */
export type HoleReason = 'pseudo' | 'reference' | 'attribute' | 'import' | 'dynamic' | 'placeholder' | 'function';

/** Indices into a string node's decoded value. */
export interface Place {
  readonly node: StringNode;
  readonly from: number;
  readonly to: number;
}

/** The whole text, if nothing in it is unknown. */
export function literalOf(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  let text = '';
  for (const part of value.parts) {
    if (part.type === 'hole') return undefined;
    text += part.text;
  }
  return text;
}

export function hasHole(value: Value): boolean {
  return value.parts.some((part) => part.type === 'hole');
}

/** Whether AWS reads it as text: no number, no `true`, no `null`. */
export function isText({ node }: Value): boolean {
  return node.type === 'string' || node.type === 'intrinsic';
}

export function hasPlaceholder(value: Value): boolean {
  return value.parts.some((part) => part.type === 'hole' && part.why === 'placeholder');
}

/** For messages: the literal text with `${symbol}` in place of holes. Placeholders stand as they were written. */
export function describeParts(parts: readonly Part[]): string {
  return parts
    .map((part) =>
      part.type === 'literal' ? part.text : part.why === 'placeholder' ? part.symbol : `\${${part.symbol}}`,
    )
    .join('');
}

/** Equal keys: equal texts, whatever the holes will hold. Unequal keys say nothing where there is a hole. */
export function valueKey(parts: readonly Part[]): string {
  return parts.map((part) => (part.type === 'literal' ? part.text : `\u0000${part.symbol}\u0000`)).join('');
}

/** Where a part stands in the fragment's text; the whole value where the part has no place of its own. */
export function spanOfPart(value: Value, part: Part): Span {
  return part.at === undefined ? value.node.span : spanInString(part.at.node, part.at.from, part.at.to);
}
