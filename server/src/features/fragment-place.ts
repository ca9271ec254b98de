import type { FragmentModel } from '../lint/model.ts';

/** A fragment of a file of the workspace, read. */
export interface FragmentPlace {
  /** As the workspace has it; empty for a text that was never saved. */
  readonly file: string;
  /** Names the fragment in its file, as in `Origin`. */
  readonly fragment: string;
  readonly model: FragmentModel;
}
