import { lstatSync } from 'node:fs';
import { type Found, findFilesInSteps } from '../files/find-files.ts';
import { nativePath, pathOf, pathOfNative } from './document-uri.ts';
import { slice } from './slices.ts';

export interface Failed {
  readonly path: string;
  readonly failure: string;
}

/** More files than this are not looked at: the rest of the server must not starve. */
export const mostFiles = 20_000;

/**
 * Looks at the files of the folders that may hold a policy, in slices. `read` takes paths as `pathOf` gives them, and
 * says why one cannot be read; `isFollowed` says which symbolic links are looked at. `left` says how many there are
 * beyond the first `most`, `failed` which cannot be looked at.
 */
export async function scanWorkspace(
  folders: readonly string[],
  read: (path: string) => string | undefined,
  isFollowed: (path: string) => boolean,
  most = mostFiles,
): Promise<{ readonly left: number; readonly failed: readonly Failed[] }> {
  const pause = createPause();
  const paths = folders.filter((uri) => uri.startsWith('file:')).map((uri) => nativePath(pathOf(uri)));
  const steps = findFilesInSteps(paths, '/', (link) => isFollowed(pathOfNative(link)));
  let found: readonly Found[] | undefined;
  while (found === undefined) {
    const step = steps.next();
    if (step.done) found = step.value;
    await pause();
  }
  const failed: Failed[] = [];
  for (const { path, failure } of found.slice(0, most)) {
    const why = failure ?? read(pathOfNative(path));
    if (why !== undefined && !isGone(path)) failed.push({ path, failure: why });
    await pause();
  }
  return { left: Math.max(0, found.length - most), failed };
}

/** Moved or deleted meanwhile, which is told by a change of its own. A link that leads nowhere is there. */
function isGone(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

function createPause(): () => Promise<void> {
  let started = performance.now();
  return async () => {
    if (performance.now() - started < slice) return;
    await new Promise(setImmediate);
    started = performance.now();
  };
}
