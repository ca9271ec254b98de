import { replaceValue } from '../../edit/replace-value.ts';
import { existing } from '../../edit/writable.ts';
import { isOneValue } from './one-value.ts';
import { type Offer, outcome } from './refactoring.ts';
import { valueElementAt } from './value-lists.ts';
import { verify } from './verify.ts';

/** A single value as a list of one, and back: IAM reads both alike. */
export const listForms: Offer = (place, scene) => {
  const element = valueElementAt(place);
  if (element === undefined) return [];
  const { name, property } = element;
  const { value } = property;
  const isList = value.type === 'array';
  const only = isList ? value.items[0] : value;
  if (only === undefined || (isList && value.items.length > 1) || !isOneValue(only, place, scene)) return [];
  const writable = isList ? existing(only) : [existing(only)];
  return [
    {
      id: isList ? 'to-single' : 'to-list',
      title: isList ? `Write \`${name}\` as a single value` : `Write \`${name}\` as a list`,
      kind: 'rewrite',
      edit: () => verify(scene, outcome(replaceValue(place.target, value, writable)), { meaning: 'same' }),
    },
  ];
};
