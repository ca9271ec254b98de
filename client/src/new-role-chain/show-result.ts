import { commands, Uri, window, workspace } from 'vscode';
import { commands as names } from '../../../server/src/protocol/commands.ts';
import { count } from '../organization/age.ts';
import type { Plan } from './review.ts';

/** Opens the page that says how to deploy, and offers the graph. */
export async function showResult({ folder, files }: Plan): Promise<void> {
  const policies = files
    .filter(({ path }) => /\.(ya?ml|json)$/.test(path))
    .map(({ path }) => Uri.joinPath(folder, path));
  // The server knows an open document at once. Of a new folder it hears late, or not at all where nothing is watched.
  await Promise.all(policies.map((uri) => workspace.openTextDocument(uri)));
  const page = files.find(({ path }) => path.endsWith('.md'));
  if (page !== undefined) await openPage(Uri.joinPath(folder, page.path));
  const showGraph = 'Show Graph';
  const message = `${count(files.length, 'file')} written into ${workspace.asRelativePath(folder)}.`;
  const answer = await window.showInformationMessage(message, showGraph);
  const [source] = policies;
  if (answer === showGraph && source !== undefined)
    await commands.executeCommand(names.showGraph, { uri: source.toString() });
}

/** As a page where VS Code shows such, else its text. */
async function openPage(uri: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await window.showTextDocument(uri);
  }
}
