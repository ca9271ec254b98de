import type { Span } from '../base/span.ts';
import type { FragmentModel } from '../lint/model.ts';
import { describePlace } from '../organization/organization.ts';
import { spanInString } from '../syntax/decode.ts';
import type { StringNode } from '../syntax/node.ts';
import { behind, type InlayText, inRange } from './inlay-text.ts';
import { findPathPlace, type KnownNames } from './organization-lookup.ts';
import { findMentions, type Mention } from './organization-mentions.ts';
import { hostsIn, textsIn } from './strings-of-fragment.ts';

/** The names behind the organization paths that stand in a range of the fragment's text. */
export function hintOrganizationNames(model: FragmentModel, range: Span, known: KnownNames): readonly InlayText[] {
  // Most texts name no organization at all, and their strings need not be looked at.
  if (!known.organizations.some(({ id }) => model.text.includes(id))) return [];
  const hosts = hostsIn(model);
  const hints: InlayText[] = [];
  for (const node of textsIn(model))
    if (node.type === 'string' && !hosts.has(node)) hints.push(...hintsIn(node, known));
  return inRange(hints, range);
}

function hintsIn(node: StringNode, known: KnownNames): readonly InlayText[] {
  return findMentions(node.value).flatMap((mention) => {
    const found = mention.ids.length > 1 ? findPathPlace(known, mention) : undefined;
    return found === undefined ? [] : { offset: offsetBehind(node, mention), label: describePlace(found.place) };
  });
}

/** Behind the closing quote where the path ends the string, else right behind the path. */
function offsetBehind(node: StringNode, { from, to }: Mention): number {
  return to === node.value.length ? behind(node) : spanInString(node, from, to).end;
}
