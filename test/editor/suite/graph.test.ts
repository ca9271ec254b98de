import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, moveTo, openSample, waitForText } from '../support/documents.ts';
import { waitUntil } from '../support/events.ts';
import { chooseRow, quickRow, runFromPalette } from '../support/quick-input.ts';
import { ui, uiAvailable } from '../support/ui.ts';

const source = 's3-autoremediation-lambda';
const target = '/SecurityOperations/SecurityAutoremediation';
const unit = 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload';
const hop = `webview:.hop[aria-label^="${source} to "]`;

/** The lab as it would be deployed; the standalone policies tell of the same roles again. */
const configuration = {
  accounts: { security: '111122223333' },
  deployments: [
    { files: ['after/source-account.yaml'], account: 'security' },
    { files: ['after/target-account.yaml'], organizationalUnits: [`${unit}/`] },
  ],
  parameters: { SecurityOperationsAccountID: '111122223333', WorkloadsOrgPath: unit },
  ignore: ['before/**', '*.json'],
};

/** Of a role that would be markup if it were not text. */
const markup = '<img src=x onerror=document.body.remove()>';

describe('a user who looks at the graph', function () {
  this.timeout(60_000);

  before(async function () {
    if (!uiAvailable) this.skip();
    await write('rolechain.config.json', JSON.stringify(configuration));
  });

  after(async () => {
    await vscode.workspace.fs.delete(inWorkspace('rolechain.config.json')).then(undefined, () => undefined);
  });

  afterEach(closeEditors);

  it('sees the chain of the role at the cursor, and comes to the deciding statement by a click', async () => {
    const editor = await openSample('after', 'source-account.yaml');
    await moveTo(editor, 'RoleName');
    await runFromPalette('Role Chain: Show Graph');
    await ui('waitFor', `webview:.role:has-text("${target}")`);
    await ui('waitFor', 'webview:.group:has-text("account 111122223333")');
    await ui('waitFor', `webview:h1:has-text("Chain of ${source}")`);
    assert.match(await ui('text', `${hop} text`), /^locked$/);
    await ui('hover', `${hop} text`);
    await ui('waitFor', 'webview:.tooltip:has-text("Target side: locked")');
    await ui('screenshot', 'graph-hover');
    await ui('click', `${hop} text`);
    const opened = await waitForEditor('target-account.yaml');
    assert.match(opened.document.getText(opened.selection), /^Effect: Allow[\s\S]*Action: sts:AssumeRole$/);
    await ui('waitFor', `webview:.details:has-text("Trust policy")`).catch(() => undefined);
    await ui('screenshot', 'graph-opened');
  });
});

function inWorkspace(...parts: readonly string[]): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, ...parts);
}

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
}

/** Waits until a file is in front. */
function waitForEditor(name: string): Promise<vscode.TextEditor> {
  const events = [vscode.window.onDidChangeActiveTextEditor, vscode.window.onDidChangeTextEditorSelection];
  return waitUntil(`${name} to be in front`, events, () => {
    const editor = vscode.window.activeTextEditor;
    return editor && path.basename(editor.document.fileName) === name && !editor.selection.isEmpty ? editor : undefined;
  });
}
