import type { Span } from '../base/span.ts';
import { plainText, type TextChange } from '../edit/change.ts';
import type { FragmentModel } from '../lint/model.ts';
import { describePlace, type Organization, type Place, pathOfPlace, walk } from '../organization/organization.ts';
import { findPlaceholders } from '../policy/placeholder.ts';
import { type CompletionPlace, findCompletionPlace } from './complete-organization-place.ts';
import { findKnownAccount, type KnownNames, managementName } from './organization-lookup.ts';
import { describeCount } from './organization-words.ts';

/** Ids that can stand at a position, offered by the names of what they stand for. */
export interface OrganizationCompletions {
  readonly items: readonly OrganizationCompletion[];
  /** With one more character the items are to be filtered by other words. */
  readonly isIncomplete: boolean;
  /** What is replaced, in the fragment's text: on one line, around the cursor. */
  readonly span: Span;
}

export interface OrganizationCompletion {
  readonly kind: 'path' | 'organization' | 'account';
  /** The name, as a person gave it. */
  readonly label: string;
  /** The id or path. */
  readonly detail: string;
  /** Where an account is, how many are in a unit; undefined where it is not known. */
  readonly description?: string;
  /** What is typed is compared with this: name and ids. */
  readonly filterText: string;
  /** What is written over the span, quotes and escapes included. */
  readonly newText: string;
}

/** Offers what fits at an offset of the fragment's text; undefined where no id of an organization belongs. */
export function completeOrganization(
  model: FragmentModel,
  offset: number,
  known: KnownNames,
): OrganizationCompletions | undefined {
  const place = findCompletionPlace(model, offset);
  if (place === undefined) return undefined;
  const offers = offersFor(place, known);
  const [first] = offers;
  const frame = first && frameOf(place, first.detail, model.text, offset);
  if (frame === undefined) return undefined;
  return {
    items: offers.map((each) => ({ ...each, newText: frame.before + each.detail + frame.behind })),
    isIncomplete: place.wants.kind === 'path' && place.typed.length < 3,
    span: frame.span,
  };
}

type Offer = Omit<OrganizationCompletion, 'newText'>;

function offersFor({ wants, typed }: CompletionPlace, known: KnownNames): readonly Offer[] {
  switch (wants.kind) {
    case 'path':
      return known.organizations.flatMap((organization) =>
        [...walk(organization)].map((each) => offerPath(organization, each, wants.end, typed)),
      );
    case 'organization':
      return known.organizations.map((organization) => offerOrganization(organization, typed));
    case 'account':
      return accountsOf(known).map((id) => offerAccount(id, known, typed));
    default:
      return wants satisfies never;
  }
}

function offerPath(organization: Organization, place: Place, end: string, typed: string): Offer {
  const names = describePlace(place);
  const path = pathOfPlace(organization, place).slice(0, -1) + end;
  const { unit } = place;
  const description = describeCount(unit);
  // Editors compare no more than some hundred characters: the words that are being typed come first.
  const words = /^(?:ou|r)-/.test(typed) ? [unit.id, path] : typed.startsWith('o-') ? [path] : [names, unit.id];
  return {
    kind: 'path',
    label: names,
    detail: path,
    ...(description !== undefined && { description }),
    filterText: filterText(words, typed),
  };
}

function offerOrganization(organization: Organization, typed: string): Offer {
  const { id } = organization;
  const name = managementName(organization);
  return {
    kind: 'organization',
    label: name ?? id,
    detail: id,
    filterText: filterText([...(name === undefined ? [] : [name]), id], typed),
  };
}

function offerAccount(id: string, known: KnownNames, typed: string): Offer {
  const found = findKnownAccount(known, id);
  const { name = id, otherName, in: where } = found ?? {};
  const words = [name, ...(otherName === undefined ? [] : [otherName]), id];
  return {
    kind: 'account',
    label: name,
    detail: id,
    ...(where && { description: describePlace(where.place) }),
    filterText: filterText(words, typed),
  };
}

/** Those that the configuration names first, then all others by their place. Each once. */
function accountsOf({ organizations, accounts }: KnownNames): readonly string[] {
  const inOrganizations = organizations.flatMap((organization) =>
    [...walk(organization)].flatMap(({ unit }) => unit.accounts ?? []).map(({ id }) => id),
  );
  return [...new Set([...Object.values(accounts), ...inOrganizations])];
}

/** A placeholder that is half before the cursor is to be replaced, not to be compared. */
function filterText(words: readonly string[], typed: string): string {
  const isPlaceholder = typed.startsWith('<') || findPlaceholders(typed, 'sub').length > 0;
  return [...(isPlaceholder ? [typed] : []), ...words].join(' ');
}

interface Frame {
  readonly span: Span;
  readonly before: string;
  readonly behind: string;
}

/**
 * How any id is written at the place, learned from one: all of a kind are made of the same characters. Undefined where
 * it cannot be written, or not on the cursor's line, which is all that completion may change.
 */
function frameOf(place: CompletionPlace, id: string, text: string, offset: number): Frame | undefined {
  const changes = place.write(id);
  const [change, ...others] = changes ?? [];
  if (change === undefined || others.length > 0) return undefined;
  const { span, newText } = reach(shrink(change, text, id), text, offset);
  const at = newText.indexOf(id);
  const isOnLine = span.start <= offset && offset <= span.end && !/[\r\n]/.test(text.slice(span.start, span.end));
  if (at < 0 || !isOnLine || /[\r\n]/.test(newText)) return undefined;
  return { span, before: newText.slice(0, at), behind: newText.slice(at + id.length) };
}

interface Replacement {
  readonly span: Span;
  readonly newText: string;
}

/** Without what the change leaves as it is on both sides of the id: an editor compares the rest with what is typed. */
function shrink(change: TextChange, text: string, id: string): Replacement {
  const newText = plainText(change);
  const { start, end } = change.span;
  const old = text.slice(start, end);
  const at = newText.indexOf(id);
  let before = 0;
  while (before < at && before < old.length && old[before] === newText[before]) before++;
  let behind = 0;
  const most = Math.min(old.length - before, newText.length - at - id.length);
  while (behind < most && old.at(-1 - behind) === newText.at(-1 - behind)) behind++;
  return {
    span: { start: start + before, end: end - behind },
    newText: newText.slice(before, newText.length - behind),
  };
}

/** Up to the cursor where only blanks are between. */
function reach({ span, newText }: Replacement, text: string, offset: number): Replacement {
  const isBlank = offset > span.end && /^[ \t]+$/.test(text.slice(span.end, offset));
  return { span: isBlank ? { start: span.start, end: offset } : span, newText };
}
