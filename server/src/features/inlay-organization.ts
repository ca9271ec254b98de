import type { Span } from '../base/span.ts';
import type { FragmentModel } from '../lint/model.ts';
import { describePlace } from '../organization/organization.ts';
import { spanInString } from '../syntax/decode.ts';
import type { StringNode } from '../syntax/node.ts';
import { findPathPlace, type KnownNames } from './organization-lookup.ts';
import { findMentions, type Mention } from './organization-mentions.ts';
import { hostsIn, textsIn } from './strings-of-fragment.ts';

/** A name that is shown in a text without being part of it. */
export interface NameHint {
  /** In the fragment's text. */
  readonly offset: number;
  /** "Workloads / Prod" */
  readonly label: string;
}

/** The names behind the organization paths that stand in a range of the fragment's text. */
export function hintOrganizationNames(model: FragmentModel, range: Span, known: KnownNames): readonly NameHint[] {
  // Most texts name no organization at all, and their strings need not be looked at.
  if (!known.organizations.some(({ id }) => model.text.includes(id))) return [];
  const hosts = hostsIn(model);
  const hints: NameHint[] = [];
  for (const node of textsIn(model))
    if (node.type === 'string' && !hosts.has(node)) hints.push(...hintsIn(node, known));
  return hints
    .filter(({ offset }) => range.start <= offset && offset <= range.end)
    .sort((one, other) => one.offset - other.offset);
}

function hintsIn(node: StringNode, known: KnownNames): readonly NameHint[] {
  return findMentions(node.value).flatMap((mention) => {
    const found = mention.ids.length > 1 ? findPathPlace(known, mention) : undefined;
    return found === undefined ? [] : { offset: offsetBehind(node, mention), label: describePlace(found.place) };
  });
}

/** Behind the closing quote where the path ends the string, else right behind the path. */
function offsetBehind(node: StringNode, { from, to }: Mention): number {
  const isQuoted = node.style === 'double' || node.style === 'single';
  return to === node.value.length && isQuoted ? node.span.end : spanInString(node, from, to).end;
}
