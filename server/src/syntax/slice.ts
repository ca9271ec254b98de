/**
 * A stretch of a file that is parsed by itself. The slices of a file are contiguous and cover it.
 *
 * - `document`: a whole document.
 * - `section`: one key at the top of a template, with its value.
 * - `resources`: the `Resources` key of a template without its entries, which are slices of their own.
 * - `resource`: one entry of `Resources`.
 */
export interface Slice {
  readonly kind: 'document' | 'section' | 'resources' | 'resource';
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
}
