import path from 'node:path';
import { hasKnownEnding } from './find-files.ts';
import { enter, type Ignoring, ignoringAt, isBuiltInIgnored, isIgnored } from './ignoring.ts';

/** Tells of files and folders one by one whether a walk through a folder that holds them comes to them. */
export interface Reach {
  /** Without asking the disk whether there is such a file. Both absolute. */
  readonly file: (file: string, folder: string) => boolean;
  readonly folder: (inside: string, folder: string) => boolean;
}

/** As `findFiles` has it, links aside. What `.gitignore` files say is read once: to be used for one look. */
export function createReach(): Reach {
  const known = new Map<string, Ignoring | undefined>();
  /** What holds in a folder; undefined where no walk enters it. */
  const inside = (at: string, top: string): Ignoring | undefined => {
    const key = `${top}\n${at}`;
    if (!known.has(key)) known.set(key, at === top ? ignoringAt(top, '/') : below(at, top));
    return known.get(key);
  };
  const below = (at: string, top: string): Ignoring | undefined => {
    const above = path.dirname(at);
    const outer = above.length < top.length ? undefined : inside(above, top);
    return outer === undefined || isBuiltInIgnored(at) || isIgnored(outer, at, true) ? undefined : enter(outer, at);
  };
  return {
    file: (file, folder) => {
      const ignoring = hasKnownEnding(file) ? inside(path.dirname(file), folder) : undefined;
      return ignoring !== undefined && !isBuiltInIgnored(file) && !isIgnored(ignoring, file, false);
    },
    folder: (each, folder) => inside(each, folder) !== undefined,
  };
}
