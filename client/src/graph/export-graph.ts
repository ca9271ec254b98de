import { commands, Uri, window, workspace } from 'vscode';
import type { GraphFormat, GraphParams } from '../../../server/src/protocol/graph.ts';
import type { GraphApi } from './graph-api.ts';

interface Choice {
  readonly label: string;
  readonly detail: string;
  readonly format: GraphFormat;
  readonly extension: string;
}

const choices: readonly Choice[] = [
  { label: 'SVG', detail: 'A picture, for documents', format: 'svg', extension: 'svg' },
  { label: 'Mermaid', detail: 'Text that Markdown pages draw', format: 'mermaid', extension: 'mmd' },
  { label: 'DOT', detail: 'For Graphviz', format: 'dot', extension: 'dot' },
  {
    label: 'JSON',
    detail: 'All that is known, as rolechain graph --format json prints it',
    format: 'json',
    extension: 'json',
  },
];

/** Saves a graph as the user chooses. */
export async function exportGraph(api: GraphApi, params: GraphParams): Promise<void> {
  const choice = await window.showQuickPick(choices, { title: 'Role Chain: Export Graph', placeHolder: 'Save as' });
  if (choice === undefined) return;
  const written = await api.write({ ...params, format: choice.format });
  if (written.text === undefined) {
    void window.showWarningMessage(written.problem);
    return;
  }
  const [folder] = workspace.workspaceFolders ?? [];
  const name = `role-chain.${choice.extension}`;
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder.uri, name) }),
    filters: { [choice.label]: [choice.extension] },
    title: 'Export Graph',
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(written.text));
  const open = 'Open';
  const saved = target.path.slice(target.path.lastIndexOf('/') + 1);
  const told = [`The graph is saved as ${saved}.`, ...(written.cut === undefined ? [] : [written.cut])];
  const answer = await window.showInformationMessage(told.join(' '), open);
  if (answer === open) await commands.executeCommand('vscode.open', target);
}
