import { type Found, findFilesInSteps } from '../files/find-files.ts';
import { slashed } from '../files/slashed.ts';
import { nativePath, pathOf } from './document-uri.ts';
import { slice } from './slices.ts';

/** More files than this are not looked at: the rest of the server must not starve. */
export const mostFiles = 20_000;

/** Looks at every file of the folders that may hold a policy, in slices. `read` takes paths as `pathOf` gives them. */
export async function scanWorkspace(
  folders: readonly string[],
  read: (path: string) => void,
  isOver: () => boolean,
): Promise<{ readonly left: number }> {
  const pause = createPause();
  const paths = folders.filter((uri) => uri.startsWith('file:')).map((uri) => nativePath(pathOf(uri)));
  const steps = findFilesInSteps(paths, '/');
  let found: readonly Found[] | undefined;
  while (found === undefined) {
    const step = steps.next();
    if (step.done) found = step.value;
    await pause();
    if (isOver()) return { left: 0 };
  }
  for (const { path, failure } of found.slice(0, mostFiles)) {
    if (failure !== undefined) continue;
    const native = slashed(path);
    read(native.startsWith('/') ? native : `/${native}`);
    await pause();
    if (isOver()) return { left: 0 };
  }
  return { left: Math.max(0, found.length - mostFiles) };
}

function createPause(): () => Promise<void> {
  let started = performance.now();
  return async () => {
    if (performance.now() - started < slice) return;
    await new Promise(setImmediate);
    started = performance.now();
  };
}
