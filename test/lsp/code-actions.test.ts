import assert from 'node:assert/strict';
import { type CodeAction, type Diagnostic, SnippetTextEdit, TextDocumentEdit } from 'vscode-languageserver/node';
import { applyAction } from './support/edits.ts';
import { richClient, type ServerProcess, startServer, withServer } from './support/server-process.ts';
import { unsafeTrust } from './support/texts.ts';

const uri = 'file:///workspace/source-role-trust.json';

async function ask(server: ServerProcess, diagnostics: readonly Diagnostic[], only?: string[]): Promise<CodeAction[]> {
  const [diagnostic] = diagnostics;
  assert.ok(diagnostic);
  return server.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: diagnostic.range,
    context: { diagnostics, ...(only && { only }) },
  });
}

async function replaceText(server: ServerProcess, version: number, text: string): Promise<readonly Diagnostic[]> {
  await server.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text }],
  });
  return (await server.diagnostics(uri, version)).diagnostics;
}

describe('server: code actions', () => {
  let server: ServerProcess;
  let diagnostics: readonly Diagnostic[];

  beforeEach(async () => {
    server = await startServer();
    await server.open(uri, unsafeTrust);
    diagnostics = (await server.diagnostics(uri, 1)).diagnostics;
  });
  afterEach(() => void server.process.kill());

  it('mend the finding that they are for', async () => {
    const [fix] = await ask(server, diagnostics, ['quickfix']);
    assert.ok(fix?.edit);
    assert.equal(fix.kind, 'quickfix');
    assert.deepEqual(fix.diagnostics, diagnostics);
    const mended = applyAction(unsafeTrust, fix, 1);
    assert.match(mended, /"aws:SourceArn"/);
    const left = (await replaceText(server, 2, mended)).filter(({ code }) => code === 'trust-missing-source-arn');
    assert.deepEqual(left, []);
  });

  it('are found for a diagnostic of an older version, and fit the newer one', async () => {
    const moved = `\n${unsafeTrust}`;
    await replaceText(server, 2, moved);
    const older = diagnostics.map((each) => ({
      ...each,
      range: {
        start: { ...each.range.start, line: each.range.start.line + 1 },
        end: { ...each.range.end, line: each.range.end.line + 1 },
      },
    }));
    const [fix] = await ask(server, older, ['quickfix']);
    assert.ok(fix);
    assert.match(applyAction(moved, fix, 2), /"aws:SourceArn"/);
  });

  it('are offered for a range where the editor sends no diagnostics', async () => {
    const range = diagnostics[0]?.range;
    const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    assert.ok(actions.some((action) => action.edit !== undefined));
  });

  it('are of the kinds asked for', async () => {
    const refactorings = await ask(server, diagnostics, ['refactor']);
    assert.deepEqual(new Set(refactorings.map(({ kind }) => kind)), new Set(['refactor.rewrite']));
    const fixAll = await ask(server, diagnostics, ['source.fixAll']);
    assert.ok(fixAll.every((action) => action.kind === 'source.fixAll.rolechain'));
  });

  it('are none for a document that is not open', async () => {
    const params = {
      textDocument: { uri: 'file:///workspace/none.json' },
      range: diagnostics[0]?.range,
      context: { diagnostics },
    };
    assert.deepEqual(await server.connection.sendRequest('textDocument/codeAction', params), []);
  });
});

describe('server: code actions by what the editor can do', () => {
  it('have tab stops where it has snippet edits', async () => {
    const workspace = { ...richClient.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } };
    await withServer({ capabilities: { ...richClient, workspace } }, async (server) => {
      await server.open(uri, unsafeTrust);
      const actions = await ask(server, (await server.diagnostics(uri, 1)).diagnostics, ['quickfix']);
      const edits = actions.flatMap((action) => action.edit?.documentChanges ?? []).filter(TextDocumentEdit.is);
      const snippets = edits.flatMap((edit) => edit.edits).filter(SnippetTextEdit.is);
      assert.ok(snippets.some(({ snippet }) => snippet.value.includes('${1:<')));
      // The editor repeats the indentation of the line that a snippet starts on.
      assert.ok(snippets.every(({ snippet }) => !snippet.value.includes('\n      "Condition"')));
    });
  });

  it('open the rule page by the editor’s own command', async () => {
    const initializationOptions = { commands: ['rolechain.openRulePage'] };
    await withServer({ initializationOptions }, async (server) => {
      await server.open(uri, unsafeTrust);
      const actions = await ask(server, (await server.diagnostics(uri, 1)).diagnostics, ['quickfix']);
      assert.deepEqual(actions.at(-1)?.command, {
        title: 'Open the page of trust-missing-source-arn',
        command: 'rolechain.openRulePage',
        arguments: ['trust-missing-source-arn'],
      });
      assert.equal(server.initialized.capabilities.executeCommandProvider, undefined);
    });
  });

  it('open the rule page by showing a document where it has no such command', async () => {
    await withServer(
      { capabilities: { ...richClient, window: { showDocument: { support: true } } } },
      async (server) => {
        const shown = new Promise<{ uri: string }>((resolve) => {
          server.connection.onRequest('window/showDocument', (params: { uri: string }) => {
            resolve(params);
            return { success: true };
          });
        });
        assert.deepEqual(server.initialized.capabilities.executeCommandProvider?.commands, ['rolechain.openRulePage']);
        await server.connection.sendRequest('workspace/executeCommand', {
          command: 'rolechain.openRulePage',
          arguments: ['trust-missing-source-arn'],
        });
        assert.match((await shown).uri, /^file:.*\/docs\/rules\/trust-missing-source-arn\.md$/);
      },
    );
  });
});
