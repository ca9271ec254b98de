import { shift } from '../../base/span.ts';
import { collect } from '../../base/table.ts';
import { applyChanges } from '../../edit/change.ts';
import { insertItemsOnSurface } from '../../edit/insert-item.ts';
import { joinChanges } from '../../edit/join-changes.ts';
import { type Changes, contentSpan, edit } from '../../edit/place.ts';
import { removePropertyOnSurface } from '../../edit/remove.ts';
import { removeItemsOnSurface } from '../../edit/remove-items.ts';
import { replaceOnSurface } from '../../edit/replace-value.ts';
import type { Surface } from '../../edit/surface.ts';
import { existing, raw, type Writable, type WritableObject } from '../../edit/writable.ts';
import type { Statement } from '../../policy/statement.ts';
import { type ArrayNode, child, type Node } from '../../syntax/node.ts';
import { isOneValue } from './one-value.ts';
import { isTouched, isWrittenHere, type PolicyPlace, withDash } from './policy-place.ts';
import { type Offer, type Outcome, outcome, type Refactoring, type Scene } from './refactoring.ts';
import { isWellFormed, newSids } from './statement-list.ts';
import { verify } from './verify.ts';

/** A statement for each resource, or one for those that are selected. What `NotResource` names cannot be told apart so. */
export const splits: Offer = (place, scene) => {
  const { statement, selection } = place;
  const property = statement?.resource?.property;
  if (statement === undefined || property === undefined || !isWellFormed(statement)) return [];
  const { value } = property;
  if (value.type !== 'array' || value.items.length < 2 || !isWrittenHere(property, statement.node)) return [];
  if (!value.items.every((item) => isOneValue(item, place, scene))) return [];
  if (place.list !== statement.node && !(place.list?.type === 'array' && place.list.items.includes(statement.node)))
    return [];
  const selected = value.items.filter((item) => isTouched(withDash(place.model.text, item.span), selection));
  const rest = value.items.filter((item) => !selected.includes(item));
  const offer = (id: string, title: string, groups: readonly (readonly Node[])[]): Refactoring => ({
    id,
    title,
    kind: 'rewrite',
    edit: () => split(place, scene, statement, value, groups),
  });
  const offers: Refactoring[] = [];
  if (selected.length > 0 && rest.length > 0 && value.items.length > 2) {
    const what = selected.length === 1 ? 'this resource' : `the ${selected.length} selected resources`;
    offers.push(
      offer('split-selected', `Give ${what} a statement of ${selected.length === 1 ? 'its' : 'their'} own`, [
        rest,
        selected,
      ]),
    );
  }
  const each = value.items.map((item) => [item]);
  offers.push(offer('split', `Split into ${each.length} statements, one for each resource`, each));
  return offers;
};

function split(
  place: PolicyPlace,
  scene: Scene,
  statement: Statement,
  resources: ArrayNode,
  [first = [], ...groups]: readonly (readonly Node[])[],
): Outcome {
  const sids = newSids(place, statement);
  const copies = groups.map((group): Copy => ({ group, sid: sids() }));
  const changes = edit(place.target, (surface) => {
    const { list } = place;
    const writeAnew = ({ group, sid }: Copy) => statementFor(statement, group, sid);
    if (list?.type !== 'array')
      return (
        list && replaceOnSurface(surface, list, [statementFor(statement, first, 'same'), ...copies.map(writeAnew)])
      );
    const added = copies.map((copy) => copyOf(surface, statement, resources, copy) ?? writeAnew(copy));
    return joinChanges(surface, [
      keepOnly(surface, resources, first),
      insertItemsOnSurface(surface, list, list.items.indexOf(statement.node) + 1, added),
    ]);
  });
  return verify(scene, outcome(changes), { meaning: 'same' });
}

interface Copy {
  readonly group: readonly Node[];
  /** Without one the copy has no name. */
  readonly sid: string | undefined;
}

function keepOnly(surface: Surface, { items, ...list }: ArrayNode, kept: readonly Node[]): Changes {
  const gone = [...items.entries()].filter(([, item]) => !kept.includes(item)).map(([index]) => index);
  return removeItemsOnSurface(surface, { ...list, items }, gone);
}

/** The statement as it is written, for other resources. Undefined where a comment would be repeated. */
function copyOf(
  surface: Surface,
  { node }: Statement,
  resources: ArrayNode,
  { group, sid }: Copy,
): Writable | undefined {
  const { start, end } = contentSpan(surface, node);
  const text = surface.text.slice(start, end);
  if (surface.comment === '#' ? /(?:^|\s)#/.test(text) : /(?:^|[\s,{[])\/[/*]/.test(text)) return undefined;
  const written = child(node, 'Sid');
  const changes = joinChanges(surface, [
    keepOnly(surface, resources, group),
    ...(written === undefined
      ? []
      : [sid === undefined ? removePropertyOnSurface(surface, node, 'Sid') : replaceOnSurface(surface, written, sid)]),
    [{ span: { start: end, end }, parts: [] }],
  ]);
  const own = changes?.map((change) => ({ ...change, span: shift(change.span, -start) }));
  return own && raw(applyChanges(text, own));
}

/** `same` keeps the name; without one there is none. */
function statementFor({ node }: Statement, resources: readonly Node[], sid: string | undefined): WritableObject {
  const written = new Map<string, Writable>();
  for (const { key, value } of node.properties) {
    if (key.value === 'Resource') written.set('Resource', resources.map(existing));
    else if (key.value !== 'Sid' || sid === 'same') written.set(key.value, existing(value));
    else if (sid !== undefined) written.set('Sid', sid);
  }
  return collect(written);
}
