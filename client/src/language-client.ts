import { Disposable, type LogOutputChannel, type Uri, workspace } from 'vscode';
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

export interface ClientOptions {
  /** The path of the bundled server. */
  readonly module: string;
  /** A `privateLog`. */
  readonly output: LogOutputChannel;
  /** A folder of this user for what the server keeps. */
  readonly storage: Uri;
}

/** A client, not yet started, with what shows its state. */
export function createClient(options: ClientOptions): {
  readonly client: LanguageClient;
  readonly belongings: Disposable;
} {
  const client = createLanguageClient(options);
  return { client, belongings: Disposable.from(...connectStatus(client), ...tellSyntaxReports(client)) };
}

function createLanguageClient({ module, output, storage }: ClientOptions): LanguageClient {
  const server = { module, transport: TransportKind.ipc, options: { execArgv: [...serverFlags] } };
  return new QuietClient('rolechain', 'Role Chain', server, {
    documentSelector: [...documentSelector],
    diagnosticCollectionName: 'rolechain',
    outputChannel: output,
    traceOutputChannel: traceLog(output),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: new CrashHandler(),
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
      storage: storage.toString(),
      mfaCodes: true,
      // By indentation in YAML, which a provider of ours would end; by its JSON server in JSON.
      editorFolds: true,
    }),
  });
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
