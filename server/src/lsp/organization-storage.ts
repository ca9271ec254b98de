import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TextStorage } from '../service/organization-store.ts';

/** The end of the name of what is not written to its end, which a process that was killed leaves behind. */
const unfinished = '.tmp';

/** Keeps each text as a file of a folder, which is made with the first one and is the user's alone. */
export function openFolderStorage(folder: string): TextStorage {
  const fileOf = (key: string) => path.join(folder, path.basename(key));
  return {
    list: () => orNothing(readdir(folder), []),
    read: (key) => orNothing(readFile(fileOf(key), 'utf8'), undefined),
    write: async (key, text) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Other windows, and this one, may be writing the same.
      const written = `${fileOf(key)}.${randomUUID()}${unfinished}`;
      try {
        await writeFile(written, text, { mode: 0o600 });
        await rename(written, fileOf(key));
      } catch (error) {
        await rm(written, { force: true });
        throw error;
      }
    },
    delete: async (key) => {
      const name = path.basename(key);
      const isOf = (each: string) => each === name || (each.startsWith(`${name}.`) && each.endsWith(unfinished));
      const names = await orNothing(readdir(folder), []);
      await Promise.all(names.filter(isOf).map((each) => rm(path.join(folder, each), { force: true })));
    },
  };
}

/** Keeps texts as long as the server runs, for an editor that names no folder. */
export function createMemoryStorage(): TextStorage {
  const texts = new Map<string, string>();
  return {
    list: async () => [...texts.keys()],
    read: async (key) => texts.get(key),
    write: async (key, text) => {
      texts.set(key, text);
    },
    delete: async (key) => {
      texts.delete(key);
    },
  };
}

async function orNothing<T>(work: Promise<T>, nothing: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return nothing;
    throw error;
  }
}
