import { statSync } from 'node:fs';
import { FileChangeType, type FileEvent } from 'vscode-languageserver/node';
import { createReach } from '../files/reached.ts';
import { isFile, nativePath, pathOf } from './document-uri.ts';
import type { FolderReader } from './folder-reader.ts';
import type { Session } from './session.ts';

/**
 * Follows files and folders on the disk as they change, come and go. What is left out of the folders of the editor when
 * they are read, such as what tools write, is left out here too.
 */
export function followDisk({ chains, folders }: Session, reader: FolderReader, changes: readonly FileEvent[]): void {
  const reach = createReach();
  const gone = new Set<string>();
  const made = new Set<string>();
  for (const { uri, type } of changes) {
    if (!isFile(uri)) continue;
    const path = pathOf(uri);
    const folder = folders.of(uri);
    const native = nativePath(path);
    if (chains.has(path) || chains.isOpen(path)) chains.read(path);
    else if (type === FileChangeType.Deleted) gone.add(path);
    else if (folder === undefined) continue;
    else if (reach.file(native, nativePath(pathOf(folder)))) chains.read(path);
    else if (type === FileChangeType.Created && reach.folder(native, nativePath(pathOf(folder))) && isFolder(native))
      made.add(uri);
  }
  if (gone.size > 0) for (const path of chains.paths().filter((each) => isWithin(each, gone))) chains.read(path);
  if (made.size > 0) void reader.read([...made]);
}

/** Whether a file lies in one of the folders, at whatever depth. */
function isWithin(file: string, folders: ReadonlySet<string>): boolean {
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1))
    if (folders.has(file.slice(0, end))) return true;
  return false;
}

function isFolder(native: string): boolean {
  try {
    return statSync(native).isDirectory();
  } catch {
    return false;
  }
}
