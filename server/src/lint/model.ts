import type { Policy } from '../policy/policy.ts';
import type { ResourceSummary } from '../role/summary.ts';
import type { Format, FragmentTree } from '../syntax/fragment.ts';

/** One fragment and the policies in it: all that rules of scope `fragment` and `policy` read. */
export interface FragmentModel {
  readonly tree: FragmentTree;
  /** The text that the tree's offsets count in. */
  readonly text: string;
  readonly format: Format;
  readonly inTemplate: boolean;
  readonly policies: readonly Policy[];
  readonly summary: ResourceSummary | undefined;
}
