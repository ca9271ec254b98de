import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, moveTo, openSample } from '../support/documents.ts';
import { waitUntil } from '../support/events.ts';
import { chooseRow, quickRow, runFromPalette } from '../support/quick-input.ts';
import { ui, uiAvailable } from '../support/ui.ts';

const source = 's3-autoremediation-lambda';
const target = '/SecurityOperations/SecurityAutoremediation';
const unit = 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload';

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

const themes = [
  ['Default Light Modern', 'vscode-light'],
  ['Default Dark Modern', 'vscode-dark'],
  ['Default High Contrast', 'vscode-high-contrast'],
  ['Default High Contrast Light', 'vscode-high-contrast-light'],
] as const;

const hopWord = `webview:.hop[aria-label^="${source} to "] text`;

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'sts:AssumeRole' }],
};

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
    await showChain();
    await ui('waitFor', 'webview:.group:has-text("account 111122223333")');
    await ui('waitFor', `webview:h1:has-text("Chain of ${source}")`);
    await ui(
      'waitFor',
      `webview:.hop[aria-label="${source} to ${target}: locked. Source side: locked. Target side: locked"]`,
    );
    await ui('hover', hopWord);
    await ui('waitFor', 'webview:.tooltip:has-text("Target side: locked")');
    await ui('screenshot', 'graph-hover');
    await ui('click', hopWord);
    const opened = await waitForEditor('target-account.yaml');
    assert.match(opened.document.getText(opened.selection), /^Effect: Allow[\s\S]*Action: sts:AssumeRole$/);
    await ui('waitFor', 'webview:.details h2:has-text("locked")');
    await ui('screenshot', 'graph-opened');
  });

  it('walks the tree with the keyboard alone, and comes to a role by Enter', async () => {
    await showChain();
    await ui('click', 'webview:[role="tree"] .twisty >> nth=0');
    await ui('waitFor', `webview:[aria-level="2"][aria-label^="${source} to ${target}: locked"]`);
    await ui('press', 'ArrowDown');
    await ui('waitFor', `webview:[aria-level="2"]:focus`);
    await ui('press', 'End');
    await ui('press', 'Home');
    await ui('press', 'Enter');
    const opened = await waitForEditor('source-account.yaml', (text) => text === 'AutoremediationRole');
    assert.equal(opened.selection.start.line, 10);
  });

  it('walks the picture with the keyboard alone', async () => {
    await showChain();
    await ui('press', 'Tab');
    await ui('click', 'webview:h1');
    for (const name of ['Whole Workspace', 'Fit', 'Export']) await ui('waitFor', `webview:button:has-text("${name}")`);
    await ui('click', 'webview:button:has-text("Export")');
    await ui('waitFor', quickRow('Mermaid'));
    await ui('press', 'Escape');
    await ui('click', `webview:input[type="search"]`);
    await ui('type', 'security');
    // The role of after/, and the one of before/ that its permissions fit too.
    await ui('waitFor', 'webview::text("2 found")');
    await ui('press', 'Enter');
    await ui('waitFor', `webview:.role.selected[aria-label^="${target}"]`);
    await ui('screenshot', 'graph-search');
  });

  it('sees the graph follow what is typed', async () => {
    await showChain();
    const editor = await openFirst('target-account.yaml');
    const { document } = editor;
    const start = document.positionAt(document.getText().indexOf('role/s3-auto') + 'role/'.length);
    await editor.edit((edit) => edit.insert(start, 'x'));
    await ui('waitFor', `webview:.hop.blocked[aria-label^="${source} to ${target}: blocked"]`);
    await ui('screenshot', 'graph-blocked');
    await vscode.commands.executeCommand('undo');
    await ui('waitFor', `webview:.hop.locked[aria-label^="${source} to ${target}"]`);
  });

  it('shows names as text, whatever they look like', async () => {
    const template = {
      Resources: { R: { Type: 'AWS::IAM::Role', Properties: { RoleName: markup, AssumeRolePolicyDocument: trust } } },
    };
    await write('after/markup.yaml', JSON.stringify(template));
    try {
      const editor = await openSample('after', 'markup.yaml');
      await moveTo(editor, 'RoleName');
      await runFromPalette('Role Chain: Show Graph');
      await ui('waitFor', 'webview:.role[aria-label*="onerror"]');
      await ui('click', 'webview:[role="treeitem"]:has-text("onerror")');
      await ui('waitFor', 'webview:h2:has-text("<img src=x")');
      await ui('waitUntilGone', 'webview:img');
    } finally {
      await vscode.workspace.fs.delete(inWorkspace('after', 'markup.yaml'));
    }
  });

  it('reads why, statement by statement', async () => {
    const editor = await openSample('after', 'source-account.yaml');
    await moveTo(editor, 'RoleName');
    await runFromPalette('Role Chain: Explain Hop');
    await ui('waitFor', quickRow(source));
    await ui('press', 'Enter');
    await ui('waitFor', quickRow('locked'));
    await ui('screenshot', 'explain-target');
    await chooseRow(target, 'SecurityAutoremediation');
    await ui('waitFor', 'webview:h1:has-text("SecurityAutoremediationRole: allowed")');
    await ui('screenshot', 'explain');
    await ui('click', 'webview:a:has-text("target-account.yaml:20")');
    const opened = await waitForEditor('target-account.yaml', () => true);
    assert.equal(opened.selection.start.line, 19);
  });

  for (const [theme, kind] of themes)
    it(`reads it in ${theme}`, async () => {
      const settings = vscode.workspace.getConfiguration('workbench');
      await settings.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      try {
        await showChain();
        await ui('waitFor', `webview:body.${kind}`);
        await vscode.commands.executeCommand('workbench.action.closeSidebar');
        await ui('click', hopWord);
        await ui('waitFor', 'webview:.details h2:has-text("locked")');
        await ui('screenshot', `graph-${kind}`);
      } finally {
        await settings.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
      }
    });
});

/** Runs the command with the cursor in the source role. */
async function showChain(): Promise<void> {
  const editor = await openFirst('source-account.yaml');
  await moveTo(editor, 'RoleName');
  await runFromPalette('Role Chain: Show Graph');
  await ui('waitFor', `webview:.role[aria-label^="${target}"]`);
}

/** Opens a sample where the graph is not. */
async function openFirst(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(inWorkspace('after', name));
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

function inWorkspace(...parts: readonly string[]): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, ...parts);
}

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
}

/** Waits until a file is in front, and in it such a text is selected. */
function waitForEditor(name: string, isMeant = (text: string): boolean => text !== ''): Promise<vscode.TextEditor> {
  const events = [vscode.window.onDidChangeActiveTextEditor, vscode.window.onDidChangeTextEditorSelection];
  return waitUntil(`${name} to be in front`, events, () => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || path.basename(editor.document.fileName) !== name) return undefined;
    return isMeant(editor.document.getText(editor.selection)) ? editor : undefined;
  });
}
