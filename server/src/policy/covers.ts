import { wildcardMatches } from '../base/wildcard.ts';
import { cutFields } from './cut-fields.ts';
import type { ValueList } from './statement.ts';
import { hasPlaceholder, literalOf, type Part, type Value } from './value.ts';
import { hasWildcard } from './wildcard.ts';

/** A value of a list, read for comparison with the others; only what is certain counts. */
export interface Comparable {
  readonly value: Value;
  /** Equal keys: equal texts. Undefined for placeholders, which a person fills one by one. */
  readonly key: string | undefined;
  /** What is compared one by one; undefined where only equality is certain. */
  readonly fields: readonly string[] | undefined;
  readonly reach: 'everything' | 'several' | 'one';
  /** What stands before its first wildcard. */
  readonly head: string;
}

export type ReadComparable = (value: Value) => Comparable;

/** Names of actions are compared without case. Nothing is known of one with a hole but that it is itself. */
export const readAction: ReadComparable = (value) => {
  const text = literalOf(value)?.toLowerCase();
  const key = text ?? (hasPlaceholder(value) ? undefined : keyOf(value.parts).toLowerCase());
  return { value, key, fields: text === undefined ? undefined : [text], ...reachOf(key) };
};

/** ARNs are compared field by field, so that it does not matter how far a `*` goes beyond a colon. */
export const readResource: ReadComparable = (value) => {
  const key = hasPlaceholder(value) ? undefined : keyOf(value.parts);
  const fields = key === undefined ? undefined : cutFields(key);
  return { value, key, fields: fields?.length === 6 ? fields : undefined, ...reachOf(key) };
};

function reachOf(key: string | undefined): Pick<Comparable, 'reach' | 'head'> {
  if (key === undefined || !hasWildcard(key)) return { reach: 'one', head: key ?? '' };
  return { reach: key === '*' ? 'everything' : 'several', head: key.slice(0, key.search(/[*?]/)) };
}

/** Whether one value certainly stands for all that another stands for. */
export function covers(wide: Comparable, narrow: Comparable): boolean {
  if (wide.key === undefined || narrow.key === undefined) return false;
  if (wide.key === narrow.key || wide.reach === 'everything') return true;
  if (wide.reach === 'one' || !narrow.key.startsWith(wide.head)) return false;
  if (wide.fields === undefined || narrow.fields === undefined) return false;
  // Their ends differ most.
  for (let index = wide.fields.length - 1; index >= 0; index--)
    if (!coversText(wide.fields[index] ?? '', narrow.fields[index] ?? '')) return false;
  return true;
}

/**
 * Each of so many is compared with all the others. No policy that AWS takes has more: the longest has 32,768 characters,
 * of a KMS key, and a statement takes some forty of them.
 */
export const mostCompared = 1_000;

/** A value that another one makes superfluous. */
export interface Covered {
  readonly value: Value;
  readonly by: Value;
}

/**
 * Of two values that say the same the first stays. Of several that cover one, the widest is named. Of those with
 * wildcards the first `mostCompared` are looked at.
 */
export function coveredValues(list: ValueList, read: ReadComparable): readonly Covered[] {
  const values = removableValues(list);
  if (values.length < 2) return [];
  const all = values.map(read);
  const firsts = new Map<string, number>();
  const wide: (readonly [place: number, value: Comparable])[] = [];
  all.forEach((one, index) => {
    if (one.key !== undefined && firsts.has(one.key)) return;
    if (one.key !== undefined) firsts.set(one.key, index);
    if (one.reach !== 'one' && wide.length < mostCompared) wide.push([index, one]);
  });
  if (firsts.size === all.length && all.every((one) => wide.every(([, other]) => one === other || !covers(other, one))))
    return [];
  const known = new Map<number, number | undefined>();
  const widerThan = (index: number): number | undefined => {
    if (!known.has(index)) known.set(index, findWider(index));
    return known.get(index);
  };
  const findWider = (index: number): number | undefined => {
    const one = all[index];
    if (one === undefined) return undefined;
    const first = one.key === undefined ? index : (firsts.get(one.key) ?? index);
    if (first < index) return first;
    return wide.find(
      ([place, other]) => place !== index && covers(other, one) && (place < index || !covers(one, other)),
    )?.[0];
  };
  return all.flatMap(({ value }, index) => {
    const path = [widerThan(index)];
    for (let last = path[0]; last !== undefined; last = widerThan(last)) path.push(last);
    const by = all[path.at(-1) ?? -1]?.value;
    return by === undefined ? [] : [{ value, by }];
  });
}

/** The values that always are in a list written out, where each can be taken out; none in any other. */
function removableValues({ property, values }: ValueList): readonly Value[] {
  const list = property.value;
  if (list.type !== 'array') return [];
  if (values.every(({ node }, index) => node === list.items[index])) return values;
  const items = new Set(list.items);
  return values.filter(({ node }) => items.has(node));
}

/** The text, holes by their symbol between marks; colons in those are not the ARN's. */
function keyOf(parts: readonly Part[]): string {
  const [only] = parts;
  if (parts.length === 1 && only?.type === 'literal') return only.text;
  return parts
    .map((part) => (part.type === 'literal' ? part.text : `${mark}${part.symbol.replaceAll(':', ';')}${mark}`))
    .join('');
}

const mark = '\u0001';

/** A `?` must not stand for a `*` of the other, or for one character of what is not known. */
function coversText(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  if (!wildcardMatches(wide, narrow)) return false;
  return !wide.includes('?') || wide === narrow || ![...narrow].some((char) => '*$'.includes(char) || char === mark);
}
