import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { describeFailure } from './failure.ts';
import { enter, type Ignoring, ignoringAt, isBuiltInIgnored, isIgnored } from './ignoring.ts';

/** A file to check, or a path that cannot be looked at. */
export interface Found {
  /** Absolute, as the user wrote it or as the folders lead there; symbolic links are kept. */
  readonly path: string;
  /** Given by name on the command line, not found in a folder. */
  readonly isNamed: boolean;
  /** Set where it cannot be read: why. */
  readonly failure?: string;
}

const endings = new Set(['.json', '.jsonc', '.yaml', '.yml', '.template']);

/**
 * All files that the given paths stand for, sorted by path, each once: links that lead to the same file, or back up,
 * are followed to nothing new.
 */
export function findFiles(paths: readonly string[], workingFolder: string): readonly Found[] {
  const steps = findFilesInSteps(paths, workingFolder);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/**
 * The same in steps, one for each folder: between two of them other work can be done. `isFollowed` is asked of each
 * symbolic link that a folder holds; others count as if they were not there.
 */
export function* findFilesInSteps(
  paths: readonly string[],
  workingFolder: string,
  isFollowed: (link: string) => boolean = () => true,
): Generator<undefined, readonly Found[]> {
  const named = paths.map((each) => path.resolve(workingFolder, each));
  const finder = new Finder(isFollowed);
  // Files given by name come first, so that one which also lies in a folder given counts as named.
  const folders = [...new Set(named)].filter((each) => !finder.addNamed(each));
  for (const folder of folders.sort()) yield* finder.addFolder(folder, ignoringAt(folder, workingFolder));
  return finder.found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

interface Link {
  readonly path: string;
  readonly ignoring: Ignoring;
}

/** Collects files; knows the real paths it has seen. */
class Finder {
  readonly found: Found[] = [];
  readonly #seen = new Set<string>();
  readonly #links: Link[] = [];
  readonly #isFollowed: (link: string) => boolean;

  constructor(isFollowed: (link: string) => boolean) {
    this.#isFollowed = isFollowed;
  }

  /** False for a folder, which is then to be walked. */
  addNamed(file: string): boolean {
    try {
      if (statSync(file).isDirectory()) return false;
      this.#addOnce(file, realPathOf(file), true);
    } catch (error) {
      this.found.push({ path: file, isNamed: true, failure: describeFailure(error) });
    }
    return true;
  }

  *addFolder(folder: string, ignoring: Ignoring): Generator<undefined> {
    yield* this.#walk(folder, ignoring, true);
    // Links last: what they lead to is shown by its own path where that is in the folder too.
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) yield* this.#follow(link);
  }

  *#walk(folder: string, ignoring: Ignoring, isNamed: boolean): Generator<undefined> {
    yield;
    const { real, entries } = this.#enterOnce(folder, isNamed);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inside = path.join(folder, entry.name);
      if (isBuiltInIgnored(inside) || isIgnored(ignoring, inside, entry.isDirectory())) continue;
      if (entry.isDirectory()) yield* this.#walk(inside, enter(ignoring, inside), false);
      else if (entry.isSymbolicLink()) this.#links.push({ path: inside, ignoring });
      // What is no link lies where its folder lies: nobody has to be asked.
      else if (entry.isFile() && hasKnownEnding(inside)) this.#addOnce(inside, path.join(real, entry.name), false);
    }
  }

  #enterOnce(folder: string, isNamed: boolean): { readonly real: string; readonly entries: Dirent[] } {
    try {
      const real = realpathSync.native(folder);
      if (this.#seen.has(real)) return { real, entries: [] };
      this.#seen.add(real);
      return { real, entries: readdirSync(folder, { withFileTypes: true }) };
    } catch (error) {
      this.found.push({ path: folder, isNamed, failure: describeFailure(error) });
      return { real: folder, entries: [] };
    }
  }

  *#follow({ path: link, ignoring }: Link): Generator<undefined> {
    if (!this.#isFollowed(link)) return;
    const target = statOf(link);
    if (target?.isDirectory()) {
      if (isIgnored(ignoring, link, true) || leadsUp(link)) return;
      yield* this.#walk(link, enter(ignoring, link), false);
    } else if (hasKnownEnding(link) && (target === undefined || target.isFile())) this.#addLinked(link);
  }

  #addLinked(file: string): void {
    try {
      this.#addOnce(file, realpathSync.native(file), false);
    } catch (error) {
      this.found.push({ path: file, isNamed: false, failure: describeFailure(error) });
    }
  }

  #addOnce(file: string, real: string, isNamed: boolean): void {
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    this.found.push({ path: file, isNamed });
  }
}

/** Whether a file that lies in a folder is looked at. */
export function hasKnownEnding(file: string): boolean {
  return endings.has(path.extname(file).toLowerCase());
}

/** The pipe of a shell (`<(command)`, `/dev/stdin`) can be read but has no place in the file system. */
function realPathOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return file;
  }
}

/** Undefined for a link that leads nowhere, or to itself. */
function statOf(link: string): Stats | undefined {
  try {
    return statSync(link);
  } catch {
    return undefined;
  }
}

/** A link to a folder that it lies in: followed, it would bring in what was not given. Also one that is gone by now. */
function leadsUp(link: string): boolean {
  try {
    const target = realpathSync.native(link);
    const from = path.join(realpathSync.native(path.dirname(link)), path.basename(link));
    const way = path.relative(target, from);
    return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
  } catch {
    return true;
  }
}
