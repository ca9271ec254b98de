import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { connectionFeatures } from '../../../server/src/lsp/connection-features.ts';
import { type ServerOptions, serve } from '../../../server/src/lsp/server.ts';
import { startServer } from '../../../server/src/lsp/start-server.ts';
import { iamData } from '../../support/iam-data.ts';

/** The server in this process, with other parts than those that are packaged; the editor's end, not yet listening. */
export function openServerHere(options: Partial<ServerOptions>): MessageConnection {
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  const streams = [new StreamMessageReader(toServer), new StreamMessageWriter(toEditor)] as const;
  startServer(
    (connecting) => createConnection(connectionFeatures, ...streams, connecting),
    '1.2.3',
    async () => (connection, params, client) =>
      serve(connection, params, client, {
        rulePages: 'file:///rules/',
        loadAccess: () => Promise.reject(new Error('not asked for')),
        iamData: () => iamData,
        iamDescriptions: () => ({ version: '', actionOf: () => undefined, keyOf: () => undefined }) as never,
        ...options,
      }),
  );
  return createMessageConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
}
