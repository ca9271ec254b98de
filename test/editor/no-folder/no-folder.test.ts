import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openUntitled } from '../support/documents.ts';
import { waitForFinding } from '../support/events.ts';
import { unsafeTrust } from '../support/policies.ts';
import { runFromPalette } from '../support/quick-input.ts';
import { ui } from '../support/ui.ts';

describe('a user who has no folder open', () => {
  before(() => assert.equal(vscode.workspace.workspaceFolders, undefined));

  afterEach(closeEditors);

  it('is told to open one before a role chain is written', async () => {
    await runFromPalette('Role Chain: New Role Chain');
    // Messages do not come up by themselves in a window under test: the bell tells that there is one.
    await ui('waitFor', '.statusbar .codicon-bell-dot');
    await vscode.commands.executeCommand('notifications.showList');
    const message = 'Open a folder first: the files of a role chain are written into it.';
    await ui('waitFor', `.notifications-center:has-text("${message}")`);
    await ui('screenshot', 'no-folder-message');
    await ui('click', '.notifications-center .monaco-button:has-text("Open Folder")');
    await ui('waitFor', '.quick-input-widget:has-text("Open Folder") :focus');
    await ui('press', 'Escape');
    await ui('waitUntilGone', '.quick-input-widget');
  });

  it('has an unsaved policy checked', async () => {
    const { document } = await openUntitled('json', unsafeTrust());
    await waitForFinding(document.uri, 'trust-missing-source-arn');
  });
});
