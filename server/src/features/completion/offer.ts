import type { Span } from '../../base/span.ts';
import type { Entry } from '../../edit/flow-text.ts';
import type { Text, Writable } from '../../edit/writable.ts';

/** What an offer is, for its icon. */
export type OfferKind =
  | 'element'
  | 'value'
  | 'service'
  | 'action'
  | 'wildcard'
  | 'operator'
  | 'key'
  | 'principal'
  | 'resource'
  | 'role'
  | 'guard';

/** Something that can stand at a place, not yet written in the form of its surroundings. */
export interface Offer {
  readonly kind: OfferKind;
  readonly label: string;
  /** Beside the label. */
  readonly description?: string;
  readonly detail?: string;
  readonly writing: Writing;
  /** What is typed is compared with this, where it is not what is written. */
  readonly filter?: string;
  /** What more is said of it, once it is looked at. */
  readonly subject?: Subject;
  /** One of few values of which each is whole: the closing quote may take it. */
  readonly isWhole?: true;
  /** What can be typed next is offered at once. */
  readonly goesOn?: true;
}

/** Of what the description is asked for. */
export interface Subject {
  readonly of: 'action' | 'key' | 'service' | 'element' | 'operator' | 'principal';
  readonly name: string;
}

export type Writing =
  /** A key, and an empty value of that shape behind it. */
  | { readonly as: 'key'; readonly name: string; readonly value: 'string' | 'object' | 'objects' }
  /** A key with its value. */
  | { readonly as: 'property'; readonly entry: Entry }
  /** The characters of a string, in the place of those from `from` on; `untilColon`: up to the next colon, if there is one. */
  | { readonly as: 'text'; readonly parts: Text; readonly from?: number; readonly untilColon?: true }
  /** A value that is no plain string: only where nothing is quoted yet. On one line, if lines are not asked for. */
  | { readonly as: 'value'; readonly value: Writable; readonly inLines?: true };

/** The offers for a place. */
export interface Offers {
  readonly offers: readonly Offer[];
  /** There are more than these. */
  readonly isIncomplete: boolean;
}

/** No list is longer: nobody reads so far. */
export const mostOffers = 200;

/** The first of the offers, those that fit what is typed where there are too many. */
export function cut(offers: readonly Offer[], typed: string): Offers {
  if (offers.length <= mostOffers) return { offers, isIncomplete: false };
  const wanted = typed.toLowerCase();
  const fitting = offers.filter(({ label, filter }) => isSubsequence(wanted, (filter ?? label).toLowerCase()));
  return { offers: fitting.slice(0, mostOffers), isIncomplete: true };
}

/** As editors compare what is typed with what is offered. */
function isSubsequence(wanted: string, text: string): boolean {
  let at = 0;
  for (const character of text) if (character === wanted[at]) at++;
  return at === wanted.length;
}

/** An offer as it is written at its place. */
export interface CompletionItem {
  readonly offer: Offer;
  /** Up to the cursor; and all of the word. Both on the cursor's line. */
  readonly insert: Span;
  readonly replace: Span;
  /** A placeholder without a name is where the cursor goes. */
  readonly parts: Text;
  readonly filterText: string;
  /** What is written elsewhere, as a comma that is missing. */
  readonly additional: readonly { readonly span: Span; readonly newText: string }[];
  /** The quotes that the value ends with, where there are some. */
  readonly quote?: string;
}

/** What is offered at a position. */
export interface Completions {
  readonly items: readonly CompletionItem[];
  readonly isIncomplete: boolean;
}
