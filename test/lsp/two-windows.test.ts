import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openFolderStorage } from '../../server/src/lsp/organization-storage.ts';
import { writeOrganization } from '../../server/src/organization/organization-file.ts';
import {
  type Answer,
  type KnownOrganization,
  organizationRequests as requests,
} from '../../server/src/protocol/organization.ts';
import { exampleOrganization } from '../aws/support/organizations.ts';
import { withFolder } from '../cli/temporary-folder.ts';
import { chainClient, rolesOf, roleTemplate } from './support/role-files.ts';
import { type ServerProcess, withServer } from './support/server-process.ts';

const key = `${exampleOrganization.id}.json`;

/** Two servers, of two windows of one user. */
async function withTwo(options: object, use: (one: ServerProcess, other: ServerProcess) => Promise<void>) {
  await withServer(options, (one) => withServer(options, (other) => use(one, other)));
}

describe('two windows', () => {
  it('read the old text or the new one, whoever writes meanwhile', async () => {
    await withFolder({}, async (folder) => {
      const windows = [openFolderStorage(folder), openFolderStorage(folder)];
      const texts = Array.from({ length: 20 }, (_, index) => `${index} `.repeat(50_000));
      await windows[0]?.write(key, texts[0] ?? '');
      const writing = texts.flatMap((text) => windows.map((window) => window.write(key, text)));
      const reading = texts.flatMap(() => windows.map((window) => window.read(key)));
      for (const read of await Promise.all(reading)) assert.ok(texts.includes(read ?? ''), read?.slice(0, 20));
      await Promise.all(writing);
      assert.deepEqual(readdirSync(folder), [key]);
    });
  });

  it('leave nothing of what could not be written, nor of what is forgotten', async () => {
    await withFolder({ [`${key}.killed.tmp`]: 'half' }, async (folder) => {
      const storage = openFolderStorage(folder);
      await storage.write('o-other.json', 'other');
      await storage.delete(key);
      assert.deepEqual(readdirSync(folder), ['o-other.json']);
      mkdirSync(path.join(folder, key));
      writeFileSync(path.join(folder, key, 'in-the-way'), '');
      await assert.rejects(storage.write(key, 'text'));
      assert.deepEqual(readdirSync(folder), [key, 'o-other.json']);
    });
  });

  it('keep one organization between them, whole', async () => {
    await withFolder({}, async (folder) => {
      const kept = path.join(folder, 'kept');
      const options = { initializationOptions: { storage: pathToFileURL(kept).href } };
      const named = (name: string) =>
        writeOrganization({ ...exampleOrganization, root: { ...exampleOrganization.root, name } });
      const names = Array.from({ length: 20 }, (_, index) => `Root ${index} ${'x'.repeat(10_000)}`);
      await withTwo(options, async (...windows) => {
        const imports = names.flatMap((name) =>
          windows.map(({ connection }) =>
            connection.sendRequest<Answer<KnownOrganization>>(requests.import, { text: named(name) }),
          ),
        );
        for (const { failure, value } of await Promise.all(imports))
          assert.equal(value?.id, exampleOrganization.id, failure?.message);
        for (const window of windows) assert.equal(await window.stop(), 0);
      });
      assert.deepEqual(readdirSync(kept), [key]);
      const { root } = JSON.parse(readFileSync(path.join(kept, key), 'utf8'));
      assert.ok(names.includes(root.name));
      await withServer(options, async ({ connection }) => {
        const known = await connection.sendRequest<readonly KnownOrganization[]>(requests.known);
        assert.deepEqual(
          known.map(({ id, complete }) => [id, complete]),
          [[exampleOrganization.id, true]],
        );
      });
    });
  });

  it('have each its own unsaved text, and the files of both', async () => {
    await withFolder({ 'a.json': roleTemplate('A'), 'b.json': roleTemplate('B') }, async (folder) => {
      const uri = pathToFileURL(path.join(folder, 'a.json')).href;
      await withTwo({ capabilities: chainClient, folders: [pathToFileURL(folder).href] }, async (one, other) => {
        await one.open(uri, roleTemplate('Unsaved'));
        assert.deepEqual(await rolesOf(one), ['B', 'Unsaved']);
        assert.deepEqual(await rolesOf(other), ['A', 'B']);
        writeFileSync(path.join(folder, 'a.json'), roleTemplate('Saved'));
        for (const { connection } of [one, other])
          await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
        assert.deepEqual(await rolesOf(one), ['B', 'Unsaved']);
        assert.deepEqual(await rolesOf(other), ['B', 'Saved']);
      });
    });
  });
});
