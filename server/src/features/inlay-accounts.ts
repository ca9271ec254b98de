import type { Span } from '../base/span.ts';
import type { FragmentModel } from '../lint/model.ts';
import { behind, type InlayText, inRange } from './inlay-text.ts';
import { findKnownAccount, type KnownNames } from './organization-lookup.ts';
import { findMentions } from './organization-mentions.ts';
import { hostsIn, textOf, textsIn } from './strings-of-fragment.ts';

/** The names of the accounts whose ids stand in a range of the fragment's text, behind the values that they are part of. */
export function hintAccountNames(model: FragmentModel, range: Span, known: KnownNames): readonly InlayText[] {
  // Most texts name no account.
  if (!/\d{12}/.test(model.text)) return [];
  const hosts = hostsIn(model);
  const hints: InlayText[] = [];
  for (const node of textsIn(model)) {
    const text = textOf(node);
    // A sentence is no value.
    if (text.length < 12 || /\s/.test(text) || hosts.has(node)) continue;
    const names = namesIn(text, known);
    if (names.length > 0) hints.push({ offset: behind(node), label: names.join(', ') });
  }
  return inRange(hints, range);
}

function namesIn(text: string, known: KnownNames): readonly string[] {
  const ids = findMentions(text).flatMap(({ ids: [only, ...more] }) =>
    only?.kind === 'account' && more.length === 0 ? [only.id] : [],
  );
  return [...new Set(ids)].flatMap((id) => findKnownAccount(known, id)?.name ?? []);
}
