import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, moveTo, openSample } from '../support/documents.ts';
import { waitForFinding } from '../support/events.ts';
import { waitForMessage } from '../support/messages.ts';
import { chooseRow, runFromPalette } from '../support/quick-input.ts';
import { ui } from '../support/ui.ts';

describe('a user of a workspace that is not trusted', () => {
  before(() => assert.equal(vscode.workspace.isTrusted, false));

  afterEach(closeEditors);

  it('has policies checked and explained', async () => {
    const editor = await openSample('before', 'source-role.trust.json');
    const { uri } = editor.document;
    await waitForFinding(uri, 'trust-missing-source-arn');
    const position = await moveTo(editor, 'sts:AssumeRole');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
    assert.ok(hovers.length > 0);
  });

  it('has the graph drawn', async () => {
    await openSample('after', 'source-role.trust.json');
    await vscode.commands.executeCommand('rolechain.showGraph');
    await ui('waitFor', 'webview:.hop');
  });

  it('is told that AWS is not asked where an organization is looked up', async () => {
    const editor = await openSample('after', 'source-role.permissions.json');
    await waitForFinding(editor.document.uri, 'unfilled-placeholder');
    await moveTo(editor, 'your org path');
    await runFromPalette('Role Chain: Insert Organization Path');
    await ui('screenshot', 'restricted-organizations');
    await chooseRow('AWS is not asked in Restricted Mode');
    await waitForMessage('Role Chain asks AWS nothing in Restricted Mode');
    await ui('press', 'Escape');
    await ui('waitUntilGone', '.quick-input-widget');
  });

  it('is told that AWS is not asked where one is refreshed', async () => {
    await vscode.commands.executeCommand('rolechain.refreshOrganization');
    await waitForMessage('Role Chain asks AWS nothing in Restricted Mode');
  });

  it('is told that no files are written', async () => {
    await openSample('before', 'source-role.trust.json');
    for (const command of ['rolechain.newRoleChain', 'rolechain.setPolicyKind']) {
      await vscode.commands.executeCommand(command);
      await waitForMessage('Role Chain writes no files in Restricted Mode');
    }
  });
});
