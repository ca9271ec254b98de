import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OutputFile } from 'esbuild';

/** Another run may still be loading what it built: what is younger than this is left alone. */
const keepMilliseconds = 10 * 60_000;

/**
 * Puts built files in place one by one, each by a rename, so that a run in parallel never reads half a file.
 * Executables are the files that start with a shebang.
 */
export function writeFiles(files: readonly OutputFile[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(file.path), { recursive: true });
    const draft = `${file.path}.${process.pid}`;
    writeFileSync(draft, file.contents);
    if (file.contents[0] === 0x23 && file.contents[1] === 0x21) chmodSync(draft, 0o755);
    renameSync(draft, file.path);
  }
}

/** Removes whatever lies in a folder beside the files just built. */
export function removeOthers(folder: string, files: readonly OutputFile[], keepRecent = false): void {
  if (!existsSync(folder)) return;
  const built = new Set(files.map((file) => file.path));
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((entry) => !entry.isDirectory())) {
    const file = path.join(entry.parentPath, entry.name);
    if (built.has(file)) continue;
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (!keepRecent || age > keepMilliseconds) rmSync(file, { force: true });
  }
}
