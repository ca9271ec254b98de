import type { ExecuteCommandOptions } from 'vscode-languageserver/node';
import { table } from '../base/table.ts';
import { commands } from '../protocol/commands.ts';
import type { Client } from './client.ts';
import { openRulePage } from './open-rule-page.ts';
import { setPolicyKind } from './policy-kind.ts';
import type { Session } from './session.ts';

/** A command that the server runs for editors that do not have it themselves. */
interface ServerCommand {
  readonly isPossible: (client: Client) => boolean;
  readonly run: (session: Session, given: readonly unknown[]) => Promise<unknown>;
}

const serverCommands: Readonly<Record<string, ServerCommand>> = table({
  [commands.openRulePage]: {
    isPossible: (client) => client.showDocument,
    run: (session, [rule]) => openRulePage(session, rule),
  },
  [commands.setPolicyKind]: {
    isPossible: (client) => client.appliesEdits,
    run: (session, [uri, kind]) => setPolicyKind(session, uri, kind),
  },
});

/** None that the editor has: it would have it twice. */
export function executeCommandOptions(client: Client): ExecuteCommandOptions | undefined {
  const names = Object.entries(serverCommands)
    .filter(([name, { isPossible }]) => isPossible(client) && client.options.commands?.includes(name) !== true)
    .map(([name]) => name);
  return names.length === 0 ? undefined : { commands: names };
}

export function registerServerCommands(session: Session): void {
  const { connection, client, guard } = session;
  const offered = executeCommandOptions(client)?.commands ?? [];
  if (offered.length === 0) return;
  connection.onExecuteCommand(({ command, arguments: given = [] }, token) =>
    guard.request(command, token, async () =>
      offered.includes(command) ? serverCommands[command]?.run(session, given) : undefined,
    ),
  );
}
