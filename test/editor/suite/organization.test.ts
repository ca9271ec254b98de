import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { stringify } from 'yaml';
import { writeOrganization } from '../../../server/src/organization/organization-file.ts';
import { exampleOrganization } from '../../aws/support/organizations.ts';
import { closeEditors, moveTo, openSample, openUntitled, waitForText } from '../support/documents.ts';
import { waitForFinding, waitForNoFinding } from '../support/events.ts';
import { chooseQuickFix } from '../support/quick-fix.ts';
import { chooseRow, focusedRow, quickRow, runFromPalette } from '../support/quick-input.ts';
import { ui, uiAvailable } from '../support/ui.ts';

const lab = ['after', 'source-role.permissions.json'] as const;
const placeholder = '<your org path>';
const prod = 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload/ou-ab12-prodprod/';

describe('a user who looks up an organization', () => {
  before(function () {
    if (!uiAvailable) this.skip();
  });

  afterEach(closeEditors);

  it("fills the lab's placeholder from the command palette, in JSON", async () => {
    const editor = await openSample(...lab);
    const { document } = editor;
    await waitForFinding(document.uri, 'unfilled-placeholder');
    await moveTo(editor, 'your org path');
    await runFromPalette('Role Chain: Insert Organization Path');
    await ui('waitFor', quickRow('security'));
    await ui('screenshot', 'organization-profiles');
    await chooseRow('Default credential chain');
    await ui('waitFor', quickRow('Workloads'));
    await ui('screenshot', 'organization-root');
    await chooseRow('Workloads');
    await ui('waitFor', quickRow('Only accounts directly in Workloads'));
    await chooseRow('Prod');
    await ui('waitFor', quickRow('Prod and everything below'));
    await ui('screenshot', 'organization-unit');
    await ui('press', 'Enter');
    await waitForText(document, (text) => text.includes(`"aws:ResourceOrgPaths": "${prod}*"`));
  });

  it("fills it in YAML from the organization that is known by then, and shows the unit's name", async () => {
    const sample = await openSample(...lab);
    const text = stringify(JSON.parse(sample.document.getText()));
    await closeEditors();
    const editor = await openUntitled('yaml', text);
    const { document } = editor;
    await waitForFinding(document.uri, 'unfilled-placeholder');
    await moveTo(editor, 'your org path');
    await runFromPalette('Role Chain: Insert Organization Path');
    await ui('waitFor', quickRow('just now'));
    await ui('screenshot', 'organization-known');
    await chooseRow('Management', 'o-a1b2');
    await chooseRow('Workloads');
    await chooseRow('Prod');
    await chooseRow('Only accounts directly in Prod', 'Only');
    await waitForText(document, (now) => now.includes(`aws:ResourceOrgPaths: ${prod}\n`));
    const position = await moveTo(editor, 'prodprod');
    assert.match(await hoverAt(document.uri, position), /Workloads \\?\/ Prod/);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      all,
    );
    assert.ok(
      hints.some(({ label }) => JSON.stringify(label).includes('Prod')),
      JSON.stringify(hints),
    );
    await ui('screenshot', 'organization-inlay');
  });

  it('goes up again, and picks several', async () => {
    const editor = await openSample(...lab);
    await waitForFinding(editor.document.uri, 'unfilled-placeholder');
    await moveTo(editor, 'your org path');
    await runFromPalette('Role Chain: Insert Organization Path');
    await chooseRow('Management', 'o-a1b2');
    await chooseRow('Workloads');
    await chooseRow('Up to Root');
    await chooseRow('Pick several');
    await ui('waitFor', quickRow('Workloads / Prod / Europe'));
    for (const name of ['Security', 'Workloads / Dev']) {
      await ui('press', 'ArrowDown');
      await ui('press', 'ArrowDown');
      await ui('waitFor', focusedRow(name));
      await ui('press', 'Space');
    }
    await ui('screenshot', 'organization-several');
    await ui('press', 'Enter');
    await chooseRow('They and everything below', 'They');
    await waitForText(
      editor.document,
      (text) => text.includes('ou-ab12-security/*') && text.includes('ou-ab12-devdevde/*'),
    );
    assert.ok(!editor.document.getText().includes(placeholder));
    assert.doesNotThrow(() => JSON.parse(editor.document.getText()));
  });

  it('fills all placeholders of a file by the quick fix, and undoes that at once', async () => {
    const editor = await openSample(...lab);
    const { document } = editor;
    const before = document.getText();
    await waitForFinding(document.uri, 'unfilled-placeholder');
    await chooseQuickFix(editor, '<SecOps', 'Fill the placeholders of this file');
    await ui('waitFor', '.quick-input-title:has-text("(1/2)")');
    await chooseRow('Management', 'o-a1b2');
    await chooseRow('Workloads');
    await chooseRow('Workloads and everything below', 'everything');
    await ui('waitFor', '.quick-input-title:has-text("(2/2)")');
    await ui('waitFor', quickRow('Audit'));
    await ui('screenshot', 'organization-accounts');
    await chooseRow('Audit');
    await waitForNoFinding(document.uri, 'unfilled-placeholder');
    assert.equal(
      document.getText(),
      before
        .replaceAll('<SecOps account ID>', '222233334444')
        .replace(`${placeholder}/*`, 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload/*'),
    );
    await vscode.commands.executeCommand('undo');
    await waitForText(document, (text) => text === before);
  });

  it('sees the organization in the language status, and has it forgotten', async () => {
    await openSample(...lab);
    await ui('waitFor', '[id="status.languageStatus"][aria-label*="Management"]');
    await runFromPalette('Role Chain: Forget Organization');
    await chooseRow('o-a1b2c3d4e5', 'o-a1b2');
    await ui('waitUntilGone', '[id="status.languageStatus"][aria-label*="Management"]');
  });

  it('imports an organization from a file and walks it without AWS', async () => {
    const editor = await openSample(...lab);
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'organization.json');
    const organization = { ...exampleOrganization, id: 'o-imported00', loadedAt: new Date().toISOString() };
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(writeOrganization(organization)));
    await vscode.commands.executeCommand('rolechain.importOrganization', file);
    await vscode.workspace.fs.delete(file);
    await moveTo(editor, 'your org path');
    await runFromPalette('Role Chain: Insert Organization Path');
    await chooseRow('imported just now', 'o-imported00');
    await chooseRow('Security');
    await chooseRow('Security and everything below', 'everything');
    await waitForText(editor.document, (text) => text.includes('"o-imported00/r-ab12/ou-ab12-security/*"'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

/** What is told at a position, once the server knows the organization. */
async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
