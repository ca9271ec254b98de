import { oncePer } from '../base/once.ts';
import { coversOne, type ReadComparable, readAction, readComparables, readResource } from './covers.ts';
import type { ConditionBlock, PrincipalElement, Statement, ValueList } from './statement.ts';
import { type Value, valueKey } from './value.ts';

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
  if (!wide.complete || !narrow.complete) return false;
  const { all } = readComparables(narrow, read);
  const wider = readComparables(wide, read);
  for (const one of all) if (!coversOne(wider, one)) return false;
  return all.length > 0 && !isOpen(wide);
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
