import type { CancellationToken } from 'vscode-languageserver/node';
import type { Session } from './session.ts';

/** Answers a request of our own protocol, behind the guard. What it gets may be anything, and nothing. */
export function onRequest(
  { connection, guard }: Pick<Session, 'connection' | 'guard'>,
  name: string,
  work: (params: unknown, token: CancellationToken) => Promise<unknown>,
): void {
  connection.onRequest(name, (...given: readonly unknown[]) => {
    // The library puts the token last, behind as many parameters as were sent.
    const token = given.at(-1) as CancellationToken;
    const params = given.length > 1 ? given[0] : undefined;
    return guard.request(name, token, () => work(params, token));
  });
}
