import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { syntaxReportsNotification } from '../protocol/notifications.ts';
import { Analyses } from './analyses.ts';
import { type Client, readClient, readStrings } from './client.ts';
import { codeActionKinds, registerCodeActions } from './code-actions.ts';
import { createGuard } from './guard.ts';
import { executeCommandOptions, registerOpenRulePage } from './open-rule-page.ts';
import { registerPublishing } from './publish.ts';
import { isRecord } from './record.ts';
import { createRulePages } from './rule-pages.ts';
import type { Session } from './session.ts';
import { SettingsStore, settingsSection } from './settings.ts';

export interface ServerOptions {
  readonly version: string;
  /** The URI of the folder of the packaged rule pages, with a `/` at its end. */
  readonly rulePages: string;
}

/** Serves one editor over a connection, from `initialize` to `exit`. */
export function startServer(connection: Connection, { version, rulePages }: ServerOptions): void {
  connection.onInitialize((params): InitializeResult => {
    const client = readClient(params);
    const session = openSession(connection, client, rulePages);
    registerConfiguration(session, registerPublishing(session).checkAll);
    registerCodeActions(session);
    registerOpenRulePage(session);
    session.documents.listen(connection);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'rolechain', version } };
  });
  connection.listen();
}

function capabilitiesFor(client: Client): ServerCapabilities {
  const executeCommandProvider = executeCommandOptions(client);
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeActionProvider: { codeActionKinds },
    ...(executeCommandProvider && { executeCommandProvider }),
  };
}

function openSession(connection: Connection, client: Client, packagedPages: string): Session {
  const log = (line: string) => connection.console.error(line);
  const pull = (uri: string) => connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection });
  return {
    connection,
    client,
    documents: new TextDocuments(TextDocument),
    settings: new SettingsStore(client.options.settings, client.pullsConfiguration ? pull : undefined, (error) =>
      log(`The settings could not be read: ${error}`),
    ),
    analyses: new Analyses((rule, error) =>
      log(`The rule ${rule} failed: ${error instanceof Error ? error.stack : error}`),
    ),
    syntaxReports: new Set(client.options.editorReportsSyntax),
    rulePages: createRulePages(client, packagedPages),
    guard: createGuard(log),
  };
}

/** What changes how documents are checked, and so checks them anew. */
function registerConfiguration(
  { connection, client, settings, syntaxReports, guard }: Session,
  checkAll: () => void,
): void {
  connection.onInitialized(() =>
    guard.run('registering for settings', async () => {
      if (!client.registersConfiguration) return;
      await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }),
  );
  connection.onDidChangeConfiguration((params) =>
    guard.run('changing settings', () => {
      settings.change(params.settings);
      checkAll();
    }),
  );
  connection.onNotification(syntaxReportsNotification, (params: unknown) =>
    guard.run('changing who reports syntax', () => {
      syntaxReports.clear();
      for (const language of isRecord(params) ? readStrings(params.languages) : []) syntaxReports.add(language);
      checkAll();
    }),
  );
}
