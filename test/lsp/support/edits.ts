import assert from 'node:assert/strict';
import { type CodeAction, TextDocumentEdit, type TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The text after the action's edit of one document, which must be for this version of it. */
export function applyAction(text: string, action: CodeAction, version: number): string {
  const [change] = action.edit?.documentChanges ?? [];
  assert.ok(change !== undefined && TextDocumentEdit.is(change), 'the edit is versioned');
  assert.equal(change.textDocument.version, version);
  const edits = change.edits.map((edit): TextEdit => {
    assert.ok('newText' in edit, 'a plain edit');
    return edit;
  });
  return TextDocument.applyEdits(TextDocument.create('untitled:x', 'json', version, text), edits);
}
