import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, waitForText } from '../support/documents.ts';
import { ui, uiAvailable } from '../support/ui.ts';

describe('completion', () => {
  before(function () {
    if (!uiAvailable) this.skip();
  });

  afterEach(closeEditors);

  it('writes a trust policy from an empty file, by its lists alone', async () => {
    const editor = await openEmpty('deploy.trust.json');
    await ui('press', 'Control+Space');
    await accept('Trust policy', 'typing-1-document');
    await accept('Allow', 'typing-2-effect');
    await startElement('Prin');
    await accept('Principal', 'typing-3-element');
    await ui('type', 'Ser');
    await accept('Service');
    await ui('type', 'lambda');
    await accept('lambda.amazonaws.com', 'typing-4-service');
    await startElement('Act');
    await accept('Action');
    await accept('sts:AssumeRole', 'typing-5-action');
    await startElement('Con');
    await ui('waitFor', focusedSuggestion('Condition'));
    await ui('press', 'ArrowDown');
    await accept('Condition: pin lambda.amazonaws.com', 'typing-6-pin');
    await waitForText(editor.document, (text) => text.includes('aws:SourceArn'));
    await ui('screenshot', 'typing-7-policy');
    const { Version, Statement } = JSON.parse(editor.document.getText());
    assert.equal(Version, '2012-10-17');
    const [{ Condition, ...rest }, ...more] = Statement;
    assert.deepEqual(more, []);
    assert.deepEqual(rest, {
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    });
    const [[operator, keys]] = Object.entries<Record<string, string>>(Condition) as [[string, Record<string, string>]];
    assert.equal(operator, 'ArnEquals');
    assert.match(keys['aws:SourceArn'] ?? '', /^arn:aws:lambda:.*:function:/);
  });
});

/** An empty file of the workspace, the cursor in it. */
async function openEmpty(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** A line below the cursor's, with the beginning of a key. The comma before it is the completion's to write. */
async function startElement(typed: string): Promise<void> {
  await ui('press', 'End');
  await ui('press', 'Enter');
  await ui('type', `"${typed}`);
}

const focusedSuggestion = (label: string): string =>
  `.suggest-widget.visible .monaco-list-row.focused:has-text("${label}")`;

/** Waits until the row is the one that Enter takes. */
async function accept(label: string, picture?: string): Promise<void> {
  await ui('waitFor', focusedSuggestion(label));
  if (picture !== undefined) await ui('screenshot', picture);
  await ui('press', 'Enter');
}
