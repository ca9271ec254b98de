import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { privateLog } from '../../../client/src/private-log.ts';
import { ServerHost } from '../../../client/src/server-host.ts';
import { closeEditors, openUntitled } from '../support/documents.ts';
import { waitForDiagnostics } from '../support/events.ts';
import { unsafeTrust } from '../support/policies.ts';

const account = '111122223333';
const key = 'AKIAEXAMPLEEXAMPLE12';

/** An output at its most talkative level that keeps what is written. */
function recordingOutput(lines: string[]): vscode.LogOutputChannel {
  const write = (...given: readonly unknown[]) => void lines.push(given.join(' '));
  return {
    name: 'recording',
    logLevel: vscode.LogLevel.Trace,
    onDidChangeLogLevel: new vscode.EventEmitter<vscode.LogLevel>().event,
    ...{ trace: write, debug: write, info: write, warn: write, error: write },
    ...{ append: write, appendLine: write, replace: write, clear: write, show: write, hide: write, dispose: write },
  };
}

describe('the output', () => {
  afterEach(closeEditors);

  it('has at its most talkative no account id, no key and no text of a file', async () => {
    const { extensionPath } = vscode.extensions.getExtension('rolechain.rolechain') ?? {};
    assert.ok(extensionPath !== undefined);
    // `verbose`, as the settings of these tests have it.
    assert.equal(vscode.workspace.getConfiguration('rolechain').get('trace.server'), 'verbose');
    const lines: string[] = [];
    const log = privateLog(recordingOutput(lines));
    const storage = vscode.Uri.joinPath(vscode.Uri.file(process.env.ROLECHAIN_RESULTS ?? ''), '..', 'kept');
    const host = new ServerHost(
      path.join(extensionPath, 'dist', 'server.js'),
      log,
      storage,
      () => new vscode.Disposable(() => {}),
    );
    try {
      const text = unsafeTrust().replace('"Statement"', `"Id": "${key} of ${account}", "Statement"`);
      const { document } = await openUntitled('json', text);
      await host.start();
      const codes = () => waitForDiagnostics(document.uri, (all) => all.length > 0);
      await codes();
      await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(3, 20));
      await host.request('rolechain/organization/import', { text: `{ "id": "${account}" ${key}` });
      await host
        .request('textDocument/hover', { textDocument: `${account} ${key}` })
        .catch((error) => log.error(error));
    } finally {
      await host.dispose();
    }
    const wrote = (words: string) => lines.some((line) => line.includes(words));
    assert.ok(wrote("Sending notification 'textDocument/didOpen'"), lines.slice(0, 20).join('\n'));
    assert.ok(wrote("'rolechain/organization/import"), 'what is asked is named');
    for (const line of lines) {
      assert.doesNotMatch(line, /\d{12}|AKIA/);
      assert.doesNotMatch(line, /Statement|AssumeRole|Params:|Result:/);
    }
  });
});
