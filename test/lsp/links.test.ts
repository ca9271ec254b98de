import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity, FileChangeType, type LogMessageParams } from 'vscode-languageserver/node';
import { type PlaceholderItem, placeholderRequests } from '../../server/src/protocol/placeholders.ts';
import { withFolder } from '../cli/temporary-folder.ts';
import { level } from './support/configured-folder.ts';
import { chainClient, rolesOf, roleTemplate } from './support/role-files.ts';
import { type ServerProcess, withServer } from './support/server-process.ts';
import { unsafeTrust } from './support/texts.ts';

interface Linked {
  readonly server: ServerProcess;
  /** The folder that holds the workspace and what lies beside it. */
  readonly top: string;
  readonly uriOf: (name: string) => string;
  /** What is logged next; to be asked for before it can be. */
  readonly told: () => Promise<string>;
  /** All that was logged. */
  readonly log: readonly string[];
  readonly tell: (...changes: readonly (readonly [name: string, type: FileChangeType])[]) => Promise<void>;
}

/** A server on folders among these files; `links` by their names are what they lead to. */
async function withLinks(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>>,
  use: (linked: Linked) => Promise<void>,
  folders: readonly string[] = ['ws'],
): Promise<void> {
  await withFolder(files, async (top) => {
    for (const [name, to] of Object.entries(links)) {
      mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
      symlinkSync(to, path.join(top, name));
    }
    const uriOf = (name: string) => pathToFileURL(path.join(top, name)).href;
    await withServer({ capabilities: chainClient, folders: folders.map(uriOf) }, async (server) => {
      const log: string[] = [];
      const waiting: ((line: string) => void)[] = [];
      server.connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => {
        log.push(message);
        for (const go of waiting.splice(0)) go(message);
      });
      await use({
        server,
        top,
        uriOf,
        told: () => new Promise((resolve) => waiting.push(resolve)),
        log,
        tell: (...changes) =>
          server.connection.sendNotification('workspace/didChangeWatchedFiles', {
            changes: changes.map(([name, type]) => ({ uri: uriOf(name), type })),
          }),
      });
      assert.equal(await server.stop(), 0);
    });
  });
}

const refused = (links: readonly string[], more = '') =>
  `Symbolic links that lead out of the workspace are not followed: ${links.join(', ')}${more}. ` +
  'To have what they lead to read, open its folder too.';

const { Created, Changed } = FileChangeType;

describe('server: symbolic links', () => {
  it('that lead out of the workspace are not followed, and this is said once', async () => {
    const files = {
      'ws/own.json': roleTemplate('Own'),
      'beside/secret.json': roleTemplate('Secret'),
      'beside/deep/secret.json': roleTemplate('Deep'),
      'ws2/name-begins-alike.json': roleTemplate('Alike'),
    };
    const links = {
      'ws/file.json': '../beside/secret.json',
      'ws/folder': '../beside',
      'ws/sub/up': '../..',
      'ws/alike': '../ws2',
      'ws/by-two-links': 'folder/deep',
    };
    await withLinks(files, links, async ({ server, top, told, log, tell }) => {
      const first = told();
      assert.deepEqual(await rolesOf(server), ['Own']);
      const names = ['alike', 'by-two-links', 'file.json', 'folder', 'sub/up'];
      const line = refused(names.map((name) => path.join(top, 'ws', name)));
      assert.equal(await first, line);
      await tell(['ws/file.json', Changed], ['ws/folder', Created], ['ws/folder/secret.json', Created]);
      assert.deepEqual(await rolesOf(server), ['Own']);
      assert.deepEqual(log, [line]);
    });
  });

  it('are followed where they stay within, also from one folder of the editor into another', async () => {
    const files = { 'ws/a/a.json': roleTemplate('A'), 'other/b.json': roleTemplate('B'), 'out/c.json': '{}' };
    const links = { 'ws/z/again': '../a', 'ws/z/loop': '..', 'ws/other': '../other' };
    await withLinks(
      files,
      links,
      async ({ server, log }) => {
        assert.deepEqual(await rolesOf(server), ['A', 'B']);
        assert.deepEqual(log, []);
      },
      ['ws', 'other'],
    );
  });

  it('may be folders of the editor, or stand above them', async () => {
    const files = { 'real/ws/a.json': roleTemplate('A'), 'real/secret.json': roleTemplate('Secret') };
    const links = { ws: 'real/ws', above: 'real', 'real/ws/out.json': '../secret.json', 'real/ws/in.json': 'a.json' };
    for (const folder of ['ws', 'above/ws', 'ws/'])
      await withLinks(
        files,
        links,
        async ({ server, top, told, tell }) => {
          const line = told();
          assert.deepEqual(await rolesOf(server), ['A']);
          assert.equal(await line, refused([path.join(top, folder, 'out.json')]));
          writeFileSync(path.join(top, folder, 'b.json'), roleTemplate('B'));
          await tell([path.join(folder, 'b.json'), Created]);
          assert.deepEqual(await rolesOf(server), ['A', 'B']);
        },
        [folder],
      );
  });

  it('are looked at again as they come while the server runs', async () => {
    const files = { 'ws/own.json': roleTemplate('Own'), 'beside/secret.json': roleTemplate('Secret') };
    await withLinks(files, {}, async ({ server, top, told, tell }) => {
      assert.deepEqual(await rolesOf(server), ['Own']);
      // A checkout puts links in place of what was read.
      rmSync(path.join(top, 'ws/own.json'));
      symlinkSync('../beside/secret.json', path.join(top, 'ws/own.json'));
      symlinkSync('../beside', path.join(top, 'ws/folder'));
      const line = told();
      await tell(['ws/own.json', Changed], ['ws/folder', Created]);
      assert.deepEqual(await rolesOf(server), []);
      assert.equal(await line, refused(['folder', 'own.json'].map((name) => path.join(top, 'ws', name))));
    });
  });

  it('of great number make one short line', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `link${String(index).padStart(3, '0')}.json`);
    const links = Object.fromEntries(names.map((name) => [`ws/${name}`, '../beside.json']));
    await withLinks({ 'beside.json': roleTemplate('Secret'), 'ws/a.txt': '' }, links, async (linked) => {
      const { server, top, told, log } = linked;
      const line = told();
      assert.deepEqual(await rolesOf(server), []);
      const five = names.slice(0, 5).map((name) => path.join(top, 'ws', name));
      assert.equal(await line, refused(five, ' and 295 more'));
      assert.equal(log.length, 1);
    });
  });

  it('through which the user himself has opened a document do not keep it from being checked', async () => {
    const files = { 'ws/a.json': roleTemplate('A'), 'beside/trust.json': unsafeTrust };
    await withLinks(files, { 'ws/folder': '../beside' }, async ({ server, uriOf, told }) => {
      const line = told();
      await rolesOf(server);
      await line;
      const uri = uriOf('ws/folder/trust.json');
      await server.open(uri, unsafeTrust);
      assert.equal((await server.diagnostics(uri, 1)).diagnostics.length, 1);
      const opened = uriOf('ws/folder/role.json');
      await server.open(opened, roleTemplate('Opened'));
      assert.deepEqual(await rolesOf(server), ['A', 'Opened']);
      await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: opened } });
      assert.deepEqual(await rolesOf(server), ['A']);
    });
  });

  it('choose no configuration and nothing that one names, and their targets tell nothing of themselves', async () => {
    const severity = async ({ server, uriOf }: Linked) => {
      const uri = uriOf('ws/sub/trust.json');
      await server.open(uri, unsafeTrust);
      const { diagnostics } = await server.diagnostics(uri, 1);
      return diagnostics.map((each) => each.severity);
    };
    const named = JSON.stringify({ baseline: 'accepted.json', organization: { file: 'organization.json' } });
    const files = {
      'ws/sub/trust.json': unsafeTrust,
      'ws/rolechain.config.json': level('hint'),
      'other.json': level('error'),
      'ws/named/rolechain.config.json': named,
      'ws/named/trust.json': unsafeTrust,
    };
    const links = {
      'ws/sub/rolechain.config.json': '../../other.json',
      'ws/named/accepted.json': '../../other.json',
      'ws/named/organization.json': '../../other.json',
    };
    await withLinks(files, links, async (linked) => {
      const { server, uriOf, top, log, told } = linked;
      const line = told();
      await rolesOf(server);
      await line;
      assert.deepEqual(await severity(linked), [DiagnosticSeverity.Hint]);
      const uri = uriOf('ws/named/trust.json');
      await server.open(uri, unsafeTrust);
      assert.equal((await server.diagnostics(uri, 1)).diagnostics.length, 1);
      const all = ['named/accepted.json', 'named/organization.json', 'sub/rolechain.config.json'];
      assert.deepEqual(log, [refused(all.map((name) => path.join(top, 'ws', name)))]);
    });
  });

  it('bring no placeholders of other folders to be filled', async () => {
    const text = unsafeTrust.replace(
      '"sts:AssumeRole"',
      '"sts:AssumeRole", "Condition": { "StringEquals": { "aws:SourceAccount": "<account>" } }',
    );
    const files = { 'ws/own.json': text, 'beside/other.json': text };
    await withLinks(files, { 'ws/folder': '../beside' }, async ({ server, uriOf }) => {
      const documents = ['ws/own.json', 'ws/folder/other.json'].map((name) => ({ uri: uriOf(name), text }));
      const found = await server.connection.sendRequest<readonly PlaceholderItem[]>(placeholderRequests.find, {
        documents,
      });
      assert.deepEqual(
        found.map(({ text: shown, uris }) => [shown, uris]),
        [['<account>', [uriOf('ws/own.json')]]],
      );
    });
  });

  it('above the workspace are the own ones of the user', async () => {
    const files = { 'home/ws/trust.json': unsafeTrust, 'dotfiles/rolechain.config.json': level('error') };
    const links = { 'home/rolechain.config.json': '../dotfiles/rolechain.config.json' };
    await withLinks(
      files,
      links,
      async ({ server, uriOf }) => {
        const uri = uriOf('home/ws/trust.json');
        await server.open(uri, unsafeTrust);
        assert.equal((await server.diagnostics(uri, 1)).diagnostics[0]?.severity, DiagnosticSeverity.Error);
      },
      ['home/ws'],
    );
  });

  it('to devices and pipes keep nobody waiting', async () => {
    const files = { 'ws/own.json': roleTemplate('Own') };
    const links = {
      'ws/zero.json': '/dev/zero',
      'ws/.gitignore': '/dev/zero',
      'ws/rolechain.config.json': '/dev/zero',
    };
    await withLinks(files, links, async ({ server, told, tell }) => {
      const line = told();
      await tell(['ws/zero.json', Changed], ['ws/rolechain.config.json', Changed]);
      assert.deepEqual(await rolesOf(server), ['Own']);
      assert.match(await line, /^Symbolic links that lead out of the workspace are not followed: .*zero\.json/);
    });
  });
});
