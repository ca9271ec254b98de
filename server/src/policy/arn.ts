import { oncePer } from '../base/once.ts';
import { type ArnFields, type PieceReader, splitArn } from '../base/split-arn.ts';
import { describeParts, type Part } from './value.ts';
import { hasWildcard } from './wildcard.ts';

/** An ARN taken apart at its first five colons. Each field is a list of parts, since it may hold what is not known. */
export type Arn = ArnFields<Part>;

export type Field = readonly Part[];

/**
 * Takes the parts of a value apart. Undefined if the text does not begin with `arn:` or has fewer than five colons in
 * its literal parts. A hole is taken to stay inside the field in which it stands.
 */
export function parseArn(parts: readonly Part[]): Arn | undefined {
  const [first] = parts;
  if (first?.type !== 'literal') return undefined;
  // Nearly all that is no ARN: `*`, ids, names of services.
  if ((first.text.length > 3 || parts.length === 1) && !first.text.startsWith('arn:')) return undefined;
  return cutArn(parts).arn;
}

/** Most rules ask for the same few. */
const cutArn = oncePer((parts: readonly Part[]): { readonly arn: Arn | undefined } => ({
  arn: splitArn(parts, reader),
}));

const reader: PieceReader<Part> = {
  textOf: (part) => (part.type === 'literal' ? part.text : undefined),
  cut: (part, from, to) => (part.type === 'literal' ? cut(part, from, to) : part),
};

/** The field's text if nothing in it is unknown. */
export function fieldText(field: Field): string | undefined {
  return field.every((part) => part.type === 'literal') ? field.map((part) => part.text).join('') : undefined;
}

/** The field as a person reads it. */
export function fieldLabel(field: Field): string {
  return describeParts(field);
}

/** True when every value of the field is matched: `*`, `**`. */
export function isAnything(field: Field): boolean {
  const text = fieldText(field);
  return text !== undefined && /^\*+$/.test(text);
}

export function fieldHasWildcard(field: Field): boolean {
  return field.some((part) => part.type === 'literal' && hasWildcard(part.text));
}

function cut<P extends Part & { type: 'literal' }>(part: P, from: number, to: number): P {
  const text = part.text.slice(from, to);
  // A literal made by an intrinsic (`${!x}`) has fewer characters than its place: it keeps the whole place.
  if (part.at === undefined || part.at.to - part.at.from !== part.text.length) return { ...part, text };
  return { ...part, text, at: { node: part.at.node, from: part.at.from + from, to: part.at.from + to } };
}
