import { Disposable, type LogOutputChannel, workspace } from 'vscode';
import { type LanguageClient, RevealOutputChannelOn, State, TransportKind } from 'vscode-languageclient/node';
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
import { QuietClient } from './quiet-client.ts';
import { rulePagesUri } from './rule-pages.ts';
import { StatusItem } from './status-item.ts';
import { findSyntaxReports, onSyntaxReportsChange } from './syntax-reports.ts';

/** The life of the language server in this window: not started, running, started again, stopped. */
export class ServerHost {
  readonly #module: string;
  readonly #output: LogOutputChannel;
  readonly #crashes = new CrashHandler();
  #running: { readonly client: LanguageClient; readonly belongings: Disposable } | undefined;

  /** `module` is the path of the bundled server. */
  constructor(module: string, output: LogOutputChannel) {
    this.#module = module;
    this.#output = output;
  }

  /** Resolves when the server is ready or has failed; a failure is told by the log and the status item. */
  async start(): Promise<void> {
    if (this.#running !== undefined) return;
    const client = this.#createClient();
    this.#running = { client, belongings: Disposable.from(...connectStatus(client), ...tellSyntaxReports(client)) };
    await this.#tolerate(client.start());
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

  #createClient(): LanguageClient {
    const server = { module: this.#module, transport: TransportKind.ipc };
    return new QuietClient('rolechain', 'Role Chain', server, {
      documentSelector: [...documentSelector],
      diagnosticCollectionName: 'rolechain',
      outputChannel: this.#output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: this.#crashes,
      initializationFailedHandler: () => false,
      initializationOptions: (): InitializationOptions => ({
        editorReportsSyntax: findSyntaxReports(),
        rulePages: rulePagesUri,
        commands: [commands.openRulePage],
        status: true,
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
  return [
    item,
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) item.setState('running');
      else item.setState(newState === State.Starting ? 'starting' : 'stopped');
    }),
    client.onNotification(statusNotification, (status: DocumentStatus) => item.setDocument(status)),
    workspace.onDidCloseTextDocument(({ uri }) => item.forget(uri.toString())),
  ];
}

function tellSyntaxReports(client: LanguageClient): Disposable[] {
  return onSyntaxReportsChange(() => {
    const reports: SyntaxReports = { languages: findSyntaxReports() };
    if (client.isRunning()) void client.sendNotification(syntaxReportsNotification, reports);
  });
}
