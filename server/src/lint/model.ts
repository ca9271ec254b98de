import type { Embedding } from '../edit/target.ts';
import type { Policy } from '../policy/policy.ts';
import type { ResourceSummary } from '../role/summary.ts';
import type { TemplateView } from '../role/template-view.ts';
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
  /** The resources of a template that this resource holds as a string, each a model in the same text. */
  readonly nested: readonly NestedModel[];
}

export interface NestedModel extends FragmentModel {
  /** The string that holds the template. */
  readonly embedding: Embedding;
  /** What the resources of the inner template say of each other; they do not know those around it. */
  readonly view: TemplateView;
}
