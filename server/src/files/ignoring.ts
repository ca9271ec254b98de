import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The patterns of one `.gitignore`. */
interface IgnoreFile {
  /** The folder it lies in, absolute. */
  readonly folder: string;
  readonly patterns: Ignore;
}

/** The `.gitignore` files that hold in a folder, outermost first. */
export type Ignoring = readonly IgnoreFile[];

/** Left out of every folder: what tools write there is made from sources that are checked. */
export function isBuiltInIgnored(absolute: string): boolean {
  const name = path.basename(absolute);
  if (name === 'build') return path.basename(path.dirname(absolute)) === '.aws-sam';
  return name === 'node_modules' || name === 'cdk.out' || name === '.git';
}

/** What holds in a folder that was named: the `.gitignore` files up to the top of its repository. */
export function ignoringAt(folder: string, workingFolder: string): Ignoring {
  return outerFolders(folder, workingFolder).reduce(enter, []);
}

/**
 * What holds in a folder below. A pattern that ignores the folder itself is not asked about what is in it: the folder
 * is entered all the same because it was named, or because a deeper `.gitignore` takes it back.
 */
export function enter(outer: Ignoring, folder: string): Ignoring {
  const kept = outer.filter((file) => !resultOf(file, folder, true).ignored);
  const own = readIgnoreFile(folder);
  return own === undefined ? kept : [...kept, own];
}

/** The deepest `.gitignore` that says anything decides, as in git. */
export function isIgnored(ignoring: Ignoring, absolute: string, isFolder: boolean): boolean {
  for (const file of ignoring.toReversed()) {
    const { ignored, unignored } = resultOf(file, absolute, isFolder);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function resultOf({ folder, patterns }: IgnoreFile, absolute: string, isFolder: boolean) {
  const relative = path.relative(folder, absolute).split(path.sep).join('/');
  return patterns.test(isFolder ? `${relative}/` : relative);
}

function readIgnoreFile(folder: string): IgnoreFile | undefined {
  const file = path.join(folder, '.gitignore');
  try {
    // A link counts as none, as in git, which will not read files of other places for it: https://git-scm.com/docs/gitignore#_notes
    if (!lstatSync(file).isFile()) return undefined;
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    // Letters count as they do for git, which goes by the usual file system of the platform.
    const ignorecase = process.platform === 'win32' || process.platform === 'darwin';
    return { folder, patterns: ignore({ ignorecase }).add(text) };
  } catch {
    // There is none, or it cannot be read: then nothing is left out by it.
    return undefined;
  }
}

/** From the top of the repository, else from the working directory if it holds the folder, down to the folder. */
function outerFolders(folder: string, workingFolder: string): readonly string[] {
  const upwards = [folder];
  for (let at = folder; path.dirname(at) !== at; at = path.dirname(at)) upwards.push(path.dirname(at));
  const repository = upwards.findIndex((each) => existsSync(path.join(each, '.git')));
  const top = repository >= 0 ? repository : Math.max(0, upwards.indexOf(workingFolder));
  return upwards.slice(0, top + 1).reverse();
}
