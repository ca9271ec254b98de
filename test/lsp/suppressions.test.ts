import assert from 'node:assert/strict';
import { type CodeAction, DiagnosticSeverity } from 'vscode-languageserver/node';
import { applied, client, rule, template, titled, withWorkspace } from './support/configured-folder.ts';
import { richClient, withServer } from './support/server-process.ts';
import { unsafeTrust } from './support/texts.ts';

describe('server: suppressions', () => {
  const line = `Disable ${rule} for this line`;
  const file = `Disable ${rule} for this file`;
  const workspaceWide = `Disable ${rule} for the workspace`;

  it('are offered behind the fixes, never as the first choice, and hold', async () => {
    await withWorkspace({ 'a.yaml': template }, async ({ server, uriOf, whatFollows, actions, edit }) => {
      const uri = uriOf('a.yaml');
      await whatFollows('a.yaml', () => server.open(uri, template, 'yaml'));
      const offered = await actions('a.yaml');
      const titles = offered.map(({ title }) => title);
      const first = titles.indexOf(line);
      assert.ok(first > 0);
      assert.deepEqual(titles.slice(first), [line, file, workspaceWide]);
      for (const action of offered.slice(first)) assert.equal(action.isPreferred, undefined);
      const text = applied(titled(offered, line).edit, { [uri]: template })[uri] ?? '';
      assert.equal(
        text,
        template.replace(
          '            Principal',
          `            # rolechain-ignore-next-line ${rule} -- <reason>\n            Principal`,
        ),
      );
      assert.deepEqual(await whatFollows('a.yaml', () => edit('a.yaml', 2, text)), []);
      const unused = text.replace('lambda.amazonaws.com', 'ec2.amazonaws.com').replace(rule, 'wrong-type');
      const codes = await whatFollows('a.yaml', () => edit('a.yaml', 3, unused));
      assert.ok(codes.includes(`unused-suppression ${DiagnosticSeverity.Warning}`));
    });
  });

  it('make a configuration beside a strict JSON policy where there is none', async () => {
    await withWorkspace({ 'p/trust.json': unsafeTrust }, async ({ server, uriOf, whatFollows, actions, write }) => {
      await whatFollows('p/trust.json', () => server.open(uriOf('p/trust.json'), unsafeTrust));
      const { edit } = titled(await actions('p/trust.json'), file);
      const made = uriOf('p/rolechain.config.json');
      const text = applied(edit, {})[made] ?? '';
      assert.deepEqual(JSON.parse(text), { suppressions: [{ file: 'trust.json', rule, reason: '<reason>' }] });
      assert.deepEqual(await whatFollows('p/trust.json', () => write('p/rolechain.config.json', text)), []);
    });
  });

  it('go into the configuration that there is, as it stands in the editor', async () => {
    const onDisk = '{}';
    const inEditor = '{\n  // Ours.\n  "ignore": ["x"]\n}\n';
    const files = { 'p/trust.json': unsafeTrust, 'rolechain.config.json': onDisk };
    await withWorkspace(files, async ({ server, uriOf, whatFollows, actions, edit }) => {
      const configuration = uriOf('rolechain.config.json');
      await whatFollows('p/trust.json', () => server.open(uriOf('p/trust.json'), unsafeTrust));
      const closed = applied(titled(await actions('p/trust.json'), workspaceWide).edit, { [configuration]: onDisk });
      assert.deepEqual(JSON.parse(closed[configuration] ?? ''), { rules: { [rule]: 'off' } });
      await whatFollows('p/trust.json', () => server.open(configuration, inEditor, 'jsonc'));
      const open = applied(titled(await actions('p/trust.json'), workspaceWide).edit, { [configuration]: inEditor });
      const text = open[configuration] ?? '';
      assert.equal(text, inEditor.replace('["x"]', `["x"],\n  "rules": {\n    "${rule}": "off"\n  }`));
      assert.deepEqual(await whatFollows('p/trust.json', () => edit('rolechain.config.json', 2, text)), []);
    });
  });

  it('need no file of an editor that can make none, and none for a text without a name', async () => {
    await withWorkspace(
      { 'trust.json': unsafeTrust },
      async ({ server, uriOf, whatFollows, actions }) => {
        await whatFollows('trust.json', () => server.open(uriOf('trust.json'), unsafeTrust));
        assert.ok((await actions('trust.json')).every(({ title }) => !title.startsWith('Disable')));
      },
      richClient,
    );
    await withServer({ capabilities: client }, async (server) => {
      await server.open('untitled:Untitled-1', template, 'yaml');
      const { diagnostics } = await server.diagnostics('untitled:Untitled-1', 1);
      const offered = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: 'untitled:Untitled-1' },
        range: diagnostics[0]?.range,
        context: { diagnostics, only: ['quickfix'] },
      });
      const titles = offered.map(({ title }) => title).filter((title) => title.startsWith('Disable'));
      assert.deepEqual(titles, [line, file]);
    });
  });
});
