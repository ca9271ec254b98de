import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeOrganization } from '../../../server/src/organization/organization-file.ts';
import { exampleOrganization } from '../../aws/support/organizations.ts';
import { closeEditors } from '../support/documents.ts';
import { waitForDiagnostics } from '../support/events.ts';
import { chooseRow, focusedRow, quickRow, runFromPalette } from '../support/quick-input.ts';
import { ui, uiAvailable } from '../support/ui.ts';

const organization = 'o-rolechain0';
const folder = ['role-chains', 'scanner'] as const;
const source = 'scanner-source';
const target = '/SecurityOperations/scanner-target';

/** The question that is open, by the end of its title. */
const titled = (title: string): string => `.quick-input-widget:has(.quick-input-title:text-matches("${title}$"))`;

const textBox = (title: string): string => `${titled(title)} input`;

describe('a user who has a role chain written', function () {
  this.timeout(90_000);

  before(async function () {
    if (!uiAvailable) this.skip();
    await importOrganization();
  });

  after(async () => {
    if (!uiAvailable) return;
    await remove(inWorkspace('role-chains'));
    await runFromPalette('Role Chain: Forget Organization');
    await chooseRow(organization);
    await ui('waitUntilGone', '.quick-input-widget');
  });

  beforeEach(() => remove(inWorkspace('role-chains')));
  afterEach(closeEditors);

  it('answers question after question with the keyboard, and gets a chain that is locked on both sides', async () => {
    await runFromPalette('Role Chain: New Role Chain');
    await acceptRow('A Lambda function', 'new-1-source');
    await typeAnswer('Lambda Function', 'scanner', 'new-2-function');
    await acceptRow('CloudFormation template', 'new-3-format');
    await ui('waitFor', titled('Region'));
    await ui('screenshot', 'new-4-region');
    await ui('type', 'eu-west-1');
    await acceptRow('eu-west-1');
    await ui('waitFor', quickRow('Audit'));
    await ui('screenshot', 'new-5-account');
    await chooseRow('Audit');
    await acceptText('Source Role', 'new-6-source-role');
    await acceptText('Target Role', 'new-7-target-role');
    await acceptRow('All accounts of an organizational unit', 'new-8-targets');
    await chooseRow('imported just now', organization);
    await chooseRow('Workloads');
    await ui('waitFor', quickRow('Workloads and everything below'));
    await ui('screenshot', 'new-8-unit');
    await acceptRow('Workloads and everything below');
    await acceptText('Deployment Role', 'new-9-deployment');
    await addActions();
    await acceptRow('Yes: add lambda:SourceFunctionArn', 'new-11-lock');
    await acceptText('Folder', 'new-12-folder');
    await acceptRow('files into role-chains/scanner', 'new-13-review');
    await ui('waitFor', '.tab.active:has-text("README")');
    await ui('screenshot', 'new-14-page');
    await ui('click', '.notification-toast a.monaco-button:has-text("Show Graph")');
    await ui(
      'waitFor',
      `webview:.hop[aria-label="${source} to ${target}: locked. Source side: locked. Target side: locked"]`,
    );
    await ui('screenshot', 'new-15-graph');
    for (const file of await listFiles()) if (/\.(ya?ml|json)$/.test(file.path)) await hasNoFinding(file);
  });
});

/** Waits until a row is the one that Enter accepts, and accepts it. */
async function acceptRow(words: string, picture?: string): Promise<void> {
  await ui('waitFor', focusedRow(words));
  if (picture !== undefined) await ui('screenshot', picture);
  await ui('press', 'Enter');
}

/** Waits until a text is asked for, and accepts what is suggested. */
async function acceptText(title: string, picture: string): Promise<void> {
  await ui('waitFor', `${textBox(title)}:focus`);
  await ui('screenshot', picture);
  await ui('press', 'Enter');
}

async function typeAnswer(title: string, text: string, picture: string): Promise<void> {
  await ui('waitFor', `${textBox(title)}:focus`);
  await ui('screenshot', picture);
  await ui('type', text);
  await ui('press', 'Enter');
}

async function addActions(): Promise<void> {
  await ui('waitFor', focusedRow('Start empty'));
  await ui('screenshot', 'new-10-empty');
  await ui('type', 's3:GetBucketPolicyS');
  await ui('waitFor', focusedRow('s3:GetBucketPolicyStatus'));
  await ui('screenshot', 'new-10-search');
  await ui('press', 'Enter');
  await ui('waitFor', focusedRow('Go on with 1 action'));
  await ui('type', 'PutBucketPublic');
  await ui('waitFor', focusedRow('s3:PutBucketPublicAccessBlock'));
  await ui('press', 'Enter');
  await acceptRow('Go on with 2 actions', 'new-10-chosen');
}

/** Breaks a policy of the file, so that it is seen to be checked, and mends it: nothing is found then. */
async function hasNoFinding(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  const effect = /\bEffect"?: "?(?:Allow|Deny)/.exec(text);
  if (effect === null) return;
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  const end = document.positionAt(effect.index + effect[0].length);
  await editor.edit((edit) => edit.insert(end, 'x'));
  await waitForDiagnostics(uri, (all) => all.some(({ message }) => /Allowx|Denyx/.test(message)));
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), text);
  await waitForDiagnostics(uri, (all) => all.length === 0);
}

async function listFiles(): Promise<readonly vscode.Uri[]> {
  const entries = await vscode.workspace.fs.readDirectory(inWorkspace(...folder));
  return entries.map(([name]) => inWorkspace(...folder, name));
}

async function importOrganization(): Promise<void> {
  const file = inWorkspace('imported-organization.json');
  const text = writeOrganization({ ...exampleOrganization, id: organization, loadedAt: new Date().toISOString() });
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  await vscode.commands.executeCommand('rolechain.importOrganization', file);
  await vscode.workspace.fs.delete(file);
}

function inWorkspace(...parts: readonly string[]): vscode.Uri {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(root);
  return vscode.Uri.joinPath(root.uri, ...parts);
}

async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
}
