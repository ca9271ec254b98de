import { insertItemsOnSurface } from '../../edit/insert-item.ts';
import { joinChanges } from '../../edit/join-changes.ts';
import { edit } from '../../edit/place.ts';
import { removeItemsOnSurface } from '../../edit/remove-items.ts';
import { replaceOnSurface } from '../../edit/replace-value.ts';
import { existing } from '../../edit/writable.ts';
import type { Statement, ValueList } from '../../policy/statement.ts';
import { hasPlaceholder, literalOf, type Value, valueKey } from '../../policy/value.ts';
import type { ArrayNode } from '../../syntax/node.ts';
import { actionTexts, frameOf, resourceTexts } from './meaning.ts';
import { isOneValue } from './one-value.ts';
import { isWrittenHere, type PolicyPlace } from './policy-place.ts';
import { type Offer, type Outcome, outcome, type Refactoring, refuse, type Scene } from './refactoring.ts';
import { isWellFormed, listAround } from './statement-list.ts';
import { verify } from './verify.ts';

/** Statements that differ in one element alone say together what one statement says that has the values of all. */
export const merges: Offer = (place, scene) => {
  const { statement, policy } = place;
  const list = statement && listAround(place, statement);
  if (statement === undefined || list === undefined || !isComparable(statement)) return [];
  const others = policy.statements.filter(
    (each) =>
      each !== statement &&
      list.items.includes(each.node) &&
      isComparable(each) &&
      frameOf(each) === frameOf(statement),
  );
  if (others.length === 0) return [];
  return (['action', 'resource'] as const).flatMap((element) => {
    const same = others.filter((each) => differsOnlyIn(element, statement, each));
    return same.length === 0 ? [] : [offerFor(element, [statement, ...same], list, place, scene)];
  });
};

function offerFor(
  element: 'action' | 'resource',
  group: readonly Statement[],
  list: ArrayNode,
  place: PolicyPlace,
  scene: Scene,
): Refactoring {
  const [, other] = group;
  const what = group.length > 2 || other === undefined ? `${group.length} statements` : `with ${nameOf(other)}`;
  const ordered = group.toSorted((a, b) => a.index - b.index);
  const isNegated = group.some((each) => each[element] === undefined);
  const not = element === 'action' ? 'NotAction' : 'NotResource';
  return {
    id: `merge-${element}s`,
    title: `Merge ${what}: only the ${element}s differ`,
    kind: 'rewrite',
    ...(isNegated && { refusal: `What several ${not} leave out together is not what one would leave out.` }),
    edit: () => merge(element, ordered, list, place, scene),
  };
}

function merge(
  element: 'action' | 'resource',
  [first, ...others]: readonly Statement[],
  list: ArrayNode,
  place: PolicyPlace,
  scene: Scene,
): Outcome {
  const kept = first?.[element];
  const joined = others.map((each) => each[element]);
  if (first === undefined || kept === undefined || !joined.every((each) => each !== undefined))
    return refuse('They cannot be joined.');
  if (![kept, ...joined].every((each) => isPlainList(each, place, scene)) || !isWrittenHere(kept.property, first.node))
    return refuse('What stands in the lists is not known one by one.');
  const added = newValues(kept, joined, element);
  const { value } = kept.property;
  const gone = others.map(({ node }) => list.items.indexOf(node));
  const changes = edit(place.target, (surface) => {
    const values = added.map(({ node }) => existing(node));
    const grown =
      value.type === 'array'
        ? insertItemsOnSurface(surface, value, value.items.length, values)
        : values.length === 0
          ? []
          : replaceOnSurface(surface, value, [existing(value), ...values]);
    return joinChanges(surface, [grown, removeItemsOnSurface(surface, list, gone)]);
  });
  return verify(scene, outcome(changes), { meaning: 'same' });
}

function newValues(kept: ValueList, joined: readonly ValueList[], element: 'action' | 'resource'): readonly Value[] {
  const keyOf = (value: Value) => (element === 'action' ? valueKey(value.parts).toLowerCase() : valueKey(value.parts));
  const known = new Set(kept.values.map(keyOf));
  return joined
    .flatMap(({ values }) => values)
    .filter((value) => {
      const isNew = !known.has(keyOf(value));
      known.add(keyOf(value));
      return isNew;
    });
}

/** The values are all that stands in the list, one for one. */
function isPlainList({ property: { value } }: ValueList, place: PolicyPlace, scene: Scene): boolean {
  return (value.type === 'array' ? value.items : [value]).every((each) => isOneValue(each, place, scene));
}

function differsOnlyIn(element: 'action' | 'resource', a: Statement, b: Statement): boolean {
  const same = element === 'action' ? resourceTexts : actionTexts;
  const differing = element === 'action' ? actionTexts : resourceTexts;
  return areEqual(same(a), same(b)) && !areEqual(differing(a), differing(b));
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify([...new Set(a)].sort()) === JSON.stringify([...new Set(b)].sort());
}

/** The same words in two placeholders may become two things. */
function isComparable(statement: Statement): boolean {
  const { action, notAction, resource, notResource, principal, notPrincipal, condition } = statement;
  const values = [
    ...[action, notAction, resource, notResource, ...condition.entries].flatMap((each) => each?.values ?? []),
    ...[principal, notPrincipal].flatMap((each) => each?.principals.map(({ value }) => value) ?? []),
  ];
  const isKnown = (value: Value) =>
    !hasPlaceholder(value) && value.parts.every((part) => part.type === 'literal' || !part.symbol.includes('…'));
  return isWellFormed(statement) && statement.effect !== undefined && condition.complete && values.every(isKnown);
}

function nameOf({ sid, index }: Statement): string {
  const name = literalOf(sid);
  return name === undefined || name === '' ? `statement ${index + 1}` : `\`${name}\``;
}
