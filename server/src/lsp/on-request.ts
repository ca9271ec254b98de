import type { CancellationToken } from 'vscode-languageserver/node';
import type { Session } from './session.ts';

/** Answers a request of our own protocol, behind the guard. What it gets may be anything. */
export function onRequest(
  { connection, guard }: Pick<Session, 'connection' | 'guard'>,
  name: string,
  work: (params: unknown, token: CancellationToken) => Promise<unknown>,
): void {
  connection.onRequest(name, (params: unknown, token: CancellationToken) =>
    guard.request(name, token, () => work(params, token)),
  );
}
