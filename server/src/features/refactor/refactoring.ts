import type { IamData } from '../../catalog/iam-data.ts';
import type { TextChange } from '../../edit/change.ts';
import type { Changes } from '../../edit/place.ts';
import type { Writable } from '../../edit/writable.ts';
import type { FragmentModel } from '../../lint/model.ts';
import type { PolicyPlace } from './policy-place.ts';

/** Another way to write what stands at a place, as an editor offers it. */
export interface Refactoring {
  /** Names the refactoring among those of one place. */
  readonly id: string;
  /** Says what is written, and what it means where that is not the same. */
  readonly title: string;
  readonly kind: 'rewrite' | 'extract';
  /** Why it cannot be done, where that is seen at once. */
  readonly refusal?: string;
  /** Worked out when it is chosen. */
  readonly edit: () => Outcome;
}

/** The changes of the fragment's text, or one sentence that says why there are none. */
export type Outcome =
  | {
      readonly changes: readonly TextChange[];
      /** What goes with them in other parts of the file: these offsets count from its start. */
      readonly elsewhere?: readonly TextChange[];
    }
  | { readonly changes: undefined; readonly refusal: string };

/** The text around a place, and what else a refactoring may read. */
export interface Scene {
  readonly model: FragmentModel;
  /** Undefined where it was not given: nothing is said of actions then. */
  readonly iamData: IamData | undefined;
  /** The fragment that the text holds at the offset. */
  readonly reread: (text: string, offset: number) => FragmentModel | undefined;
  /** The parameters of the template by name, with the text of their `Default` where it has one. */
  readonly parameters: () => ReadonlyMap<string, { readonly type: string; readonly defaultText: string | undefined }>;
  /** Adds a parameter to the template. The changes count from the start of the file. */
  readonly addParameter: (name: string, body: Writable) => Changes;
  /** Names that the template's resources have. */
  readonly resourceIds: () => ReadonlySet<string>;
}

/** What can be offered at one place. */
export type Offer = (place: PolicyPlace, scene: Scene) => readonly Refactoring[];

/** Changes that could be built; else the sentence. */
export function outcome(changes: Changes, refusal = unwritable): Outcome {
  return changes === undefined || changes.length === 0 ? { changes: undefined, refusal } : { changes };
}

export function refuse(refusal: string): Outcome {
  return { changes: undefined, refusal };
}

const unwritable = 'What stands around it cannot be kept as it is written: do this by hand.';
