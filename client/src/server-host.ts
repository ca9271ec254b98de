import { type CancellationToken, Disposable, type LogOutputChannel, type Uri, WorkspaceEdit, workspace } from 'vscode';
import {
  type LanguageClient,
  type WorkspaceEdit as ProtocolEdit,
  RevealOutputChannelOn,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { commands } from '../../server/src/protocol/commands.ts';
import type { InitializationOptions } from '../../server/src/protocol/initialization.ts';
import {
  type DocumentStatus,
  type SyntaxReports,
  statusNotification,
  syntaxReportsNotification,
} from '../../server/src/protocol/notifications.ts';
import { CrashHandler } from './crash-handler.ts';
import { documentSelector } from './document-selector.ts';
import { RoleContext } from './graph/role-context.ts';
import { traceLog } from './private-log.ts';
import { QuietClient } from './quiet-client.ts';
import { rulePagesUri } from './rule-pages.ts';
import { StatusItem } from './status-item.ts';
import { findSyntaxReports, onSyntaxReportsChange } from './syntax-reports.ts';

/**
 * What a key leaves behind is small, and collected before it counts as old: with a template of 1 MB the process holds a
 * third less than with the 16 MB that V8 takes for that on a large machine.
 */
const serverFlags = ['--max-semi-space-size=4'] as const;

/** The life of the language server in this window: not started, running, started again, stopped. */
export class ServerHost {
  readonly #module: string;
  readonly #output: LogOutputChannel;
  readonly #storage: Uri;
  readonly #connect: (client: LanguageClient) => Disposable;
  readonly #crashes = new CrashHandler();
  #running: { readonly client: LanguageClient; readonly belongings: Disposable } | undefined;

  /**
   * `module` is the path of the bundled server, `output` a `privateLog`, `storage` a folder of this user for what it
   * keeps. `connect` listens to each client that is made.
   */
  constructor(module: string, output: LogOutputChannel, storage: Uri, connect: (client: LanguageClient) => Disposable) {
    this.#module = module;
    this.#output = output;
    this.#storage = storage;
    this.#connect = connect;
  }

  /** Resolves when the server is ready or has failed; a failure is told by the log and the status item. */
  async start(): Promise<void> {
    if (this.#running !== undefined) return;
    const client = this.#createClient();
    this.#running = {
      client,
      belongings: Disposable.from(...connectStatus(client), ...tellSyntaxReports(client), this.#connect(client)),
    };
    await this.#tolerate(client.start().then(() => this.#output.info('The language server is running.')));
  }

  async restart(): Promise<void> {
    this.#crashes.reset();
    await this.dispose();
    await this.start();
  }

  async dispose(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.belongings.dispose();
    if (running !== undefined) await this.#tolerate(running.client.dispose());
  }

  /** Asks the server, which is started if need be. Rejects where it has failed, and when the token is cancelled. */
  async request<Result>(name: string, params: unknown, token?: CancellationToken): Promise<Result> {
    await this.start();
    if (this.#running === undefined) throw new Error('The language server is not running.');
    const { client } = this.#running;
    // A token that is undefined would be sent as one more parameter.
    return token === undefined ? client.sendRequest(name, params) : client.sendRequest(name, params, token);
  }

  /** An edit of the server as one of the editor. */
  async toWorkspaceEdit(edit: unknown): Promise<WorkspaceEdit> {
    const converter = this.#running?.client.protocol2CodeConverter;
    // The server's answers are taken at their word, here as in the library.
    return (await converter?.asWorkspaceEdit(edit as ProtocolEdit)) ?? new WorkspaceEdit();
  }

  #createClient(): LanguageClient {
    const server = { module: this.#module, transport: TransportKind.ipc, options: { execArgv: [...serverFlags] } };
    return new QuietClient('rolechain', 'Role Chain', server, {
      documentSelector: [...documentSelector],
      diagnosticCollectionName: 'rolechain',
      outputChannel: this.#output,
      traceOutputChannel: traceLog(this.#output),
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: this.#crashes,
      initializationFailedHandler: () => false,
      initializationOptions: (): InitializationOptions => ({
        editorReportsSyntax: findSyntaxReports(),
        rulePages: rulePagesUri,
        commands: [
          commands.openRulePage,
          commands.setPolicyKind,
          commands.fillPlaceholders,
          commands.showCallHierarchy,
          commands.copyPolicy,
          // The editor's own: what comes after an accepted key is offered at once.
          'editor.action.triggerSuggest',
        ],
        status: true,
        graph: true,
        storage: this.#storage.toString(),
        mfaCodes: true,
        // By indentation in YAML, which a provider of ours would end; by its JSON server in JSON.
        editorFolds: true,
      }),
    });
  }

  async #tolerate(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#output.error(error instanceof Error ? error : String(error));
    }
  }
}

function connectStatus(client: LanguageClient): Disposable[] {
  const item = new StatusItem();
  const roles = new RoleContext();
  return [
    item,
    roles,
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) item.setState('running');
      else item.setState(newState === State.Starting ? 'starting' : 'stopped');
    }),
    client.onNotification(statusNotification, (status: DocumentStatus) => {
      item.setDocument(status);
      roles.setDocument(status);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      item.forget(uri.toString());
      roles.forget(uri.toString());
    }),
  ];
}

function tellSyntaxReports(client: LanguageClient): Disposable[] {
  return onSyntaxReportsChange(() => {
    const reports: SyntaxReports = { languages: findSyntaxReports() };
    if (client.isRunning()) void client.sendNotification(syntaxReportsNotification, reports);
  });
}
