import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, moveTo } from '../support/documents.ts';
import { codeOf, waitForFinding } from '../support/events.ts';
import { quickRow, runFromPalette } from '../support/quick-input.ts';
import { ui } from '../support/ui.ts';
import { acceptRow, acceptText, downTo, textBox, titled, typeAnswer } from '../support/wizard.ts';

const run = <T>(command: string, ...args: readonly unknown[]) => vscode.commands.executeCommand<T>(command, ...args);

function inFolder(name: string, file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find((each) => each.name === name);
  assert.ok(folder, name);
  return vscode.Uri.joinPath(folder.uri, file);
}

async function open(name: string, file: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(inFolder(name, file)));
}

describe('a user of a workspace of two folders', () => {
  before(() =>
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(({ name }) => name),
      ['security', 'workloads'],
    ),
  );

  afterEach(closeEditors);

  it('sees what stands between a role of one folder and a role of the other', async () => {
    const { document } = await open('security', 'roles.yaml');
    const finding = await waitForFinding(document.uri, 'hop-blocked-by-source');
    assert.match(finding.message, /^`Scanner` cannot assume `Report`/);
    const [related] = finding.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), inFolder('workloads', 'roles.yaml').toString());
    // The other side has it, too, though it is not open.
    await waitForFinding(inFolder('workloads', 'roles.yaml'), 'hop-blocked-by-source');
    await ui('screenshot', 'two-folders-finding');
  });

  it('reads over a role who of the other folder may assume it, and goes there', async () => {
    const editor = await open('workloads', 'roles.yaml');
    const { uri } = editor.document;
    await waitForFinding(uri, 'hop-blocked-by-source');
    const lenses = await run<readonly vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
    assert.deepEqual(
      lenses.map(({ command, range }) => [editor.document.getText(range), command?.title]),
      [
        ['Remediation', '1 may assume this (1 locked) · assumes 0'],
        ['Report', '0 may assume this, 1 blocked · assumes 0'],
      ],
    );
    const position = await moveTo(editor, 'role/security/scanner');
    const [link] = await run<readonly vscode.LocationLink[]>('vscode.executeDefinitionProvider', uri, position);
    assert.equal(link?.targetUri.toString(), inFolder('security', 'roles.yaml').toString());
  });

  it('has one graph of both', async () => {
    await open('security', 'roles.yaml');
    await run('rolechain.showGraph');
    await ui('waitFor', 'webview:.hop[aria-label^="/security/scanner to /ops/remediation: locked"]');
    await ui('screenshot', 'two-folders-graph');
  });

  it('has each file checked as the configuration of its own folder says', async () => {
    const checked = await open('security', 'reader.trust.json');
    await waitForFinding(checked.document.uri, 'trust-missing-source-arn');
    // The same text where the rule is off: broken, so that it is seen to be checked.
    const { document } = await open('workloads', 'reader.trust.json');
    const edit = new vscode.WorkspaceEdit();
    const word = document.getText().indexOf('Allow');
    edit.insert(document.uri, document.positionAt(word), 'x');
    await vscode.workspace.applyEdit(edit);
    await waitForFinding(document.uri, 'invalid-effect');
    const rules = vscode.languages.getDiagnostics(document.uri).map(codeOf);
    assert.ok(!rules.includes('trust-missing-source-arn'), rules.join());
  });

  it('is asked which folder a role chain is written into', async () => {
    await runFromPalette('Role Chain: New Role Chain');
    await acceptRow('A Lambda function');
    await typeAnswer('Lambda Function', 'reporter');
    await acceptRow('CloudFormation template');
    await ui('waitFor', `${textBox('Region')}:focus`);
    await ui('type', 'eu-west-1');
    await acceptRow('eu-west-1');
    await ui('waitFor', `${textBox('Account of the Source')}:focus`);
    await ui('type', '111122223333');
    await acceptRow('111122223333');
    await acceptText('Source Role');
    await acceptText('Target Role');
    await downTo('One account', 1);
    await ui('waitFor', quickRow('Look up the accounts of an organization'));
    await ui('waitFor', `${textBox('Target Accounts')}:focus`);
    await ui('type', '222233334444');
    await acceptRow('222233334444');
    await acceptText('Deployment Role');
    await acceptRow('Start empty');
    await ui('waitFor', titled('Lock to the Function'));
    await ui('press', 'Enter');
    await ui('waitFor', quickRow('security'));
    await ui('screenshot', 'two-folders-root');
    await downTo('workloads', 1);
    await acceptText('Folder', 'two-folders-folder');
    await acceptRow('files into workloads/role-chains/reporter', 'two-folders-review');
    await ui('waitFor', '.tab.active:has-text("README")');
    await ui('screenshot', 'two-folders-written');
    const written = await vscode.workspace.fs.readDirectory(inFolder('workloads', 'role-chains/reporter'));
    assert.ok(written.length > 3);
  }).timeout(90_000);
});
