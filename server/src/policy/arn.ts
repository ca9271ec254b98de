import { oncePer } from '../base/once.ts';
import { describeParts, type Part } from './value.ts';
import { hasWildcard } from './wildcard.ts';

/** An ARN taken apart at its first five colons. Each field is a list of parts, since it may hold what is not known. */
export interface Arn {
  readonly partition: Field;
  readonly service: Field;
  readonly region: Field;
  readonly account: Field;
  readonly resource: Field;
}

export type Field = readonly Part[];

/**
 * Takes the parts of a value apart. Undefined if the text does not begin with `arn:` or has fewer than five colons in
 * its literal parts. A hole is taken to stay inside the field in which it stands.
 */
export function parseArn(parts: readonly Part[]): Arn | undefined {
  const [first] = parts;
  // Nearly all that is no ARN: `*`, ids, names of services.
  if (first?.type === 'literal' && (first.text.length > 3 || parts.length === 1) && !first.text.startsWith('arn:'))
    return undefined;
  return cutArn(parts).arn;
}

/** Most rules ask for the same few. */
const cutArn = oncePer((parts: readonly Part[]): { readonly arn: Arn | undefined } => {
  const none = { arn: undefined };
  const fields: Part[][] = [[]];
  for (const part of parts) {
    if (part.type === 'hole') {
      last(fields).push(part);
      continue;
    }
    let rest = part;
    while (fields.length < 6) {
      const colon = rest.text.indexOf(':');
      if (colon < 0) break;
      if (colon > 0) last(fields).push(cut(rest, 0, colon));
      fields.push([]);
      rest = cut(rest, colon + 1, rest.text.length);
    }
    if (rest.text !== '') last(fields).push(rest);
  }
  const [prefix, partition, service, region, account, resource] = fields;
  if (!prefix || !partition || !service || !region || !account || !resource) return none;
  return fieldText(prefix) === 'arn' ? { arn: { partition, service, region, account, resource } } : none;
});

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

function last(fields: Part[][]): Part[] {
  return fields[fields.length - 1] ?? [];
}

function cut<P extends Part & { type: 'literal' }>(part: P, from: number, to: number): P {
  const text = part.text.slice(from, to);
  // A literal made by an intrinsic (`${!x}`) has fewer characters than its place: it keeps the whole place.
  if (part.at === undefined || part.at.to - part.at.from !== part.text.length) return { ...part, text };
  return { ...part, text, at: { node: part.at.node, from: part.at.from + from, to: part.at.from + to } };
}
