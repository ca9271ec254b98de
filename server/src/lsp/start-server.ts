import type { Connection, ConnectionOptions, InitializeParams, InitializeResult } from 'vscode-languageserver/node';
import { capabilitiesFor } from './capabilities.ts';
import { type Client, readClient } from './client.ts';

/** Serves an editor once it knows what the server can do. */
export type Serve = (connection: Connection, params: InitializeParams, client: Client) => void;

/** Turns of the event loop until an answer is written: one to hand it to the writer, one in which the writer's turn comes. */
const turnsOfAnswer = 3;

/**
 * Answers `initialize` before most of the server is loaded, which an editor waits for. `load` runs behind the answer;
 * messages that come meanwhile wait for it, in their order.
 */
export function startServer(
  connect: (options: ConnectionOptions) => Connection,
  version: string,
  load: () => Promise<Serve>,
): void {
  let loading: Promise<void> | undefined;
  const connection = connect({
    messageStrategy: {
      handleMessage: (message, next) => (loading === undefined ? next(message) : loading.then(() => next(message))),
    },
  });
  connection.onInitialize((params): InitializeResult => {
    const client = readClient(params);
    loading = afterTurns(turnsOfAnswer)
      .then(load)
      .then((serve) => {
        serve(connection, params, client);
        loading = undefined;
      });
    // A server without its parts is none: it ends, and the editor says so.
    loading.catch((error: unknown) =>
      process.nextTick(() => {
        throw error;
      }),
    );
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'rolechain', version } };
  });
  connection.listen();
}

async function afterTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
