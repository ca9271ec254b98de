import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeOrganization } from '../../../server/src/organization/organization-file.ts';
import { exampleOrganization } from '../../aws/support/organizations.ts';
import { closeEditors } from '../support/documents.ts';
import { waitForDiagnostics } from '../support/events.ts';
import { chooseRow, focusedRow, quickRow, runFromPalette } from '../support/quick-input.ts';
import { ui, uiAvailable } from '../support/ui.ts';
import { acceptRow, acceptText, downTo, textBox, titled, typeAnswer } from '../support/wizard.ts';

const organization = 'o-rolechain0';

/** A hop of the graph, both of whose sides are locked. */
const hop = (source: string, target: string, word: string): string =>
  `webview:.hop[aria-label="${source} to ${target}: ${word}. ${source.endsWith('.com') ? '' : 'Source side: locked. '}Target side: locked"]`;

describe('a user who has a role chain written', function () {
  this.timeout(90_000);

  before(async function () {
    if (!uiAvailable) this.skip();
    await importOrganization();
  });

  after(async () => {
    if (!uiAvailable) return;
    await runFromPalette('Role Chain: Forget Organization');
    await chooseRow(organization);
    await ui('waitUntilGone', '.quick-input-widget');
  });

  afterEach(async () => {
    await closeEditors();
    await remove(inWorkspace('role-chains'));
  });

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
    // Messages do not come up by themselves in a window under test.
    await vscode.commands.executeCommand('notifications.showList');
    await ui('waitFor', '.notifications-center:has-text("files written into role-chains/scanner")');
    await ui('screenshot', 'new-14-message');
    await ui('click', '.notifications-center .monaco-button:has-text("Show Graph")');
    await vscode.commands.executeCommand('notifications.hideList');
    await ui('waitFor', hop('lambda.amazonaws.com', 'scanner-source', 'locked'));
    // That the function's own code calls is the assumption.
    await ui('waitFor', hop('scanner-source', '/SecurityOperations/scanner-target', 'locked, if'));
    await ui('screenshot', 'new-15-graph');
    await haveNoFindings(inWorkspace('role-chains', 'scanner'), 4);
  });

  it('goes back, is told what does not fit, and is asked before a file is overwritten', async () => {
    const folder = inWorkspace('role-chains', 'deployer');
    const page = vscode.Uri.joinPath(folder, 'README.md');
    await vscode.workspace.fs.writeFile(page, new TextEncoder().encode('mine'));
    await runFromPalette('Role Chain: New Role Chain');
    await downTo('A person or a pipeline', 2);
    await acceptRow('GitHub Actions', 'new-other-2-provider');
    await ui('waitFor', `${textBox('Subject')}:focus`);
    await ui('type', 'my-repo');
    await ui('waitFor', `${titled('Subject')} .quick-input-message:has-text("repo:")`);
    await ui('screenshot', 'new-other-3-invalid');
    await ui('press', 'Enter');
    await ui('press', 'Control+A');
    await typeAnswer('Subject', 'repo:my-org/my-repo:ref:refs/heads/main', 'new-other-3-subject');
    await downTo('Plain JSON policies', 1);
    await acceptRow('Any Region of the partition aws', 'new-other-5-region');
    await ui('waitFor', titled('Account of the Source'));
    await ui('type', '111122223333');
    await acceptRow('111122223333', 'new-other-5-account');
    await typeAnswer('Source Role', '/ci/deployer', 'new-other-6-role');
    await ui('waitFor', `${textBox('Target Role')}:focus`);
    await ui('click', '.quick-input-titlebar .codicon-quick-input-back');
    await acceptText('Source Role', 'new-other-6-again');
    await acceptText('Target Role', 'new-other-7-target');
    await downTo('One account', 1);
    await ui('waitFor', quickRow('Audit'));
    await ui('type', '999988887777');
    await acceptRow('999988887777');
    await acceptText('Deployment Role', 'new-other-9-deployment');
    await acceptRow('Start empty');
    await acceptText('Folder', 'new-other-11-folder');
    await acceptRow('files into role-chains/deployer');
    await ui('waitFor', quickRow('README.md'));
    await acceptRow('Choose another folder', 'new-other-13-overwrite');
    await acceptText('Folder', 'new-other-11-again');
    await acceptRow('files into role-chains/deployer');
    await ui('waitFor', quickRow('Overwrite 1 file'));
    assert.deepEqual(await namesIn(folder), ['README.md']);
    assert.equal(await read(page), 'mine');
    await downTo('Overwrite 1 file', 1);
    await ui('waitFor', '.tab.active:has-text("README")');
    assert.match(await read(page), /\/ci\/deployer/);
    await haveNoFindings(folder, 5);
    const template = vscode.Uri.joinPath(folder, 'target-role.yaml');
    await vscode.commands.executeCommand('rolechain.showGraph', { uri: template.toString() });
    await ui('waitFor', hop('/ci/deployer', '/SecurityOperations/github-target', 'locked'));
    await ui('screenshot', 'new-other-15-graph');
  });
});

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

/**
 * Breaks a policy of the file, so that it is seen to be checked, and mends it: nothing is found then. False where there
 * is no policy.
 */
async function hasNoFinding(uri: vscode.Uri): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  const effect = /\bEffect"?: "?(?:Allow|Deny)/.exec(text);
  if (effect === null) return false;
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  const end = document.positionAt(effect.index + effect[0].length);
  await editor.edit((edit) => edit.insert(end, 'x'));
  await waitForDiagnostics(uri, (all) => all.some(({ message }) => /Allowx|Denyx/.test(message)));
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), text);
  await waitForDiagnostics(uri, (all) => all.length === 0);
  return true;
}

/** Of all files that hold a policy, so many of them. */
async function haveNoFindings(folder: vscode.Uri, policies: number): Promise<void> {
  const names = (await namesIn(folder)).filter((name) => /\.(ya?ml|json)$/.test(name));
  const checked: string[] = [];
  for (const name of names) if (await hasNoFinding(vscode.Uri.joinPath(folder, name))) checked.push(name);
  assert.equal(checked.length, policies, checked.join());
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
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
