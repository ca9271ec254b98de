import { table } from '../base/table.ts';
import { commands } from '../protocol/commands.ts';
import { offeredCommands } from './offered-commands.ts';
import { openRulePage } from './open-rule-page.ts';
import { setPolicyKind } from './policy-kind.ts';
import type { Session } from './session.ts';

const work: Readonly<Record<string, (session: Session, given: readonly unknown[]) => Promise<unknown>>> = table({
  [commands.openRulePage]: (session, [rule]) => openRulePage(session, rule),
  [commands.setPolicyKind]: (session, [uri, kind]) => setPolicyKind(session, uri, kind),
});

/** Runs the commands that the editor was offered. */
export function registerServerCommands(session: Session): void {
  const { connection, client, guard } = session;
  const offered = offeredCommands(client);
  if (offered.length === 0) return;
  connection.onExecuteCommand(({ command, arguments: given = [] }, token) =>
    guard.request(command, token, async () =>
      offered.includes(command) ? work[command]?.(session, given) : undefined,
    ),
  );
}
