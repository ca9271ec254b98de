import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { withFolder } from '../cli/temporary-folder.ts';
import { chainClient, rolesOf, roleTemplate } from './support/role-files.ts';
import { type ServerProcess, withServer } from './support/server-process.ts';
import { unsafeTrust } from './support/texts.ts';

const files = {
  'one/a.json': roleTemplate('A'),
  'two/b.json': roleTemplate('B', 'arn:aws:iam::111122223333:role/A'),
  'two/deep/c.json': roleTemplate('C'),
  'one/node_modules/left-out/trust.json': unsafeTrust,
};

/** A server of an editor that has the folder `one` open. */
async function withFolders(
  use: (server: ServerProcess, uriOf: (name: string) => string, change: ChangeFolders) => Promise<void>,
): Promise<void> {
  await withFolder(files, async (top) => {
    const uriOf = (name: string) => pathToFileURL(path.join(top, name)).href;
    await withServer({ capabilities: chainClient, folders: [uriOf('one')] }, async (server) => {
      const named = (names: readonly string[]) => names.map((name) => ({ uri: uriOf(name), name }));
      await use(server, uriOf, (added, removed) =>
        server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: { added: named(added), removed: named(removed) },
        }),
      );
      assert.ok(!server.sent.includes('window/logMessage'), 'nothing has failed');
      assert.equal(await server.stop(), 0);
    });
  });
}

type ChangeFolders = (added: readonly string[], removed: readonly string[]) => Promise<void>;

describe('server: several folders', () => {
  it('are read as they are opened, and forgotten as they are closed', async () => {
    await withFolders(async (server, _, change) => {
      assert.deepEqual(await rolesOf(server), ['A']);
      await change(['two'], []);
      assert.deepEqual(await rolesOf(server), ['A', 'B', 'C']);
      await change([], ['one']);
      assert.deepEqual(await rolesOf(server), ['B', 'C']);
      await change(['one'], ['two']);
      assert.deepEqual(await rolesOf(server), ['A']);
      await change([], ['one']);
      assert.deepEqual(await rolesOf(server), []);
    });
  });

  it('may lie in one another', async () => {
    await withFolders(async (server, _, change) => {
      await change(['two/deep', 'two'], []);
      assert.deepEqual(await rolesOf(server), ['A', 'B', 'C']);
      await change([], ['two/deep']);
      assert.deepEqual(await rolesOf(server), ['A', 'B', 'C']);
      await change(['two/deep'], ['two']);
      assert.deepEqual(await rolesOf(server), ['A', 'C']);
    });
  });

  it('may change before the server has read the first one', async () => {
    await withFolders(async (server, _, change) => {
      await Promise.all([change(['two'], []), change([], ['one']), change(['one'], ['two'])]);
      assert.deepEqual(await rolesOf(server), ['A']);
    });
  });

  it('keep what is open as it is in the editor, whatever becomes of its folder', async () => {
    await withFolders(async (server, uriOf, change) => {
      await server.open(uriOf('one/a.json'), roleTemplate('Unsaved'));
      await change([], ['one']);
      assert.deepEqual(await rolesOf(server), ['Unsaved']);
      await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf('one/a.json') } });
      assert.deepEqual(await rolesOf(server), []);
    });
  });

  it('say which documents are left out', async () => {
    await withFolders(async (server, uriOf, change) => {
      const uri = uriOf('one/node_modules/left-out/trust.json');
      await server.open(uri, unsafeTrust);
      assert.deepEqual((await server.diagnostics(uri, 1)).diagnostics, []);
      const next = server.nextDiagnostics(uri);
      await change(['one/node_modules/left-out'], []);
      assert.equal((await next).diagnostics.length, 1);
    });
  });
});
