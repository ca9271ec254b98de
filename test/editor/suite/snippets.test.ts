import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { parseDocument } from 'yaml';
import { closeEditors, openUntitled, waitForText } from '../support/documents.ts';
import { codeOf, waitForDiagnostics } from '../support/events.ts';
import { typeLines } from '../support/keyboard.ts';
import { ui, uiAvailable } from '../support/ui.ts';

describe('snippets', () => {
  before(function () {
    if (!uiAvailable) this.skip();
  });

  afterEach(closeEditors);

  it('write a trust policy in JSON', async () => {
    const editor = await openUntitled('json', '');
    await expand(editor, ['chain-source-trust']);
    await waitForText(editor.document, (text) => text.includes('"aws:SourceArn"'));
    assert.doesNotThrow(() => JSON.parse(editor.document.getText()));
    await waitForPlaceholdersOnly(editor.document);
  });

  it('write a role in YAML', async () => {
    const editor = await openUntitled('yaml', '');
    await expand(editor, ['Resources:', '  chain-target-cloudformation']);
    await waitForText(editor.document, (text) => text.includes('AssumeRolePolicyDocument:'));
    assert.deepEqual(parseDocument(editor.document.getText()).errors, []);
    // The target role has a name on purpose: the source role names it.
    await waitForPlaceholdersOnly(editor.document, ['named-iam-resource']);
  });
});

/** Types these lines, of which the last ends with a snippet's prefix, and takes what is suggested. */
async function expand(editor: vscode.TextEditor, lines: readonly string[]): Promise<void> {
  await typeLines(editor, lines);
  const prefix = lines.at(-1)?.trim();
  await ui('waitFor', `.suggest-widget.visible .monaco-list-row.focused:has-text("${prefix}")`);
  await ui('press', 'Tab');
}

/** `told`: what else is to be reported. */
async function waitForPlaceholdersOnly({ uri }: vscode.TextDocument, told: readonly string[] = []): Promise<void> {
  const expected = ['unfilled-placeholder', ...told].sort();
  await waitForDiagnostics(uri, (all) => {
    const codes = new Set(all.map(codeOf));
    return all.every(({ source }) => source === 'rolechain') && [...codes].sort().join() === expected.join();
  });
}
