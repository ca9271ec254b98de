import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';
import { commands } from '../protocol/commands.ts';
import { unfilledPlaceholder } from '../rules/unfilled-placeholder.ts';
import type { Client } from './client.ts';
import type { Asked } from './finding-of-diagnostic.ts';

/** One action for all placeholders that are asked about, where the editor can ask the person for what belongs there. */
export function createFillActions(client: Client, uri: string, asked: readonly Asked[]): CodeAction[] {
  const unfilled = asked.filter(({ finding }) => finding.rule === unfilledPlaceholder.id);
  if (unfilled.length === 0 || client.options.commands?.includes(commands.fillPlaceholders) !== true) return [];
  const title = 'Fill the placeholders of this file…';
  const diagnostics = unfilled.flatMap(({ diagnostic }): readonly Diagnostic[] => (diagnostic ? [diagnostic] : []));
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      isPreferred: true,
      ...(diagnostics.length > 0 && { diagnostics }),
      command: { title, command: commands.fillPlaceholders, arguments: [uri] },
    },
  ];
}
