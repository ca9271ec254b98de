import { commands, Uri, window, workspace } from 'vscode';
import { commands as names } from '../../../server/src/protocol/commands.ts';
import { count } from '../organization/age.ts';
import type { Plan } from './review.ts';

/** Opens the page that says how to deploy, and offers the graph. */
export async function showResult({ folder, files }: Plan): Promise<void> {
  const page = files.find(({ path }) => path.endsWith('.md'));
  if (page !== undefined) await openPage(Uri.joinPath(folder, page.path));
  const showGraph = 'Show Graph';
  const message = `${count(files.length, 'file')} written into ${workspace.asRelativePath(folder)}.`;
  const answer = await window.showInformationMessage(message, showGraph);
  const source = files.find(({ path }) => /\.ya?ml$|\.json$/.test(path));
  if (answer === showGraph && source !== undefined)
    await commands.executeCommand(names.showGraph, { uri: Uri.joinPath(folder, source.path).toString() });
}

/** As a page where VS Code shows such, else its text. */
async function openPage(uri: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await window.showTextDocument(uri);
  }
}
