import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { stripVTControlCharacters } from 'node:util';
import type { UiActions } from '../../test/editor/support/ui-protocol.ts';
import type { Cleanup } from '../process/cleanup.ts';
import { Failure, messageOf } from '../process/failure.ts';

export interface UiBridge {
  /** Environment that leads test/editor/support/ui.ts here. */
  readonly env: Readonly<Record<string, string>>;
  /** Sets what is driven: the page is opened after the server that needs the environment. */
  connect(actions: UiActions): void;
}

/** A loopback endpoint, closed to all who do not know its token, by which tests drive the page around them. */
export async function startUiBridge(cleanup: Cleanup): Promise<UiBridge> {
  const token = randomBytes(18).toString('hex');
  let actions: UiActions | undefined;
  const server = createServer(async (request, response) => {
    if (request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(403).end();
      return;
    }
    const answer = await perform(actions, request).then(
      (value) => ({ value }),
      (error: unknown) => ({ error: messageOf(error) }),
    );
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanup.add(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Failure('The bridge to the page has no port.');
  return {
    env: { ROLECHAIN_UI_URL: `http://127.0.0.1:${address.port}/ui`, ROLECHAIN_UI_TOKEN: token },
    connect: (connected) => {
      actions = connected;
    },
  };
}

async function perform(actions: UiActions | undefined, request: IncomingMessage): Promise<unknown> {
  if (actions === undefined) throw new Failure('The page is not open yet.');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { action, args } = JSON.parse(Buffer.concat(chunks).toString()) as { action: string; args: string[] };
  if (!Object.hasOwn(actions, action)) throw new Failure(`There is no action ${action}.`);
  const act: (...args: string[]) => Promise<unknown> = actions[action as keyof UiActions];
  try {
    return await act(...args);
  } catch (error) {
    const picture = await actions.screenshot(`failed-${action}-${Date.now()}`);
    throw new Failure(`${stripVTControlCharacters(messageOf(error)).trim()}\nThe page then: ${picture}`);
  }
}
