import * as vscode from 'vscode';
import { ui } from './ui.ts';

/** Waits for a message of the editor; they do not come up by themselves in a window under test. */
export async function waitForMessage(words: string): Promise<void> {
  await vscode.commands.executeCommand('notifications.showList');
  await ui('waitFor', `.notifications-center:has-text("${words}")`);
  await vscode.commands.executeCommand('notifications.clearAll');
}
