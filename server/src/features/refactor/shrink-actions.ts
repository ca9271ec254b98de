import type { IamData } from '../../catalog/iam-data.ts';
import { findAction, splitAction } from '../../catalog/iam-queries.ts';
import { joinChanges } from '../../edit/join-changes.ts';
import { edit } from '../../edit/place.ts';
import { removeItemsOnSurface } from '../../edit/remove-items.ts';
import { replaceOnSurface } from '../../edit/replace-value.ts';
import type { StringNode } from '../../syntax/node.ts';
import { isActionElement, isAllowOfTrust } from './expand-wildcard.ts';
import { actionsOf } from './meaning.ts';
import { isTouched, withDash } from './policy-place.ts';
import { type Offer, outcome } from './refactoring.ts';
import { valueElementAt } from './value-lists.ts';
import { verify } from './verify.ts';

/** Actions as one name with a wildcard, where that stands for just these by today's data. */
export const shrinkings: Offer = (place, scene) => {
  const element = valueElementAt(place);
  const list = element?.property.value;
  const data = scene.iamData;
  if (data === undefined || data.isOld || list?.type !== 'array' || !isActionElement(element?.name ?? '')) return [];
  if (isAllowOfTrust(place)) return [];
  const items = list.items.filter((item): item is StringNode => item.type === 'string');
  const pointed = items.find((item) => isTouched(withDash(place.model.text, item.span), place.selection)) ?? items[0];
  const present = new Map(items.map((item) => [item.value.toLowerCase(), item]));
  const pattern = pointed && widestWildcard(pointed.value, present, data);
  if (pattern === undefined) return [];
  const covered = actionsOf(pattern.toLowerCase(), data).flatMap((name) => present.get(name) ?? []);
  const indexes = covered.map((item) => list.items.indexOf(item)).sort((a, b) => a - b);
  const [first, ...others] = indexes;
  const kept = list.items[first ?? -1];
  if (kept === undefined) return [];
  return [
    {
      id: 'shrink',
      title: `Shrink ${indexes.length} actions to \`${pattern}\`, which would also cover actions that AWS adds later`,
      kind: 'rewrite',
      edit: () => {
        const changes = edit(place.target, (surface) =>
          joinChanges(surface, [replaceOnSurface(surface, kept, pattern), removeItemsOnSurface(surface, list, others)]),
        );
        return verify(scene, outcome(changes), { meaning: 'same by data' });
      },
    },
  ];
};

/** The shortest beginning of the action's name, by its words, of which all actions are in the list, two at least. */
function widestWildcard(text: string, present: ReadonlyMap<string, unknown>, data: IamData): string | undefined {
  const name = findAction(data, text)?.action.name;
  const { prefix } = splitAction(text) ?? {};
  if (name === undefined || prefix === undefined) return undefined;
  const words = name.match(/^[^A-Z]+|[A-Z]+(?![a-z])\d*|[A-Z][^A-Z]*/g) ?? [name];
  for (let count = 0; count < words.length; count++) {
    const pattern = `${prefix}:${words.slice(0, count).join('')}*`;
    const actions = actionsOf(pattern.toLowerCase(), data);
    if (actions.length > 1 && actions.every((each) => present.has(each))) return pattern;
  }
  return undefined;
}
