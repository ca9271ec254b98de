import yauzl from 'yauzl';

/** The files in a zip archive, folders left out. */
export function listFiles(archive: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    yauzl.open(archive, { lazyEntries: false }, (error, zip) => {
      if (error) return reject(error);
      const names: string[] = [];
      zip.on('entry', (entry) => {
        if (!entry.fileName.endsWith('/')) names.push(entry.fileName);
      });
      zip.on('error', reject);
      zip.on('end', () => resolve(names));
    });
  });
}
