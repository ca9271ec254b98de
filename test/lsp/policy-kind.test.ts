import assert from 'node:assert/strict';
import { type ApplyWorkspaceEditParams, DiagnosticSeverity, type WorkspaceEdit } from 'vscode-languageserver/node';
import { applied, client, withWorkspace } from './support/configured-folder.ts';
import { withServer } from './support/server-process.ts';

describe('server: the kind of a policy', () => {
  const deny = '{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*" } }';

  it('is written into the configuration and holds at once', async () => {
    await withWorkspace({ 'deny.json': deny }, async ({ server, uriOf, whatFollows, write }) => {
      const edits: WorkspaceEdit[] = [];
      server.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
        edits.push(edit);
        return { applied: true };
      });
      await whatFollows('deny.json', () => server.open(uriOf('deny.json'), deny));
      const set = (kind: string) =>
        server.connection.sendRequest('rolechain/setPolicyKind', { uri: uriOf('deny.json'), kind });
      assert.deepEqual(await set('trust'), { configuration: uriOf('rolechain.config.json') });
      const text = applied(edits[0], {})[uriOf('rolechain.config.json')] ?? '';
      assert.deepEqual(JSON.parse(text), { overrides: [{ files: ['deny.json'], kind: 'trust' }] });
      const found = await whatFollows('deny.json', () => write('rolechain.config.json', text));
      assert.ok(found.includes(`missing-element ${DiagnosticSeverity.Error}`), found.join());
      await set('scp');
      const again = applied(edits[1], { [uriOf('rolechain.config.json')]: text })[uriOf('rolechain.config.json')] ?? '';
      assert.deepEqual(JSON.parse(again), { overrides: [{ files: ['deny.json'], kind: 'scp' }] });
      assert.deepEqual(await whatFollows('deny.json', () => write('rolechain.config.json', again)), []);
    });
  });

  it('is refused where there is no place to write it', async () => {
    await withServer({ capabilities: client }, async (server) => {
      const set = (uri: string, kind: string) =>
        server.connection.sendRequest('rolechain/setPolicyKind', { uri, kind });
      assert.deepEqual(await set('untitled:Untitled-1', 'scp'), {
        failure: 'Save the file first: the configuration names files by their path.',
      });
      assert.deepEqual(await set('file:///a.json', 'iam'), { failure: 'A file and a kind of policy must be named.' });
    });
  });

  it('can be set by a command where the editor has none of its own', async () => {
    await withServer({ capabilities: client }, async (server) => {
      assert.ok(server.initialized.capabilities.executeCommandProvider?.commands.includes('rolechain.setPolicyKind'));
    });
    await withServer(
      { capabilities: client, initializationOptions: { commands: ['rolechain.setPolicyKind'] } },
      async (server) => assert.equal(server.initialized.capabilities.executeCommandProvider, undefined),
    );
  });
});
