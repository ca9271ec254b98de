import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openUntitled } from '../support/documents.ts';
import { waitForFinding } from '../support/events.ts';
import { unsafeTrust } from '../support/policies.ts';

describe('documents that nobody edits', () => {
  afterEach(closeEditors);

  it('have no findings, such as the old side of a comparison', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('old-side', {
      provideTextDocumentContent: () => unsafeTrust(),
    });
    try {
      const old = await vscode.workspace.openTextDocument(vscode.Uri.parse('old-side:/role.trust.json'));
      assert.equal(old.languageId, 'json');
      await vscode.window.showTextDocument(old);
      // The server answers in order: with this finding it has passed the other document by.
      const { document } = await openUntitled('json', unsafeTrust());
      await waitForFinding(document.uri, 'trust-missing-source-arn');
      assert.deepEqual(vscode.languages.getDiagnostics(old.uri), []);
    } finally {
      provider.dispose();
    }
  });
});
