import type { IamData } from '../../catalog/iam-data.ts';
import { splitAction } from '../../catalog/iam-queries.ts';
import { insertItemsOnSurface } from '../../edit/insert-item.ts';
import { joinChanges } from '../../edit/join-changes.ts';
import { edit } from '../../edit/place.ts';
import { removeItemsOnSurface } from '../../edit/remove-items.ts';
import { replaceOnSurface } from '../../edit/replace-value.ts';
import type { Node, StringNode } from '../../syntax/node.ts';
import { actionsOf } from './meaning.ts';
import { isTouched, type PolicyPlace, withDash } from './policy-place.ts';
import { type Offer, outcome } from './refactoring.ts';
import { valueElementAt } from './value-lists.ts';
import { verify } from './verify.ts';

/** More than this nobody reads, and few policies have room for it. */
const mostActions = 200;

/** A name with wildcards as all the actions that it stands for. */
export const expansions: Offer = (place, scene) => {
  const element = valueElementAt(place);
  const data = scene.iamData;
  if (element === undefined || data === undefined || !isActionElement(element.name) || isAllowOfTrust(place)) return [];
  const { value } = element.property;
  const items = value.type === 'array' ? value.items : [value];
  const written = items.find(
    (item): item is StringNode =>
      isWildcard(item) && (items.length === 1 || isTouched(withDash(place.model.text, item.span), place.selection)),
  );
  if (written === undefined) return [];
  const names = namesOf(written.value, data);
  if (names.length === 0) return [];
  const present = new Set(items.flatMap((item) => (item.type === 'string' ? [item.value.toLowerCase()] : [])));
  const added = names.filter((name) => !present.has(name.toLowerCase()));
  return [
    {
      id: 'expand',
      title: `Expand \`${written.value}\` to the ${names.length === 1 ? 'one action' : `${names.length} actions`} known on ${data.date}, and no later ones`,
      kind: 'rewrite',
      ...(names.length > mostActions && {
        refusal: `More than ${mostActions} actions are too many to be written out.`,
      }),
      edit: () => {
        const changes = edit(place.target, (surface) => {
          if (value.type !== 'array') return replaceOnSurface(surface, value, names);
          const [first, ...more] = added;
          if (first === undefined) return removeItemsOnSurface(surface, value, [value.items.indexOf(written)]);
          return joinChanges(surface, [
            replaceOnSurface(surface, written, first),
            insertItemsOnSurface(surface, value, value.items.indexOf(written) + 1, more),
          ]);
        });
        return verify(scene, outcome(changes), { meaning: 'same by data' });
      },
    },
  ];
};

/** A trust policy names few actions; which of them AWS takes there is not a question of the data. */
export function isAllowOfTrust({ policy, statement }: PolicyPlace): boolean {
  return policy.kind === 'trust' && statement?.effect !== 'Deny';
}

export function isActionElement(name: string): boolean {
  return name === 'Action' || name === 'NotAction';
}

function isWildcard(node: Node): node is StringNode {
  return node.type === 'string' && /^[\w-]+:[\w*?]*[*?][\w*?]*$/.test(node.value);
}

/** In AWS's own case; of what it does not document the case is not known, and IAM does not care for it. */
function namesOf(text: string, data: IamData): readonly string[] {
  const { prefix = '' } = splitAction(text) ?? {};
  const service = data.findService(prefix);
  const names = actionsOf(text.toLowerCase(), data).filter((name) => !name.includes('*') && !name.includes('?'));
  return names.map((name) => {
    const own = name.slice(name.indexOf(':') + 1);
    return `${prefix}:${service?.actions.get(own)?.name ?? own}`;
  });
}
