import { keptWith } from '../base/once.ts';
import { wildcardMatches } from '../base/wildcard.ts';
import { cutFields } from './cut-fields.ts';
import type { ValueList } from './statement.ts';
import { hasPlaceholder, literalOf, type Part, type Value } from './value.ts';
import { hasWildcard } from './wildcard.ts';

/** What a value of a list says, read for comparison with others; only what is certain counts. */
export interface Comparable {
  /** Equal keys: equal texts. Undefined for placeholders, which a person fills one by one. */
  readonly key: string | undefined;
  /** How it is compared with texts that are not equal; undefined where only equality is certain. */
  readonly as: 'text' | 'arn' | undefined;
  readonly reach: 'everything' | 'several' | 'one';
  /** What stands before its first wildcard. */
  readonly head: string;
}

export type ReadComparable = (value: Value) => Comparable;

/** Names of actions are compared without case. Nothing is known of one with a hole but that it is itself. */
export const readAction: ReadComparable = (value) => {
  const text = literalOf(value)?.toLowerCase();
  if (text !== undefined) return comparable(text, 'text');
  return comparable(hasPlaceholder(value) ? undefined : keyOf(value.parts).toLowerCase(), undefined);
};

/** ARNs are compared field by field, so that it does not matter how far a `*` goes beyond a colon. */
export const readResource: ReadComparable = (value) =>
  comparable(hasPlaceholder(value) ? undefined : keyOf(value.parts), 'arn');

function comparable(key: string | undefined, as: Comparable['as']): Comparable {
  if (key === undefined || !hasWildcard(key)) return { key, as, reach: 'one', head: key ?? '' };
  return { key, as, reach: key === '*' ? 'everything' : 'several', head: key.slice(0, key.search(/[*?]/)) };
}

/** The values of a list, read for comparison. */
export interface ComparableList {
  /** In their order. */
  readonly all: readonly Comparable[];
  /** Where in `all` each key stands first. */
  readonly firsts: ReadonlyMap<string, number>;
  /** Those that may stand for more than one text, and where: none twice, and no more than `mostCompared`. */
  readonly wide: readonly { readonly place: number; readonly value: Comparable }[];
}

/**
 * Each of so many is compared with all the others. No policy that AWS takes has more: the longest has 32,768 characters,
 * of a KMS key, and a statement takes some forty of them.
 */
export const mostCompared = 1_000;

/** A list is always read in the same way, and kept for whoever asks next. */
export function readComparables(list: ValueList, read: ReadComparable): ComparableList {
  const found = known.get(list);
  if (found !== undefined) return found;
  const comparables = readValues(list.values, read);
  known.set(list, comparables);
  return comparables;
}

const known = keptWith<ValueList, ComparableList>();

function readValues(values: readonly Value[], read: ReadComparable): ComparableList {
  const all = values.map(read);
  const firsts = new Map<string, number>();
  const wide: { place: number; value: Comparable }[] = [];
  all.forEach((value, place) => {
    if (value.key !== undefined && firsts.has(value.key)) return;
    if (value.key !== undefined) firsts.set(value.key, place);
    if (value.reach !== 'one' && wide.length < mostCompared) wide.push({ place, value });
  });
  return { all, firsts, wide };
}

/** Whether one of a list certainly stands for all that a value stands for. */
export function coversOne({ firsts, wide }: ComparableList, narrow: Comparable): boolean {
  return narrow.key !== undefined && (firsts.has(narrow.key) || wide.some(({ value }) => covers(value, narrow)));
}

/** Whether one value certainly stands for all that another stands for. */
export function covers(wide: Comparable, narrow: Comparable): boolean {
  if (wide.key === undefined || narrow.key === undefined) return false;
  if (wide.key === narrow.key || wide.reach === 'everything') return true;
  if (wide.reach === 'one' || !narrow.key.startsWith(wide.head)) return false;
  if (wide.as === undefined || narrow.as === undefined) return false;
  return wide.as === 'text' ? coversText(wide.key, narrow.key) : coversArn(cutFields(wide.key), cutFields(narrow.key));
}

function coversArn(wide: readonly string[], narrow: readonly string[]): boolean {
  if (wide.length < 6 || narrow.length < 6) return false;
  // Their ends differ most.
  for (let index = 5; index >= 0; index--) if (!coversText(wide[index] ?? '', narrow[index] ?? '')) return false;
  return true;
}

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
  const { all, firsts, wide } = values === list.values ? readComparables(list, read) : readValues(values, read);
  if (firsts.size === all.length && wide.length === 0) return [];
  const findWider = (one: Comparable, index: number): number | undefined => {
    const first = one.key === undefined ? index : (firsts.get(one.key) ?? index);
    if (first < index) return first;
    return wide.find(
      ({ place, value }) => place !== index && covers(value, one) && (place < index || !covers(one, value)),
    )?.place;
  };
  const wider = all.map(findWider);
  return values.flatMap((value, index) => {
    let last = wider[index];
    for (let next = last; next !== undefined; next = wider[next]) last = next;
    const by = last === undefined ? undefined : values[last];
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
