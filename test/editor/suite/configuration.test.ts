import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openSample, waitForText } from '../support/documents.ts';
import { codeOf, waitForDiagnostics, waitForFinding, waitForNoFinding } from '../support/events.ts';
import { chooseQuickFix } from '../support/quick-fix.ts';
import { chooseRow, runFromPalette } from '../support/quick-input.ts';
import { ui, uiAvailable } from '../support/ui.ts';

describe('a user who accepts a finding', function () {
  this.timeout(60_000);

  const sample = uriOf('before/rolechain.config.json');
  let sampleContent: Uint8Array | undefined;

  // A user who has no configuration yet.
  before(async function () {
    if (!uiAvailable) this.skip();
    sampleContent = await vscode.workspace.fs.readFile(sample);
    await vscode.workspace.fs.delete(sample);
  });

  after(async () => {
    if (sampleContent !== undefined) await vscode.workspace.fs.writeFile(sample, sampleContent);
  });

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(configuration()).then(undefined, () => undefined);
  });

  it('does it for a line of YAML by the quick fix', async () => {
    const rule = 'trust-missing-source-arn';
    const editor = await openSample('before', 'source-account.yaml');
    const { document } = editor;
    await waitForFinding(document.uri, rule);
    await chooseQuickFix(editor, 'lambda.amazonaws.com', `Disable ${rule} for this line`);
    await waitForText(document, (text) => text.includes(`# rolechain-ignore-next-line ${rule} -- `));
    await waitForNoFinding(document.uri, rule);
    await waitForFinding(document.uri, 'assume-role-any-account');
    await ui('screenshot', 'suppressed-line');
  });

  it('does it for a strict JSON file in the configuration, and changes that file again', async () => {
    const rule = 'assume-role-any-role';
    const editor = await openSample('before', 'source-role.permissions.json');
    const { document } = editor;
    const before = document.getText();
    await waitForFinding(document.uri, rule);
    await chooseQuickFix(editor, '"*"', `Disable ${rule} for this file`);
    await waitForNoFinding(document.uri, rule);
    assert.equal(document.getText(), before, 'the policy stays as it is');
    const { document: accepted } = await vscode.window.showTextDocument(configuration(), {
      viewColumn: vscode.ViewColumn.Beside,
    });
    assert.match(accepted.getText(), /"file": "before\/source-role\.permissions\.json"/);

    await write(accepted, '{ "rules": { "unfilled-placeholder": "error" } }\n');
    await waitForFinding(document.uri, rule);
    await waitForDiagnostics(document.uri, (all) =>
      all.some((one) => codeOf(one) === 'unfilled-placeholder' && one.severity === vscode.DiagnosticSeverity.Error),
    );
    await write(accepted, '{ "rules": { "unfilled-placeholders": "error" } }\n');
    const unknown = await waitForFinding(accepted.uri, 'unknown-configuration');
    assert.equal(accepted.getText(unknown.range), '"unfilled-placeholders"');
  });

  it('says what kind of policy a file holds, from the command palette', async () => {
    const { document } = await openSample('before', 'source-role.permissions.json');
    await waitForFinding(document.uri, 'assume-role-any-role');
    await runFromPalette('Role Chain: Set Policy Kind');
    await chooseRow('Service control policy');
    await waitForNoFinding(document.uri, 'assume-role-any-role');
    const written = await vscode.workspace.openTextDocument(configuration());
    assert.match(written.getText(), /"kind": "scp"/);
  });
});

function configuration(): vscode.Uri {
  return uriOf('rolechain.config.json');
}

function uriOf(file: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, file);
}

async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}
