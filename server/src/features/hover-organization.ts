import type { Span } from '../base/span.ts';
import type { FragmentModel } from '../lint/model.ts';
import { describePlace, pathOfPlace, walk } from '../organization/organization.ts';
import { spanInString } from '../syntax/decode.ts';
import {
  type FoundPlace,
  findKnownAccount,
  findPathPlace,
  findPlace,
  type KnownNames,
  managementName,
} from './organization-lookup.ts';
import { findMentions, type Mention, type MentionedId } from './organization-mentions.ts';
import { countOf, describeAge, describeCount } from './organization-words.ts';
import { type PointedText, textAt } from './strings-of-fragment.ts';

/** What is known of an id or a path. The texts hold names as people gave them: they are plain text, no markup. */
export interface OrganizationHover {
  /** What it is about, in the fragment's text. */
  readonly span: Span;
  /** "Workloads / Prod, 14 accounts" */
  readonly title: string;
  /** Sentences without a full stop, the most telling first. */
  readonly details: readonly string[];
}

/** Tells what an id or path of an organization at an offset of the fragment's text names; `now` as `Date.now`. */
export function hoverOrganization(
  model: FragmentModel,
  offset: number,
  known: KnownNames,
  now: number,
): OrganizationHover | undefined {
  if (known.organizations.length === 0 && Object.keys(known.accounts).length === 0) return undefined;
  const pointed = textAt(model, offset);
  if (pointed === undefined) return undefined;
  const mention = findMentions(pointed.text).find(({ from, to }) => from <= pointed.index && pointed.index <= to);
  if (mention === undefined) return undefined;
  const index = mention.ids.findIndex(({ to }) => pointed.index <= to);
  const last = mention.ids.length - 1;
  return index < 0 || index === last
    ? hoverEnd(mention, pointed, known, now)
    : hoverId(mention, index, pointed, known, now);
}

/** On the last id of a path, or behind it: the whole path is meant. */
function hoverEnd(
  mention: Mention,
  pointed: PointedText,
  known: KnownNames,
  now: number,
): OrganizationHover | undefined {
  const found = findPathPlace(known, mention);
  if (found === undefined) return hoverId(mention, mention.ids.length - 1, pointed, known, now);
  const { title, details } = describeUnit(found, mention.end, now);
  return { span: spanOf(pointed, mention), title, details };
}

/** On one id of several, or on one alone. */
function hoverId(
  mention: Mention,
  index: number,
  pointed: PointedText,
  known: KnownNames,
  now: number,
): OrganizationHover | undefined {
  const mentioned = mention.ids[index];
  const text = mentioned && describeId(mentioned, within(mention, known), now);
  return text && { span: spanOf(pointed, mentioned), ...text };
}

/** A path says itself whose ids it is made of. Roots of two organizations may have the same id. */
function within({ ids: [first] }: Mention, known: KnownNames): KnownNames {
  if (first?.kind !== 'organization') return known;
  return { ...known, organizations: known.organizations.filter(({ id }) => id === first.id) };
}

type Text = Pick<OrganizationHover, 'title' | 'details'>;

function describeId({ id, kind }: MentionedId, known: KnownNames, now: number): Text | undefined {
  switch (kind) {
    case 'organization':
      return describeOrganization(id, known, now);
    case 'account':
      return describeAccount(id, known, now);
    case 'root':
    case 'unit': {
      const found = findPlace(known, id);
      if (found === undefined) return undefined;
      const { title, details } = describeUnit(found, '', now);
      return { title, details: [pathOfPlace(found.organization, found.place), ...details] };
    }
    default:
      return kind satisfies never;
  }
}

function describeUnit({ organization, place }: FoundPlace, end: Mention['end'], now: number): Text {
  const { unit } = place;
  const here = place.above.length === 0 ? 'The root' : 'The organizational unit';
  const count = end === '/' ? directCount(unit.accounts?.length) : describeCount(unit);
  const meaning = {
    '': here,
    '/': `Only the accounts directly in ${here.toLowerCase()}`,
    '/*': `${here} and everything below`,
  };
  return {
    title: [describePlace(place), ...(count === undefined ? [] : [count])].join(', '),
    details: [`${meaning[end]} in ${organization.id}`, age(organization, now)],
  };
}

function directCount(count: number | undefined): string | undefined {
  return count === undefined ? undefined : `${countOf(count, 'account')} directly in it`;
}

function describeOrganization(id: string, { organizations }: KnownNames, now: number): Text | undefined {
  const organization = organizations.find((each) => each.id === id);
  if (organization === undefined) return undefined;
  const { managementAccount } = organization;
  const name = managementName(organization);
  const count = describeCount(organization.root);
  const units = [...walk(organization)].length - 1;
  const management = name === undefined ? managementAccount : `${name} (${managementAccount})`;
  return {
    title: [`Organization ${id}`, ...(count === undefined ? [] : [countOf(units, 'organizational unit'), count])].join(
      ', ',
    ),
    details: [...(management === undefined ? [] : [`Managed by ${management}`]), age(organization, now)],
  };
}

function describeAccount(id: string, known: KnownNames, now: number): Text | undefined {
  const found = findKnownAccount(known, id);
  if (found === undefined) return undefined;
  const { name, otherName, status, in: where } = found;
  const title = status === undefined || status === 'ACTIVE' ? name : `${name}, ${status.toLowerCase()}`;
  if (where === undefined) return { title, details: ['The account as the configuration names it'] };
  const alias = otherName === undefined ? [] : [`Called ${otherName} in the organization`];
  return {
    title,
    details: [
      `The account is in ${describePlace(where.place)} of ${where.organization.id}`,
      ...alias,
      age(where.organization, now),
    ],
  };
}

function age(organization: FoundPlace['organization'], now: number): string {
  const text = describeAge(organization, now);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function spanOf({ node }: PointedText, { from, to }: { readonly from: number; readonly to: number }): Span {
  if (node.type === 'string') return spanInString(node, from, to);
  return { start: node.span.start + from, end: node.span.start + to };
}
