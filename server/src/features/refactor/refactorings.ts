import type { Span } from '../../base/span.ts';
import { accountIds } from './account-id.ts';
import { expansions } from './expand-wildcard.ts';
import { extractions } from './extract-policy.ts';
import { listForms } from './list-form.ts';
import { merges } from './merge-statements.ts';
import { policyPlaceAt } from './policy-place.ts';
import { styles } from './policy-style.ts';
import { toObjects } from './policy-to-object.ts';
import { toStrings } from './policy-to-string.ts';
import type { Offer, Refactoring, Scene } from './refactoring.ts';
import { shrinkings } from './shrink-actions.ts';
import { sorts } from './sort-actions.ts';
import { splits } from './split-statement.ts';

/** Those that concern the smallest part of the text first. */
const offers: readonly Offer[] = [
  accountIds,
  expansions,
  shrinkings,
  sorts,
  listForms,
  splits,
  merges,
  toObjects,
  toStrings,
  styles,
  extractions,
];

/** What can be written otherwise at a selection of the fragment's text. Edits are worked out when they are asked for. */
export function refactoringsAt(scene: Scene, selection: Span): readonly Refactoring[] {
  const place = policyPlaceAt(scene.model, selection);
  return place === undefined ? [] : offers.flatMap((offer) => offer(place, scene));
}
