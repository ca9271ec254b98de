/** A file of a role chain that is written. */
export interface WrittenFile {
  /** Relative to the folder that it is written to, `/` separated. */
  readonly path: string;
  readonly text: string;
  /** What it is, for a list. */
  readonly title: string;
}
