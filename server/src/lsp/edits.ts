import type { AnnotatedTextEdit, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hasPlaceholders, plainText, renderSnippets, type TextChange } from '../edit/change.ts';
import type { Client } from './client.ts';
import { rangeOf } from './diagnostics.ts';
import { relativeToLine } from './snippet-indent.ts';

type Edit = TextEdit | AnnotatedTextEdit | SnippetTextEdit;

/**
 * Changes of one document as an edit that fits no other version of it. `interactive`: places to fill in become tab
 * stops where the editor has them, else they read `<name>`.
 */
export function createWorkspaceEdit(
  document: TextDocument,
  changes: readonly TextChange[],
  client: Client,
  interactive: boolean,
): WorkspaceEdit {
  if (!client.versionedEdits) return { changes: { [document.uri]: createTextEdits(document, changes) } };
  const snippets = interactive && client.snippetEdits ? createSnippetEdits(document, changes) : undefined;
  const edits: Edit[] = snippets ?? createTextEdits(document, changes);
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] };
}

/** The changes as edits of the document's present text. */
export function createTextEdits(document: TextDocument, changes: readonly TextChange[]): TextEdit[] {
  return changes.map((change) => ({ range: rangeOf(document, change.span), newText: plainText(change) }));
}

/** Undefined where there is nothing to fill in, or the text cannot be said as a snippet. */
function createSnippetEdits(document: TextDocument, changes: readonly TextChange[]): SnippetTextEdit[] | undefined {
  if (!hasPlaceholders(changes)) return undefined;
  const relative = changes.map((change) => relativeToLine(change, document));
  if (!relative.every((change) => change !== undefined)) return undefined;
  return renderSnippets(relative).map(({ span, text }) => ({
    range: rangeOf(document, span),
    snippet: { kind: 'snippet', value: text },
  }));
}
