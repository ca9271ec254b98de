import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  type ClientCapabilities,
  createMessageConnection,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** The server as it is packaged. `npm test` builds it first. */
const bundle = path.resolve('dist/server.js');

/** The real server in a process of its own, spoken to over stdio as an editor does. */
export interface ServerProcess {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  /** What `initialize` answered. */
  readonly initialized: InitializeResult;
  /** The first published result of the document that is of this version or newer; of no version after a close. */
  diagnostics(uri: string, version?: number): Promise<PublishDiagnosticsParams>;
  /** What is published next for the document. */
  nextDiagnostics(uri: string): Promise<PublishDiagnosticsParams>;
  /** All that was published, in its order. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** What the editor was asked or told besides, by method. */
  readonly sent: readonly string[];
  /** What the editor was asked to tell of. */
  readonly registered: readonly Registration[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Sends `shutdown` and `exit`; resolves to the exit code. */
  stop(): Promise<number | null>;
}

export interface StartOptions {
  /** Another server, to be measured beside ours: its command line. */
  readonly command?: readonly [string, ...string[]];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** URIs of folders that the editor has open. */
  readonly folders?: readonly string[];
  /** The URI of the one folder that an older editor has open. */
  readonly root?: string;
  /** Answers `workspace/configuration` for a document. */
  readonly configuration?: (uri: string | undefined) => unknown;
}

/** What VS Code says that it can do, as far as it matters here. */
export const richClient: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
  },
};

/** A server for the time of `use`, whatever becomes of it: a process left over would keep the tests from ending. */
export async function withServer(options: StartOptions, use: (server: ServerProcess) => Promise<void>): Promise<void> {
  const server = await startServer(options);
  try {
    await use(server);
  } finally {
    server.process.kill();
  }
}

/** Spawns the server and lets it initialize. Whoever calls this ends the process. */
export async function startServer(options: StartOptions = {}): Promise<ServerProcess> {
  const [program, ...args] = options.command ?? [];
  const child = program === undefined ? spawnServer() : spawn(program, args);
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const look of waiting) look();
  });
  const sent: string[] = [];
  const registered: Registration[] = [];
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    sent.push('client/registerCapability');
    registered.push(...registrations);
    return null;
  });
  connection.onRequest('workspace/configuration', (params: { items: { scopeUri?: string }[] }) => {
    sent.push('workspace/configuration');
    return params.items.map(({ scopeUri }) => options.configuration?.(scopeUri) ?? null);
  });
  connection.onRequest((method) => {
    sent.push(method);
    return null;
  });
  connection.onNotification((method) => {
    sent.push(method);
  });
  connection.listen();
  const params: InitializeParams = {
    processId: process.pid,
    rootUri: options.root ?? null,
    capabilities: options.capabilities ?? richClient,
    initializationOptions: options.initializationOptions,
    workspaceFolders: options.folders?.map((uri) => ({ uri, name: path.basename(uri) })) ?? null,
  };
  const initialized = await connection.sendRequest<InitializeResult>('initialize', params);
  await connection.sendNotification('initialized', {});

  const wait = (find: () => PublishDiagnosticsParams | undefined): Promise<PublishDiagnosticsParams> =>
    new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });

  return {
    process: child,
    connection,
    initialized,
    published,
    sent,
    registered,
    diagnostics: (uri, version) =>
      wait(() => published.find((each) => each.uri === uri && isAwaited(each.version, version))),
    nextDiagnostics: (uri) => {
      const before = published.length;
      return wait(() => published.slice(before).find((each) => each.uri === uri));
    },
    open: (uri, text, languageId = 'json') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    stop: async () => {
      await connection.sendRequest('shutdown');
      const ended = exitOf(child);
      await connection.sendNotification('exit');
      return ended;
    },
  };
}

function isAwaited(published: number | undefined, awaited: number | undefined): boolean {
  return awaited === undefined ? published === undefined : published !== undefined && published >= awaited;
}

/** The server process alone, for what lies below the protocol. */
export function spawnServer(args: readonly string[] = ['--stdio']): ChildProcessWithoutNullStreams {
  assert.ok(existsSync(bundle), 'dist/server.js is missing: run `npm run build`');
  return spawn(process.execPath, [bundle, ...args]);
}

export function exitOf(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}
