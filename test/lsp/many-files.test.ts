import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LogMessageParams } from 'vscode-languageserver/node';
import { mostFiles, scanWorkspace } from '../../server/src/lsp/scan-workspace.ts';
import { withFolder } from '../cli/temporary-folder.ts';
import { chainClient, rolesOf, roleTemplate } from './support/role-files.ts';
import { withServer } from './support/server-process.ts';

/** The long run is `npm run fuzz -- --files`; see scripts/fuzz.ts. */
const count = Number(process.env.ROLECHAIN_FUZZ_FILES ?? 0);

describe('server: a workspace of many files', function () {
  this.timeout(10 * 60_000);

  it('is read up to a bound, in the order of the paths, and what is left is counted', async () => {
    const names = Array.from(
      { length: 300 },
      (_, index) => `folder${index % 7}/${String(index).padStart(3, '0')}.json`,
    );
    await withFolder(Object.fromEntries(names.map((name) => [name, '{}'])), async (folder) => {
      const read: string[] = [];
      const scan = (most: number) =>
        scanWorkspace(
          [pathToFileURL(folder).href],
          (file) => {
            read.push(file.slice(folder.length + 1));
            return undefined;
          },
          () => true,
          most,
        );
      assert.deepEqual(await scan(100), { left: 200, failed: [] });
      assert.deepEqual(read, names.toSorted().slice(0, 100));
      assert.deepEqual(await scan(300), { left: 0, failed: [] });
    });
  });

  it('says which of them cannot be looked at', async () => {
    const files = { 'a.json': roleTemplate('A'), 'large.json': '', 'damaged.json': new Uint8Array([0, 255, 0]) };
    await withFolder(files, async (folder) => {
      truncateSync(path.join(folder, 'large.json'), 200 * 1024 * 1024);
      symlinkSync('loop.json', path.join(folder, 'loop.json'));
      symlinkSync('.', path.join(folder, 'again'));
      await withServer({ capabilities: chainClient, folders: [pathToFileURL(folder).href] }, async (server) => {
        const told = new Promise<string>((resolve) =>
          server.connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => resolve(message)),
        );
        assert.deepEqual(await rolesOf(server), ['A']);
        const damaged = `${path.join(folder, 'damaged.json')} (not a text file)`;
        const large = `${path.join(folder, 'large.json')} (larger than 20 MB, so not looked at)`;
        const loop = `${path.join(folder, 'loop.json')} (a symbolic link that leads back to itself)`;
        assert.equal(await told, `What cannot be looked at is missing in chains: ${damaged}, ${large}, ${loop}.`);
      });
    });
  });

  if (count > 0)
    it(`of ${count} is read up to ${mostFiles}, says how many are left, and answers meanwhile`, async () => {
      await withFolder(
        { 'a/first.json': roleTemplate('First'), 'z/last.json': roleTemplate('Last') },
        async (folder) => {
          for (let index = 0; index < count; index++) {
            const inside = path.join(folder, `b${index % 100}`);
            if (index < 100) mkdirSync(inside);
            writeFileSync(path.join(inside, `${index}.json`), '{"Statement": []}');
          }
          await withServer({ capabilities: chainClient, folders: [pathToFileURL(folder).href] }, async (server) => {
            const told = new Promise<string>((resolve) =>
              server.connection.onNotification('window/logMessage', ({ message }: LogMessageParams) =>
                resolve(message),
              ),
            );
            const uri = pathToFileURL(path.join(folder, 'a/open.json')).href;
            await server.open(uri, roleTemplate('Open'));
            await server.diagnostics(uri, 1);
            assert.deepEqual(await rolesOf(server), ['First', 'Open']);
            assert.match(await told, new RegExp(`^${count + 2 - mostFiles} files of the workspace are not looked at`));
            assert.equal(await server.stop(), 0);
          });
        },
      );
    });
});
