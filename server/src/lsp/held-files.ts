import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Decoded } from '../files/decode.ts';
import { describeFailure, notFile } from '../files/failure.ts';
import { readSource } from '../files/read-source.ts';
import { pathWithin } from '../service/configurations.ts';
import { nativePath, pathOf, uriOfPath } from './document-uri.ts';
import type { WorkspaceFolders } from './workspace-folders.ts';

/** What came of reading a file; `outside` where a link leads to it out of the workspace. */
export type HeldText = Decoded | 'outside';

/**
 * Reads files that nobody has opened. What lies in a folder of the editor may come from anywhere, and must not choose
 * what else of the user's files is read: a symbolic link in there counts only where it leads to what lies in one of the
 * folders too. A folder of the editor may be a link itself, or lie behind one. What lies in none of them, such as a
 * configuration above them, is the user's own.
 */
export class HeldFiles {
  readonly #folders: WorkspaceFolders;
  readonly #onOutside: (link: string) => void;

  /** `onOutside` is told of each link, as the workspace names it, when something behind it was to be read. */
  constructor(folders: WorkspaceFolders, onOutside: (link: string) => void) {
    this.#folders = folders;
    this.#onOutside = onOutside;
  }

  /** The text of a file, whose path is as `pathOf` gives it. */
  read(file: string): HeldText {
    const native = nativePath(file);
    try {
      if (this.#leadsOut(file)) return 'outside';
      // From a pipe or a device nothing may ever come.
      if (!statSync(native).isFile()) return { text: undefined, message: notFile };
    } catch (error) {
      return { text: undefined, message: describeFailure(error) };
    }
    return readSource(native);
  }

  /** Whether a link leads from a file or folder out of the workspace: not where there is no such file. */
  leadsOut(file: string): boolean {
    try {
      return this.#leadsOut(file);
    } catch {
      return false;
    }
  }

  #leadsOut(file: string): boolean {
    const folder = this.#folders.of(uriOfPath(file));
    if (folder === undefined) return false;
    const real = realpathSync.native(nativePath(file));
    const held = this.#realFolders();
    if (isWithin(real, held)) return false;
    this.#onOutside(linkIn(pathOf(folder), file, held));
    return true;
  }

  /** Asked for each time: what a link leads to may change. */
  #realFolders(): readonly string[] {
    return this.#folders.all().flatMap((uri) => {
      try {
        // The slash makes the top of a drive of its name.
        return [realpathSync.native(`${nativePath(pathOf(uri))}/`)];
      } catch {
        return [];
      }
    });
  }
}

/** The first step on the way from a folder to a file that leads out. */
function linkIn(folder: string, file: string, held: readonly string[]): string {
  let at = folder;
  for (const step of (pathWithin(folder, file) ?? '').split('/')) {
    at = `${at}/${step}`;
    if (!isWithin(realpathSync.native(nativePath(at)), held)) break;
  }
  return at;
}

function isWithin(real: string, folders: readonly string[]): boolean {
  return folders.some(
    (each) => real === each || real.startsWith(each.endsWith(path.sep) ? each : `${each}${path.sep}`),
  );
}
