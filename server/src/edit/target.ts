import type { Format } from '../syntax/fragment.ts';
import type { StringNode } from '../syntax/node.ts';

/** Where an edit happens: one fragment, or a policy given as a string in it. */
export interface EditTarget {
  /** The fragment's text; all spans count in it. */
  readonly text: string;
  /** Of the fragment. An embedded policy is JSON whatever this says. */
  readonly format: Format;
  readonly embedding?: Embedding;
}

/** The string that holds an embedded policy. */
export interface Embedding {
  readonly host: StringNode;
  /** True when the string is the argument of an `Fn::Sub`. */
  readonly isSub: boolean;
}
