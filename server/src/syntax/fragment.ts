import type { Node, StringNode, SyntaxProblem } from './node.ts';

/** `jsonc` is JSON with comments and trailing commas. */
export type Format = 'json' | 'jsonc' | 'yaml';

/**
 * A fragment is the unit of work: one entry of a template's `Resources`, any other top-level section of a template, or
 * a whole document. A fragment whose text is unchanged has an unchanged tree: every offset in it counts from `start`.
 * The fragments of a template that cannot be cut share `start` and `text`, which are the whole document's.
 */
export interface Fragment {
  /** Where the fragment's text begins in the file (not in its YAML document), in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
  readonly tree: FragmentTree;
}

/** What was read from one fragment's text. */
export interface FragmentTree {
  /** `[]` for a whole document, `["Parameters"]` for a section, `["Resources", "LogicalId"]` for a resource. */
  readonly path: readonly string[];
  /** The key node of the last step of `path`, where there is one. */
  readonly key?: StringNode;
  /**
   * What is written under `path`; undefined when the text holds no value, and for `["Resources"]` when its entries have
   * trees of their own.
   */
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** One document of a file: a JSON file is one, a YAML file may hold several. */
export interface SyntaxDocument {
  readonly fragments: readonly Fragment[];
}

/** A file's text, read. */
export interface SyntaxFile {
  readonly format: Format;
  /** Of the text. */
  readonly length: number;
  readonly documents: readonly SyntaxDocument[];
}
