import picomatch from 'picomatch/posix';

/** Tells whether a path, `/` separated and relative to the folder that the globs count from, is meant by them. */
export type PathMatcher = (path: string) => boolean;

/**
 * Globs as in most tools: `*` and `?` within a folder, `**` across folders, `{a,b}`, `[ab]`, names with a dot included.
 * One that matches a folder means everything in it. One that begins with `!` takes back what those before it matched.
 * All other characters stand for themselves; a backslash makes any character do so.
 */
export function matchGlobs(globs: readonly string[]): PathMatcher {
  const parts = globs.map((glob) => {
    const isNegated = glob.startsWith('!');
    return { isNegated, matches: matchGlob(isNegated ? glob.slice(1) : glob) };
  });
  return (path) => parts.reduce((matched, part) => (part.matches(path) ? !part.isNegated : matched), false);
}

function matchGlob(glob: string): PathMatcher {
  const plain = glob.replace(/^\.\//, '').replace(/\/+$/, '');
  if (plain === '' || plain === '.') return () => glob !== '';
  // Most name one file or folder, and a large workspace has hundreds of them.
  if (isPlainPath(plain))
    return (path) => path.startsWith(plain) && (path.length === plain.length || path[plain.length] === '/');
  // What other tools take for groups of a pattern are ordinary characters of file names.
  const pattern = plain.replace(/\\.|[()|+@!]/g, (part) => (part.length === 2 ? part : `\\${part}`));
  const matches = picomatch(pattern, { dot: true, nonegate: true, noextglob: true });
  return (path) => foldersAndSelf(path).some((each) => matches(each));
}

/** No character in it is special to a glob, and no step is left out of it. */
function isPlainPath(glob: string): boolean {
  return /^[\w -][\w. -]*(?:\/[\w -][\w. -]*)*$/.test(glob);
}

/** `a/b/c.json`: `a`, `a/b`, `a/b/c.json`. */
function foldersAndSelf(path: string): readonly string[] {
  const steps = path.split('/');
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}

/** The glob that means this path and no other. */
export function globOf(path: string): string {
  return path.replace(/[*?[\]{}\\]|^!/g, '\\$&');
}
