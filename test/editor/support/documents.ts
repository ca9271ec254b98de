import path from 'node:path';
import * as vscode from 'vscode';
import { waitUntil } from './events.ts';

/** Opens an unsaved document with this content and shows it. */
export async function openUntitled(language: string, content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  return vscode.window.showTextDocument(document);
}

/** Opens a file of the workspace, which is a copy of samples/ that a test may change. */
export async function openSample(...parts: readonly string[]): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, ...parts));
  return vscode.window.showTextDocument(document);
}

/** Types at the cursor as the keyboard would, with auto-closing and suggestions as a user gets them. */
export async function typeText(text: string): Promise<void> {
  await vscode.commands.executeCommand('type', { text });
}

/**
 * Puts the cursor right before the first occurrence of a text and the focus into the editor. The workbench has done
 * both when this answers, so that keys pressed through `ui` arrive there.
 */
export async function moveTo(editor: vscode.TextEditor, text: string): Promise<vscode.Position> {
  const offset = editor.document.getText().indexOf(text);
  if (offset < 0) throw new Error(`"${text}" is not in ${path.basename(editor.document.fileName)}.`);
  const position = editor.document.positionAt(offset);
  await vscode.window.showTextDocument(editor.document, { selection: new vscode.Selection(position, position) });
  return position;
}

/** Waits until a document's text satisfies the predicate. */
export async function waitForText(document: vscode.TextDocument, predicate: (text: string) => boolean): Promise<void> {
  await waitUntil(
    'the text to change',
    [vscode.workspace.onDidChangeTextDocument],
    () => predicate(document.getText()) || undefined,
    () => document.getText(),
  );
}

/** Closes all editors; unsaved changes are given up without a question. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.tabGroups.activeTabGroup.activeTab !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
