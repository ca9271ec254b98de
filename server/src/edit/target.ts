import type { Format } from '../syntax/fragment.ts';
import type { StringNode } from '../syntax/node.ts';

/** Where an edit happens: one fragment, or a policy given as a string in it. */
export interface EditTarget {
  /** The fragment's text; all spans count in it. */
  readonly text: string;
  /** Of the fragment. An embedded text has a format of its own. */
  readonly format: Format;
  readonly embedding?: Embedding;
}

/** The string that holds an embedded policy. */
export interface Embedding {
  readonly host: StringNode;
  /** True when the string is the argument of an `Fn::Sub`. */
  readonly isSub: boolean;
  /** What the string holds; JSON where it is left out. */
  readonly format?: Format;
  /** The string holds a template of its own, which has intrinsics. */
  readonly isTemplate?: true;
}
