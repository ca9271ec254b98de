import { Uri, workspace } from 'vscode';
import type { RoleChainFile } from '../../../server/src/protocol/role-chain.ts';
import { typeOf } from './ask-folder.ts';

/** A file as it is to be, and as it was: undefined where there was none. */
interface Planned {
  readonly uri: Uri;
  readonly text: Uint8Array;
  readonly before: Uint8Array | undefined;
}

/** The files of these that are there already, by their paths, and those of them that have changes nobody has saved. */
export async function findExisting(
  folder: Uri,
  files: readonly RoleChainFile[],
): Promise<{ readonly existing: readonly string[]; readonly unsaved: readonly string[] }> {
  const dirty = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
  const existing: string[] = [];
  for (const { path } of files) if ((await typeOf(Uri.joinPath(folder, path))) !== undefined) existing.push(path);
  return { existing, unsaved: existing.filter((path) => dirty.has(Uri.joinPath(folder, path).toString())) };
}

/** Writes all files or none: where one cannot be written, those before it are as they were. */
export async function writeFiles(folder: Uri, files: readonly RoleChainFile[]): Promise<void> {
  const planned = await Promise.all(
    files.map(async ({ path, text }): Promise<Planned> => {
      const uri = Uri.joinPath(folder, path);
      const isThere = (await typeOf(uri)) !== undefined;
      const before = isThere ? await workspace.fs.readFile(uri) : undefined;
      return { uri, text: new TextEncoder().encode(text), before };
    }),
  );
  const made = await missingFolder(folder);
  const begun: Planned[] = [];
  try {
    for (const file of planned) {
      begun.push(file);
      await workspace.fs.writeFile(file.uri, file.text);
    }
  } catch (error) {
    await undo(begun, made);
    throw error;
  }
}

/** The uppermost folder that has to be made; undefined where all are there. */
async function missingFolder(folder: Uri): Promise<Uri | undefined> {
  if ((await typeOf(folder)) !== undefined) return undefined;
  const parent = Uri.joinPath(folder, '..');
  return (await missingFolder(parent)) ?? folder;
}

async function undo(begun: readonly Planned[], made: Uri | undefined): Promise<void> {
  for (const { uri, before } of begun) {
    // What cannot be written back was not written either.
    if (before !== undefined) await workspace.fs.writeFile(uri, before).then(undefined, () => undefined);
    else if (made === undefined) await workspace.fs.delete(uri).then(undefined, () => undefined);
  }
  if (made !== undefined) await workspace.fs.delete(made, { recursive: true }).then(undefined, () => undefined);
}
