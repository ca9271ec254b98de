import type { FragmentModel } from '../lint/model.ts';
import type { Analysis } from '../service/analysis.ts';

/** A fragment of a document with its policies. */
export interface PlacedModel {
  readonly model: FragmentModel;
  /** Where the fragment's text begins in the document. */
  readonly start: number;
}

/** The fragments of a document that hold policies, in the order of the text. */
export function fragmentsOf({ state }: Analysis): readonly PlacedModel[] {
  return (state?.documents ?? []).flatMap(({ fragments }) =>
    fragments
      .filter(({ model }) => model.policies.length > 0)
      .map(({ fragment, model }) => ({ model, start: fragment.start })),
  );
}
