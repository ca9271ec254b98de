/** The part of a string that gives way, as indices into it, and what comes in its place. */
export interface FittedPath {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Nothing but the path is left of the string. */
  readonly whole: boolean;
}

/**
 * Puts a path, `o-…/r-…/ou-…/*` or `o-…/r-…/ou-…/`, into a string for the placeholder at `[from, to)`. What stands behind
 * the placeholder as the end of a path, as in `<your org path>/*`, gives way to the end that the path has, so that it is
 * there once; in front of anything else the path goes without its end.
 */
export function fitPath(value: string, from: number, to: number, path: string): FittedPath {
  const rest = value.slice(to);
  if (/^[/*]*$/.test(rest)) return { from, to: value.length, text: path, whole: from === 0 };
  const bare = path.replace(/[/*]+$/, '');
  return { from, to, text: rest.startsWith('/') ? bare : `${bare}/`, whole: false };
}
