import { keptWith } from '../base/once.ts';
import type { Span } from '../base/span.ts';
import type { IamData } from '../catalog/iam-data.ts';
import type { FragmentModel } from '../lint/model.ts';
import { countActions } from './hover/hover-word.ts';
import { wordsOf } from './hover/policy-word.ts';
import { behind, type InlayText, inRange } from './inlay-text.ts';
import { policiesOf } from './mention-place.ts';

/** How many actions each wildcard in a range of the fragment's text covers. */
export function hintWildcards(model: FragmentModel, range: Span, data: IamData): readonly InlayText[] {
  const hints = known.get(model) ?? findAll(model, data);
  known.set(model, hints);
  return inRange(hints, range);
}

/** A model never changes, and the data is the same as long as the server runs. */
const known = keptWith<FragmentModel, readonly InlayText[]>();

function findAll(model: FragmentModel, data: IamData): readonly InlayText[] {
  return policiesOf(model).flatMap((policy) =>
    [...wordsOf(policy)].flatMap((word): InlayText[] => {
      const count = word.is === 'action' ? countActions(word.name, data) : undefined;
      return count ? [{ offset: behind(word.node), label: count === 1 ? '1 action' : `${count} actions` }] : [];
    }),
  );
}
