import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { withFolder } from '../cli/temporary-folder.ts';
import { applied, client, config, level, rule, titled, withWorkspace } from './support/configured-folder.ts';
import { richClient, withServer } from './support/server-process.ts';
import { unsafeTrust } from './support/texts.ts';

describe('server: configuration', () => {
  it('counts as it changes on disk, comes and goes', async () => {
    await withWorkspace(
      { 'sub/trust.json': unsafeTrust, 'rolechain.config.json': level('error') },
      async (workspace) => {
        const { server, uriOf, whatFollows, write, remove } = workspace;
        const opened = await whatFollows('sub/trust.json', () => server.open(uriOf('sub/trust.json'), unsafeTrust));
        assert.deepEqual(opened, [`${rule} ${DiagnosticSeverity.Error}`]);
        assert.deepEqual(await whatFollows('sub/trust.json', () => write('rolechain.config.json', level('hint'))), [
          `${rule} ${DiagnosticSeverity.Hint}`,
        ]);
        assert.deepEqual(
          await whatFollows('sub/trust.json', () => write('sub/rolechain.config.json', level('off'))),
          [],
        );
        assert.deepEqual(await whatFollows('sub/trust.json', () => remove('sub/rolechain.config.json')), [
          `${rule} ${DiagnosticSeverity.Hint}`,
        ]);
      },
    );
  });

  it('counts as it stands in the editor, unsaved', async () => {
    await withWorkspace({ 'trust.json': unsafeTrust, 'rolechain.config.json': level('error') }, async (workspace) => {
      const { server, uriOf, whatFollows, edit } = workspace;
      const configuration = uriOf('rolechain.config.json');
      await whatFollows('trust.json', () => server.open(uriOf('trust.json'), unsafeTrust));
      assert.deepEqual(await whatFollows('trust.json', () => server.open(configuration, level('hint'), 'jsonc')), [
        `${rule} ${DiagnosticSeverity.Hint}`,
      ]);
      assert.deepEqual(await whatFollows('trust.json', () => edit('rolechain.config.json', 2, level('off'))), []);
      const close = () =>
        server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: configuration } });
      assert.deepEqual(await whatFollows('trust.json', close), [`${rule} ${DiagnosticSeverity.Error}`]);
    });
  });

  it('goes before the settings of the editor', async () => {
    const files = { 'trust.json': unsafeTrust, 'rolechain.config.json': level('hint') };
    await withFolder(files, (folder) =>
      withServer({ capabilities: client, configuration: () => ({ rules: { [rule]: 'error' } }) }, async (server) => {
        const uri = pathToFileURL(path.join(folder, 'trust.json')).href;
        await server.open(uri, unsafeTrust);
        assert.equal((await server.diagnostics(uri, 1)).diagnostics[0]?.severity, DiagnosticSeverity.Hint);
      }),
    );
  });

  it('is read each time for an editor that watches no files', async () => {
    await withWorkspace(
      { 'trust.json': unsafeTrust, 'rolechain.config.json': level('error') },
      async ({ server, uriOf, whatFollows, write, edit }) => {
        await whatFollows('trust.json', () => server.open(uriOf('trust.json'), unsafeTrust));
        await write('rolechain.config.json', level('hint'));
        assert.deepEqual(await whatFollows('trust.json', () => edit('trust.json', 2, `${unsafeTrust} `)), [
          `${rule} ${DiagnosticSeverity.Hint}`,
        ]);
      },
      richClient,
    );
  });

  it('is reported itself, open or not', async () => {
    const broken = config({ rule: {} });
    await withWorkspace({ 'trust.json': unsafeTrust, 'rolechain.config.json': broken }, async (workspace) => {
      const { server, uriOf, whatFollows, write, actions } = workspace;
      const name = 'rolechain.config.json';
      const unknown = `unknown-configuration ${DiagnosticSeverity.Warning}`;
      assert.deepEqual(await whatFollows(name, () => server.open(uriOf('trust.json'), unsafeTrust)), [unknown]);
      assert.deepEqual(await whatFollows(name, () => write(name, '{}')), []);
      await write(name, broken);
      assert.deepEqual(await whatFollows(name, () => server.open(uriOf(name), broken, 'jsonc')), [unknown]);
      const fix = titled(await actions(name), 'Change rule to rules');
      assert.equal(applied(fix.edit, { [uriOf(name)]: broken })[uriOf(name)], config({ rules: {} }));
    });
  });

  it('leaves files out, and so does what tools write', async () => {
    const files = {
      'a.json': unsafeTrust,
      'node_modules/b.json': unsafeTrust,
      'rolechain.config.json': config({ ignore: ['a.json'] }),
    };
    await withWorkspace(files, async ({ server, uriOf, whatFollows, write }) => {
      assert.deepEqual(await whatFollows('a.json', () => server.open(uriOf('a.json'), unsafeTrust)), []);
      assert.deepEqual(
        await whatFollows('node_modules/b.json', () => server.open(uriOf('node_modules/b.json'), unsafeTrust)),
        [],
      );
      assert.equal((await whatFollows('a.json', () => write('rolechain.config.json', '{}'))).length, 1);
    });
  });

  it('accepts what its baseline has', async () => {
    const files = { 'trust.json': unsafeTrust, 'rolechain.config.json': '{ "baseline": "accepted.json" }' };
    await withWorkspace(files, async ({ server, uriOf, whatFollows, write }) => {
      assert.equal((await whatFollows('trust.json', () => server.open(uriOf('trust.json'), unsafeTrust))).length, 1);
      const { diagnostics } = await server.diagnostics(uriOf('trust.json'), 1);
      assert.equal(diagnostics.length, 1);
      const { acceptFindings } = await import('../../server/src/lint/baseline.ts');
      const { writeBaseline } = await import('../../server/src/lint/baseline-file.ts');
      const [diagnostic] = diagnostics;
      const document = TextDocument.create('x:', 'json', 0, unsafeTrust);
      const entries = acceptFindings('trust.json', [
        { rule, place: '', message: String(diagnostic?.message), underlined: document.getText(diagnostic?.range) },
      ]);
      assert.deepEqual(await whatFollows('trust.json', () => write('accepted.json', writeBaseline(entries))), []);
    });
  });
});
