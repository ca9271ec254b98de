import { type ExecuteCommandOptions, ShowDocumentRequest } from 'vscode-languageserver/node';
import { commands } from '../protocol/commands.ts';
import type { Client } from './client.ts';
import type { Session } from './session.ts';

/** True where the editor has the command itself, or lets the server show a document. */
export function canOpenRulePages(client: Client): boolean {
  return hasOwnCommand(client) || client.showDocument;
}

/** The commands that the server runs: none that the editor has. */
export function executeCommandOptions(client: Client): ExecuteCommandOptions | undefined {
  return client.showDocument && !hasOwnCommand(client) ? { commands: [commands.openRulePage] } : undefined;
}

export function registerOpenRulePage({ connection, client, guard, rulePages }: Session): void {
  if (executeCommandOptions(client) === undefined) return;
  connection.onExecuteCommand(({ command, arguments: given }, token) =>
    guard.request(command, token, async () => {
      const rule: unknown = given?.[0];
      if (command !== commands.openRulePage || typeof rule !== 'string') return;
      await connection.sendRequest(ShowDocumentRequest.type, { uri: rulePages.uriOf(rule), takeFocus: true });
    }),
  );
}

function hasOwnCommand({ options }: Client): boolean {
  return options.commands?.includes(commands.openRulePage) === true;
}
