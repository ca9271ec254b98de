import type { Span } from '../../base/span.ts';
import { touches } from '../../base/span.ts';
import type { IamData } from '../../catalog/iam-data.ts';
import type { FragmentModel } from '../../lint/model.ts';
import { type Policy, readPolicy } from '../../policy/policy.ts';
import { spanInString, valueOffsetAt } from '../../syntax/decode.ts';
import type { Format } from '../../syntax/fragment.ts';
import { parseJson } from '../../syntax/json.ts';
import type { Node, StringNode } from '../../syntax/node.ts';
import { offerActions } from './complete-actions.ts';
import { offerResources, type Substitutions } from './complete-arns.ts';
import { offerConditionKeys, offerConditionValues, offerOperators } from './complete-conditions.ts';
import { offerDocument } from './complete-document.ts';
import { offerElements, offerElementValues } from './complete-elements.ts';
import { offerGuards } from './complete-guards.ts';
import { offerOtherPrincipals, offerPrincipalTypes, offerServicePrincipals } from './complete-principals.ts';
import { type KnownRole, offerRoleAttributes, offerRoles } from './complete-roles.ts';
import type { Cursor } from './cursor.ts';
import { findCursor } from './find-cursor.ts';
import { respell } from './host-text.ts';
import { possibleKinds } from './kinds.ts';
import type { CompletionItem, Completions, Offer, Offers } from './offer.ts';
import { findPlace, type Place, type ValuePlace } from './place.ts';
import { writeOffers } from './write-offer.ts';

/** A text in which policies are found, and how it is read with a word at the cursor. */
export interface CompletionRequest {
  readonly model: FragmentModel;
  readonly offset: number;
  /** The same fragment, of another text. */
  readonly read: (text: string, offset: number) => FragmentModel | undefined;
  /** A template that stands in a string. */
  readonly readTemplate: (text: string, offset: number, format: Format) => FragmentModel | undefined;
  readonly data: IamData;
  /** Asked only where roles can stand. */
  readonly roles: () => readonly KnownRole[];
}

/** What can be typed at an offset of a fragment's text; undefined where it is no place of a policy. */
export function completePolicy(request: CompletionRequest): Completions | undefined {
  const { model, offset } = request;
  const nested = model.nested.find(({ embedding }) => touches(embedding.host.span, offset))?.embedding;
  if (nested !== undefined) return completeInHost(nested.host, offset, (at) => completeInTemplate(request, nested, at));
  const policy = model.policies.find(({ embedding }) => embedding && touches(embedding.host.span, offset));
  if (policy?.embedding !== undefined) {
    const { host } = policy.embedding;
    return completeInHost(host, offset, (at) => completeInString(request, policy, host, at));
  }
  const { text, format, inTemplate } = model;
  return completeIn(request, {
    text,
    offset,
    format,
    isInFlow: format === 'yaml' && isInFlow(model.tree.root, offset),
    inTemplate,
    isSub: false,
    read: (patched) => request.read(patched, offset)?.policies ?? [],
  });
}

interface Page {
  readonly text: string;
  readonly offset: number;
  readonly format: Format;
  readonly isInFlow: boolean;
  /** Intrinsic functions can be written. */
  readonly inTemplate: boolean;
  /** The whole text is the argument of an `Fn::Sub`. */
  readonly isSub: boolean;
  readonly read: (patched: string) => readonly Policy[];
}

function completeIn(request: CompletionRequest, page: Page): Completions | undefined {
  const { text, offset, format } = page;
  const found = findCursor(text, offset, format, page.isInFlow);
  for (const reading of found?.readings ?? []) {
    const cursor = found && { ...found, lead: found.lead + (reading.dash ? '- ' : '') };
    const place = findPlace(page.read(reading.text), reading.as);
    if (cursor === undefined || place === undefined) continue;
    const { offers, isIncomplete } = offersAt(request, page, cursor, place);
    const substitution = page.isSub ? 'bare' : page.inTemplate ? 'intrinsic' : 'none';
    const items = writeOffers(offers, { text, cursor, place, substitution });
    return items.length === 0 ? undefined : { items, isIncomplete };
  }
  return undefined;
}

function offersAt(request: CompletionRequest, page: Page, cursor: Cursor, place: Place): Offers {
  const kinds = possibleKinds(place.policy);
  const whole = (offers: readonly Offer[]): Offers => ({ offers, isIncomplete: false });
  if (place.in === 'file') return whole(offerDocument(kinds));
  if (place.in === 'value') return valuesAt(request, page, cursor, place);
  switch (place.of) {
    case 'document':
      return whole(offerElements(place, kinds));
    case 'statement': {
      return whole([...offerElements(place, kinds), ...offerGuards(place, kinds, page.isSub || page.inTemplate)]);
    }
    case 'principal':
      return whole(offerPrincipalTypes(place, kinds));
    case 'condition':
      return whole(offerOperators(place, request.data));
    case 'operator':
      return offerConditionKeys(place, cursor.typed, kinds, request.data);
    default:
      return place satisfies never;
  }
}

function valuesAt(request: CompletionRequest, page: Page, cursor: Cursor, place: ValuePlace): Offers {
  const { data, roles } = request;
  const { typed } = cursor;
  const kinds = possibleKinds(place.policy);
  const substitutions = substitutionsAt(page, cursor, place);
  const whole = (offers: readonly Offer[]): Offers => ({ offers, isIncomplete: false });
  if (place.argumentOf === 'GetAtt') return whole(offerRoleAttributes(place, roles()));
  switch (place.of) {
    case 'Effect':
    case 'Version':
      return whole(offerElementValues(place, kinds));
    case 'Action':
    case 'NotAction':
      return offerActions(place, typed, kinds, data);
    case 'Resource':
    case 'NotResource': {
      const { offers, isIncomplete } = offerResources(place, typed, substitutions, data);
      return { offers: [...offerRoles(place, typed, substitutions, roles()), ...offers], isIncomplete };
    }
    case 'Principal':
    case 'NotPrincipal': {
      if (place.key === 'Service') return offerServicePrincipals(place, typed, kinds);
      const known = place.key === 'AWS' ? offerRoles(place, typed, substitutions, roles()) : [];
      return whole([...known, ...offerOtherPrincipals(place, kinds)]);
    }
    case 'Condition':
      return whole([
        ...offerConditionValues(place, data),
        ...(/^aws:PrincipalArn$/i.test(place.key ?? '') ? offerRoles(place, typed, substitutions, roles()) : []),
      ]);
    default:
      return whole([]);
  }
}

function substitutionsAt({ inTemplate, isSub }: Page, { quote, tag }: Cursor, place: ValuePlace): Substitutions {
  if (isSub || place.argumentOf === 'Sub') return 'in-text';
  return inTemplate && quote === undefined && tag === undefined ? 'as-value' : 'none';
}

/** Completes in what a string holds, and brings the edits back to the text around it. */
function completeInHost(
  host: StringNode,
  offset: number,
  complete: (at: number) => Completions | undefined,
): Completions | undefined {
  const at = host.host === undefined && host.style !== 'plain' ? valueOffsetAt(host, offset) : undefined;
  const found = at === undefined ? undefined : complete(at);
  if (found === undefined) return undefined;
  const outer = ({ start, end }: Span) => spanInString(host, start, end);
  return {
    ...found,
    items: found.items.map(
      (item): CompletionItem => ({
        ...item,
        insert: outer(item.insert),
        replace: outer(item.replace),
        parts: respell(item.parts, host),
        filterText: host.style === 'double' ? JSON.stringify(item.filterText).slice(1, -1) : item.filterText,
        additional: item.additional.map(({ span, newText }) => ({ span: outer(span), newText })),
      }),
    ),
  };
}

function completeInString(
  request: CompletionRequest,
  policy: Policy,
  host: StringNode,
  offset: number,
): Completions | undefined {
  const isSub = policy.embedding?.isSub ?? false;
  return completeIn(request, {
    text: host.value,
    offset,
    format: 'json',
    isInFlow: false,
    inTemplate: false,
    isSub,
    read: (patched) => {
      const { root } = parseJson(patched, { comments: false, holes: true });
      return root === undefined ? [] : [readPolicy({ ...policy, root })];
    },
  });
}

function completeInTemplate(
  request: CompletionRequest,
  { host, format = 'json' }: { readonly host: StringNode; readonly format?: Format },
  offset: number,
): Completions | undefined {
  const text = host.value;
  const model = request.readTemplate(text, offset, format);
  return (
    model &&
    completePolicy({ ...request, model, offset, read: (patched, at) => request.readTemplate(patched, at, format) })
  );
}

/** Whether an offset stands between the brackets of a flow collection. */
function isInFlow(node: Node | undefined, offset: number): boolean {
  if (node === undefined || offset <= node.span.start || offset > node.span.end) return false;
  switch (node.type) {
    case 'array':
      return (node.style === 'flow' && offset < node.span.end) || node.items.some((each) => isInFlow(each, offset));
    case 'object':
      return (
        (node.style === 'flow' && offset < node.span.end) ||
        node.properties.some(({ value }) => isInFlow(value, offset))
      );
    case 'intrinsic':
      return isInFlow(node.argument, offset);
    default:
      return false;
  }
}
