import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { IamData } from '../catalog/iam-data.ts';
import { syntaxReportsNotification } from '../protocol/notifications.ts';
import { Configurations } from '../service/configurations.ts';
import { Analyses } from './analyses.ts';
import { type Client, readClient, readStrings } from './client.ts';
import { codeActionKinds, registerCodeActions } from './code-actions.ts';
import { createConfigurationHost } from './configuration-host.ts';
import { createGuard } from './guard.ts';
import { registerPolicyKind } from './policy-kind.ts';
import { registerPublishing } from './publish.ts';
import { isRecord } from './record.ts';
import { createRulePages } from './rule-pages.ts';
import { executeCommandOptions, registerServerCommands } from './server-commands.ts';
import type { Session } from './session.ts';
import { SettingsStore, settingsSection } from './settings.ts';
import type { ConfigurationWatch } from './watch-configurations.ts';
import { readWorkspaceFolders, WorkspaceFolders } from './workspace-folders.ts';

export interface ServerOptions {
  readonly version: string;
  /** The URI of the folder of the packaged rule pages, with a `/` at its end. */
  readonly rulePages: string;
  /** The same each time. */
  readonly iamData: () => IamData;
}

/** Serves one editor over a connection, from `initialize` to `exit`. */
export function startServer(connection: Connection, { version, ...options }: ServerOptions): void {
  connection.onInitialize((params): InitializeResult => {
    const client = readClient(params);
    const session = openSession(connection, client, readWorkspaceFolders(params), options);
    const { checkAll, watch } = registerPublishing(session);
    registerSettings(session, checkAll);
    connection.onInitialized(() => registerWithEditor(session, watch));
    registerCodeActions(session);
    registerPolicyKind(session);
    registerServerCommands(session);
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
    ...(client.tellsFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  };
}

function openSession(
  connection: Connection,
  client: Client,
  folders: readonly string[],
  { rulePages, iamData }: Omit<ServerOptions, 'version'>,
): Session {
  const log = (line: string) => connection.console.error(line);
  const pull = (uri: string) => connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection });
  const documents = new TextDocuments(TextDocument);
  return {
    connection,
    client,
    documents,
    configurations: new Configurations(createConfigurationHost(documents)),
    folders: new WorkspaceFolders(folders),
    settings: new SettingsStore(client.options.settings, client.pullsConfiguration ? pull : undefined, (error) =>
      log(`The settings could not be read: ${error}`),
    ),
    analyses: new Analyses((rule, error) =>
      log(`The rule ${rule} failed: ${error instanceof Error ? error.stack : error}`),
    ),
    syntaxReports: new Set(client.options.editorReportsSyntax),
    rulePages: createRulePages(client, rulePages),
    iamData,
    guard: createGuard(log),
  };
}

/** What the editor can be asked for once it is ready. */
async function registerWithEditor(
  { connection, client, folders, guard }: Session,
  watch: ConfigurationWatch,
): Promise<void> {
  await guard.run('registering for settings', async () => {
    if (!client.registersConfiguration) return;
    await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
  });
  await guard.run('watching configurations', () => watch.start());
  if (!client.tellsFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
    folders.change(
      added.map(({ uri }) => uri),
      removed.map(({ uri }) => uri),
    ),
  );
}

/** What changes how documents are checked, and so checks them anew. */
function registerSettings({ connection, settings, syntaxReports, guard }: Session, checkAll: () => void): void {
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
