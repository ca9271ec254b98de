import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** The files in a zip archive, folders left out. */
export async function listFiles(archive: string): Promise<string[]> {
  const names: string[] = [];
  await readEntries(archive, async ({ fileName }) => names.push(fileName));
  return names;
}

/** The files in a zip archive in their order, each with a hash of its content; times and folders left out. */
export async function hashFiles(archive: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  await readEntries(archive, async (entry, zip) => {
    const hash = createHash('sha256');
    for await (const chunk of await openEntry(zip, entry)) hash.update(chunk);
    hashes.set(entry.fileName, hash.digest('hex'));
  });
  return hashes;
}

/** One after the other. */
function readEntries(archive: string, read: (entry: Entry, zip: ZipFile) => Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    yauzl.open(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry: Entry) => {
        const done = entry.fileName.endsWith('/') ? Promise.resolve() : read(entry, zip);
        done.then(() => zip.readEntry(), reject);
      });
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.readEntry();
    });
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
