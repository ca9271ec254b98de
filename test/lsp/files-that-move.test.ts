import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver/node';
import { withFolder } from '../cli/temporary-folder.ts';
import { chainClient, rolesOf, roleTemplate, watchedPatterns } from './support/role-files.ts';
import { type ServerProcess, withServer } from './support/server-process.ts';
import { unsafeTrust } from './support/texts.ts';

/** A server on a folder that is renamed, deleted and made again under it. */
interface Moving {
  readonly server: ServerProcess;
  readonly uriOf: (name: string) => string;
  readonly roles: () => Promise<readonly string[]>;
  readonly open: (name: string, text: string) => Promise<void>;
  readonly close: (name: string) => Promise<void>;
  /** What an editor tells of changes on the disk. */
  readonly tell: (...changes: readonly (readonly [name: string, type: FileChangeType])[]) => Promise<void>;
  readonly write: (name: string, text: string) => void;
  readonly move: (from: string, to: string) => void;
  readonly remove: (name: string) => void;
}

const { Created, Changed, Deleted } = FileChangeType;

async function withFiles(files: Readonly<Record<string, string>>, use: (moving: Moving) => Promise<void>) {
  await withFolder(files, async (folder) => {
    const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
    const options = { capabilities: chainClient, folders: [pathToFileURL(folder).href] };
    await withServer(options, async (server) => {
      await use({
        server,
        uriOf,
        roles: () => rolesOf(server),
        open: (name, text) => server.open(uriOf(name), text),
        close: (name) =>
          server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(name) } }),
        tell: (...changes) =>
          server.connection.sendNotification('workspace/didChangeWatchedFiles', {
            changes: changes.map(([name, type]) => ({ uri: uriOf(name), type })),
          }),
        write: (name, text) => {
          mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
          writeFileSync(path.join(folder, name), text);
        },
        move: (from, to) => renameSync(path.join(folder, from), path.join(folder, to)),
        remove: (name) => rmSync(path.join(folder, name), { recursive: true }),
      });
      assert.ok(!server.sent.includes('window/logMessage'), 'nothing has failed');
      assert.equal(await server.stop(), 0);
    });
  });
}

/** All orders of a list. */
function ordersOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first) => ordersOf(items.filter((each) => each !== first)).map((rest) => [first, ...rest]));
}

describe('server: files that are renamed, deleted and made again', () => {
  const old = roleTemplate('Old');
  const other = { 'other.json': roleTemplate('Other') };

  it('leave nothing behind, whatever is told first of the renaming of an open file', async () => {
    const orders = ordersOf(['close', 'open', 'deleted', 'created'] as const);
    const files = Object.fromEntries(orders.map((_, index) => [`old${index}.json`, roleTemplate(`Old${index}`)]));
    await withFiles(files, async ({ roles, open, close, tell, move, server, uriOf }) => {
      const left = new Set(orders.map((_, index) => `Old${index}`));
      for (const [index, order] of orders.entries()) {
        const [from, to] = [`old${index}.json`, `new${index}.json`];
        await open(from, roleTemplate(`Old${index}`));
        await server.diagnostics(uriOf(from), 1);
        move(from, to);
        for (const step of order) {
          if (step === 'close') await close(from);
          else if (step === 'open') await open(to, roleTemplate(`New${index}`));
          else await tell(step === 'deleted' ? [from, Deleted] : [to, Created]);
        }
        left.delete(`Old${index}`);
        left.add(`New${index}`);
        assert.deepEqual(await roles(), [...left].sort(), order.join(', '));
        assert.deepEqual((await server.diagnostics(uriOf(from))).diagnostics, []);
      }
    });
  });

  it('stay as they are in the editor where they are deleted while they are open', async () => {
    await withFiles({ ...other, 'old.json': old }, async ({ roles, open, close, tell, remove, write }) => {
      await open('old.json', roleTemplate('Unsaved'));
      remove('old.json');
      await tell(['old.json', Deleted]);
      assert.deepEqual(await roles(), ['Other', 'Unsaved']);
      write('old.json', old);
      await tell(['old.json', Created]);
      assert.deepEqual(await roles(), ['Other', 'Unsaved']);
      await close('old.json');
      assert.deepEqual(await roles(), ['Old', 'Other']);
      remove('old.json');
      await tell(['old.json', Deleted]);
      assert.deepEqual(await roles(), ['Other']);
    });
  });

  it('are read as they are made again', async () => {
    await withFiles({ ...other, 'old.json': old }, async ({ roles, tell, remove, write }) => {
      assert.deepEqual(await roles(), ['Old', 'Other']);
      remove('old.json');
      await tell(['old.json', Deleted]);
      write('old.json', roleTemplate('Again'));
      await tell(['old.json', Created]);
      assert.deepEqual(await roles(), ['Again', 'Other']);
      write('old.json', '{}');
      await tell(['old.json', Changed]);
      assert.deepEqual(await roles(), ['Other']);
    });
  });

  it('go with their folder, of which alone the editor tells', async () => {
    const files = { ...other, 'deep/in/a.json': old, 'deeper.json': roleTemplate('Beside') };
    await withFiles(files, async ({ roles, tell, move, remove }) => {
      assert.deepEqual(await roles(), ['Beside', 'Old', 'Other']);
      move('deep', 'moved');
      await tell(['deep', Deleted], ['moved', Created]);
      assert.deepEqual(await roles(), ['Beside', 'Old', 'Other']);
      remove('moved');
      await tell(['moved', Deleted]);
      assert.deepEqual(await roles(), ['Beside', 'Other']);
    });
  });

  it('bring their configuration with them in a folder, and take it away', async () => {
    const config = JSON.stringify({ rules: { 'trust-missing-source-arn': 'off' } });
    await withFiles({ 'away/rolechain.config.json': config, 'in/trust.json': unsafeTrust }, async (moving) => {
      const { server, uriOf, open, move, tell } = moving;
      const uri = uriOf('in/sub/trust.json');
      const found = async (act: () => Promise<void>) => {
        const next = server.nextDiagnostics(uri);
        await act();
        return (await next).diagnostics.length;
      };
      assert.equal(await found(() => open('in/sub/trust.json', unsafeTrust)), 1);
      move('in', 'out');
      move('away', 'in');
      assert.equal(await found(() => tell(['in', Deleted], ['out', Created], ['away', Deleted], ['in', Created])), 0);
      move('in', 'away');
      assert.equal(await found(() => tell(['in', Deleted], ['away', Created])), 1);
    });
  });

  it('are left out as they are left out at the start', async () => {
    const files = { ...other, '.gitignore': 'built/\n', 'kept/.gitignore': '*.yaml\n' };
    await withFiles(files, async ({ roles, tell, write, move }) => {
      const names = ['cdk.out/a.json', 'built/b.json', 'kept/c.yaml', 'kept/d.json', 'e.txt'];
      for (const name of names) write(name, roleTemplate(`In${name.replace(/\W/g, '')}`));
      await tell(...names.map((name) => [name, Created] as const));
      assert.deepEqual(await roles(), ['Inkeptdjson', 'Other']);
      write('new/built/f.json', roleTemplate('F'));
      write('new/g.json', roleTemplate('G'));
      move('cdk.out', 'node_modules');
      await tell(['new', Created], ['node_modules', Created], ['built', Created]);
      assert.deepEqual(await roles(), ['G', 'Inkeptdjson', 'Other']);
    });
  });

  it('are told of also where they have no ending, as folders', async () => {
    await withFiles(other, async ({ server, roles }) => {
      await roles();
      assert.ok(watchedPatterns(server).includes('**'), watchedPatterns(server).join());
    });
  });

  it('are forgotten with their editor where they lie in no folder', async () => {
    await withFolder({ 'outside.json': roleTemplate('Outside') }, async (elsewhere) => {
      await withFiles(other, async ({ roles, server }) => {
        const uri = pathToFileURL(path.join(elsewhere, 'outside.json')).href;
        await server.open(uri, roleTemplate('Outside'));
        assert.deepEqual(await roles(), ['Other', 'Outside']);
        await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
        assert.deepEqual(await roles(), ['Other']);
      });
    });
  });
});
