import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openUntitled } from '../support/documents.ts';
import { waitForDiagnostics } from '../support/events.ts';
import { unsafeTrust } from '../support/policies.ts';
import { findServer } from '../support/server-process.ts';
import { ui, uiAvailable } from '../support/ui.ts';

const services = ['cloudtrail', 'events', 'scheduler', 'lambda', 'config'].map((name) => `${name}.amazonaws.com`);

const status = (text: string): string => `[id="status.languageStatus"][aria-label*="${text}"]`;

describe('a language server that is killed', () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    // What other tests killed no longer counts.
    await vscode.commands.executeCommand('rolechain.restartServer');
    editor = await openUntitled('json', '');
  });

  afterEach(closeEditors);

  it('comes back, and so do its findings', async () => {
    await replaceService(services[0]);
    const killed = killServer();
    await replaceService(services[1]);
    assert.notEqual(findServer(), killed);
  });

  it('stays away after the fifth time and says so without a pop-up; the command starts it again', async function () {
    this.timeout(90_000);
    for (const service of services) {
      await replaceService(service);
      killServer();
    }
    if (uiAvailable) {
      await ui('waitFor', status('Role Chain has stopped'));
      await ui('waitUntilGone', '.notifications-toasts.visible');
    }
    await vscode.commands.executeCommand('rolechain.restartServer');
    await replaceService('backup.amazonaws.com');
    if (uiAvailable) await ui('waitFor', status('Trust policy: 1'));
  });

  /** Writes a policy that differs from the one before, and waits until it was checked. */
  async function replaceService(service = ''): Promise<void> {
    const { document } = editor;
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    await editor.edit((builder) => builder.replace(everything, unsafeTrust(service)));
    await waitForDiagnostics(document.uri, (all) => all.some((one) => one.message.includes(service)));
  }
});

function killServer(): number {
  const pid = findServer();
  process.kill(pid, 'SIGKILL');
  return pid;
}
