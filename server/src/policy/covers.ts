import { wildcardMatches } from '../base/wildcard.ts';
import type { ValueList } from './statement.ts';
import { hasPlaceholder, literalOf, type Part, type Value } from './value.ts';

/** Whether one pattern matches all that another one matches; only what is certain. */
export type Covers = (wide: Value, narrow: Value) => boolean;

/** Names of actions are compared without case. Nothing is known of one with a hole but that it is itself. */
export const coversAction: Covers = (wide, narrow) =>
  isSame(wide, narrow) ||
  (isKnown(wide) && isKnown(narrow) && coversText(keyOf(wide.parts).toLowerCase(), keyOf(narrow.parts).toLowerCase()));

/** Field by field, so that it does not matter how far a `*` goes beyond a colon. */
export const coversResource: Covers = (wide, narrow) => {
  if (isSame(wide, narrow)) return true;
  if (literalOf(wide) === '*') return !hasPlaceholder(narrow);
  if (hasPlaceholder(wide) || hasPlaceholder(narrow)) return false;
  const [outer, inner] = [fieldsOf(wide), fieldsOf(narrow)];
  if (outer.length !== 6 || inner.length !== 6) return false;
  return outer.every((field, index) => coversText(field, inner[index] ?? ''));
};

/** The widest value of the list that covers the one at the index. Of two that say the same the first stays. */
export function coveredBy(values: readonly Value[], index: number, covers: Covers): Value | undefined {
  const value = values[index];
  if (value === undefined) return undefined;
  const wider = values.findIndex(
    (other, place) => place !== index && covers(other, value) && (place < index || !covers(value, other)),
  );
  return wider < 0 ? undefined : (coveredBy(values, wider, covers) ?? values[wider]);
}

/** The values that always are in a list written out, where each can be taken out; none in any other. */
export function removableValues({ property, values }: ValueList): readonly Value[] {
  const list = property.value;
  return list.type === 'array' ? values.filter(({ node }) => list.items.includes(node)) : [];
}

function isSame(a: Value, b: Value): boolean {
  return !hasPlaceholder(a) && keyOf(a.parts) === keyOf(b.parts);
}

function isKnown(value: Value): boolean {
  return literalOf(value) !== undefined;
}

/** The text, holes by their symbol between marks; colons in those are not the ARN's. */
function keyOf(parts: readonly Part[]): string {
  return parts
    .map((part) => (part.type === 'literal' ? part.text : `${mark}${part.symbol.replaceAll(':', ';')}${mark}`))
    .join('');
}

const mark = '\u0001';

function fieldsOf({ parts }: Value): readonly string[] {
  const [prefix = '', partition = '', service = '', region = '', account = '', ...rest] = keyOf(parts).split(':');
  return rest.length === 0 ? [] : [prefix, partition, service, region, account, rest.join(':')];
}

/** A `?` must not stand for a `*` of the other, or for one character of what is not known. */
function coversText(wide: string, narrow: string): boolean {
  if (wide.includes('?') && [...narrow].some((char) => char === '*' || char === '$' || char === mark))
    return wide === narrow;
  return wildcardMatches(wide, narrow);
}
