import { commands } from '../protocol/commands.ts';
import type { Client } from './client.ts';

/** Commands that the server runs for editors that do not have them themselves, and whether it can. */
const serverCommands: Readonly<Record<string, (client: Client) => boolean>> = {
  [commands.openRulePage]: (client) => client.showDocument,
  [commands.setPolicyKind]: (client) => client.appliesEdits,
};

/** The commands that an editor may ask the server for; none that it has: it would have it twice. */
export function offeredCommands(client: Client): readonly string[] {
  return Object.entries(serverCommands)
    .filter(([name, isPossible]) => isPossible(client) && client.options.commands?.includes(name) !== true)
    .map(([name]) => name);
}
