import { oncePer } from '../base/once.ts';
import { type Comparable, covers, mostCompared, type ReadComparable, readAction, readResource } from './covers.ts';
import type { ConditionBlock, PrincipalElement, Statement, ValueList } from './statement.ts';
import { literalOf, type Value, valueKey } from './value.ts';
import { hasWildcard } from './wildcard.ts';

/** Whether one statement says all that another says, for everyone it says it for; only what is certain. */
export function coversStatement(wide: Statement, narrow: Statement): boolean {
  if (wide.effect === undefined || wide.effect !== narrow.effect) return false;
  if (!coversList(wide.action, narrow.action, readAction)) return false;
  if (!isWellFormed(wide) || !isWellFormed(narrow)) return false;
  if (!coversList(wide.resource, narrow.resource, readResource)) return false;
  if (!sameList(wide.notAction, narrow.notAction) || !sameList(wide.notResource, narrow.notResource)) return false;
  if (!samePrincipal(wide.principal, narrow.principal) || !samePrincipal(wide.notPrincipal, narrow.notPrincipal))
    return false;
  return isUnconditional(wide) || sameCondition(wide.condition, narrow.condition);
}

/** What is misspelt, stands twice or is written by a transform may have been meant to tell them apart. */
function isWellFormed(statement: Statement): boolean {
  return wellFormedness(statement).isWellFormed;
}

/** Each statement is compared with all the others. */
const wellFormedness = oncePer(({ node }: Statement) => {
  const names = node.properties.map(({ key }) => key.value);
  return { isWellFormed: new Set(names).size === names.length && names.every((name) => elements.has(name)) };
});

const elements: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
]);

function isUnconditional({ condition }: Statement): boolean {
  return condition.property === undefined;
}

function coversList(wide: ValueList | undefined, narrow: ValueList | undefined, read: ReadComparable): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  // Of a list with parts that may be left out nothing is certain.
  if (!wide.complete || !narrow.complete || narrow.values.length === 0) return false;
  if (!mayCoverFirst(wide, narrow) || isOpen(wide)) return false;
  const { keys, several } = comparablesOf(wide, read);
  return comparablesOf(narrow, read).all.every(
    (one) => one.key !== undefined && (keys.has(one.key) || several.some((other) => covers(other, one))),
  );
}

/** A quick look, which is enough for nearly all: two lists of different things. */
function mayCoverFirst(wide: ValueList, { values: [first] }: ValueList): boolean {
  const text = literalOf(first)?.toLowerCase();
  return text === undefined || wide.values.some((value) => mayCover(literalOf(value), text));
}

function mayCover(wide: string | undefined, text: string): boolean {
  return wide === undefined || hasWildcard(wide) || (wide.length === text.length && wide.toLowerCase() === text);
}

interface Comparables {
  readonly all: readonly Comparable[];
  readonly keys: ReadonlySet<string | undefined>;
  /** Those that stand for more than themselves; the first `mostCompared`. */
  readonly several: readonly Comparable[];
}

const known = new WeakMap<ValueList, Comparables>();

function comparablesOf(list: ValueList, read: ReadComparable): Comparables {
  const found = known.get(list);
  if (found !== undefined) return found;
  const all = list.values.map(read);
  const several = all.filter(({ reach }) => reach !== 'one').slice(0, mostCompared);
  const comparables = { all, keys: new Set(all.map(({ key }) => key)), several };
  known.set(list, comparables);
  return comparables;
}

/** An item under `Fn::If` may not be there. */
function isOpen(list: ValueList): boolean {
  return openness(list).isOpen;
}

const openness = oncePer(({ property, values }: ValueList) => {
  const list = property.value;
  const direct = new Set(list.type === 'array' ? list.items : [list]);
  return { isOpen: values.some(({ node }) => !direct.has(node)) };
});

function sameList(a: ValueList | undefined, b: ValueList | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.complete && b.complete && !isOpen(a) && !isOpen(b) && listKey(a) === listKey(b);
}

const listKey = oncePer(({ values }: ValueList) => setKey(keysOf(values)));

function samePrincipal(a: PrincipalElement | undefined, b: PrincipalElement | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.complete && b.complete && principalKey(a) === principalKey(b);
}

/** The same for those that say the same, in whatever order. */
const principalKey = oncePer(({ principals }: PrincipalElement) =>
  setKey(principals.map(({ type, value }) => `${type} ${valueKey(value.parts)}`)),
);

function sameCondition(a: ConditionBlock, b: ConditionBlock): boolean {
  if (![a, b].every(({ complete, entries }) => complete && entries.every((entry) => entry.complete))) return false;
  return conditionKey(a) === conditionKey(b);
}

const conditionKey = oncePer(({ entries }: ConditionBlock) =>
  setKey(
    entries.map(
      ({ operatorNode, key, values }) =>
        `${operatorNode.value} ${key.toLowerCase()} ${keysOf(values).toSorted().join(' ')}`,
    ),
  ),
);

function setKey(keys: readonly string[]): string {
  return JSON.stringify([...new Set(keys)].toSorted());
}

function keysOf(values: readonly Value[]): readonly string[] {
  return values.map(({ parts }) => valueKey(parts));
}
