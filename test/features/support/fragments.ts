import { shift } from '../../../server/src/base/span.ts';
import { applyChanges, type TextChange } from '../../../server/src/edit/change.ts';
import type { FragmentModel } from '../../../server/src/lint/model.ts';
import { analyse } from '../../../server/src/service/analysis.ts';

/** A fragment that holds policies, and where it begins in its text. */
export interface OpenedFragment {
  readonly model: FragmentModel;
  readonly start: number;
}

/** The fragments of a text that hold policies. */
export function openFragments(text: string, path: string): readonly OpenedFragment[] {
  const { state } = analyse({ path, text }, { rules: {} });
  return (state?.documents ?? [])
    .flatMap(({ fragments }) => fragments)
    .filter(({ model }) => model.policies.length > 0)
    .map(({ fragment, model }) => ({ model, start: fragment.start }));
}

/** The text after changes that count from the start of a fragment. */
export function applyAt(text: string, start: number, changes: readonly TextChange[]): string {
  return applyChanges(
    text,
    changes.map((change) => ({ ...change, span: shift(change.span, start) })),
  );
}
