import type { FragmentModel } from '../lint/model.ts';
import type { Fragment } from '../syntax/fragment.ts';
import type { Analysis } from './analysis.ts';
import type { FragmentFindings } from './check-document.ts';
import { fragmentId } from './declarations.ts';

/** A fragment, read, and where its text begins in the file. */
export interface PlacedFragment {
  /** Names the fragment in its file, as in `Origin`. */
  readonly id: string;
  readonly model: FragmentModel;
  readonly start: number;
}

/** The fragment in which an offset of the text stands; undefined in a text that is neither a policy nor a template. */
export function fragmentAt({ state, recognised }: Analysis, offset: number): PlacedFragment | undefined {
  if (!recognised) return undefined;
  const fragments = numbered(state);
  const start = fragments.findLast(({ fragment }) => fragment.start <= offset)?.fragment.start;
  // Those of a document that could not be cut share its text: there the keys tell where one begins.
  const sharing = fragments.filter(({ fragment }) => fragment.start === start);
  const found = sharing.findLast(({ fragment }) => beginOf(fragment) <= offset) ?? sharing[0];
  return found && placed(found);
}

/** All fragments that share characters with a range of the text, in their order. */
export function fragmentsIn(
  { state, recognised }: Analysis,
  range: { readonly start: number; readonly end: number },
): readonly PlacedFragment[] {
  if (!recognised) return [];
  return numbered(state)
    .filter(({ fragment: { start, text } }) => start <= range.end && range.start <= start + text.length)
    .map(placed);
}

/** Every fragment of the text, in order. */
export function allFragments({ state }: Analysis): readonly PlacedFragment[] {
  return numbered(state).map(placed);
}

interface Numbered extends FragmentFindings {
  readonly document: number;
}

function numbered(state: Analysis['state']): readonly Numbered[] {
  return (state?.documents ?? []).flatMap(({ fragments }, document) =>
    fragments.map((each) => ({ ...each, document })),
  );
}

function placed({ document, key, model, fragment }: Numbered): PlacedFragment {
  return { id: fragmentId(document, { key }), model, start: fragment.start };
}

function beginOf({ start, tree }: Fragment): number {
  return start + (tree.key?.span.start ?? 0);
}
