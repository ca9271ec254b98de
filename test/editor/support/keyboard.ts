import * as vscode from 'vscode';
import { waitForText } from './documents.ts';
import { ui } from './ui.ts';

/**
 * Types lines at the end of a document as a user does on the keyboard, whatever the editor closes, indents or suggests
 * meanwhile; resolves when the document ends with exactly these lines.
 */
export async function typeLines(editor: vscode.TextEditor, lines: readonly string[]): Promise<void> {
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  await vscode.window.showTextDocument(editor.document, { selection: new vscode.Range(end, end) });
  for (const [index, line] of lines.entries()) {
    if (index > 0) await startLine();
    await ui('type', line);
  }
  await waitForText(editor.document, (text) => text.endsWith(lines.join('\n')));
}

/** A line break after which no bracket that was closed ahead is left, and no indentation. */
async function startLine(): Promise<void> {
  await ui('press', 'Enter');
  await ui('press', 'Control+Shift+End');
  await ui('press', 'Delete');
  await ui('press', 'Shift+Home');
}
