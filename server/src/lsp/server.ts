import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver/node';
import type { IamData } from '../catalog/iam-data.ts';
import type { IamDescriptions } from '../catalog/iam-descriptions.ts';
import { syntaxReportsNotification } from '../protocol/notifications.ts';
import { Configurations } from '../service/configurations.ts';
import { registerActions } from './actions.ts';
import { Analyses } from './analyses.ts';
import { registerChainFeatures } from './chain-features.ts';
import { Chains } from './chains.ts';
import { type Client, readStrings } from './client.ts';
import { registerCodeActions } from './code-actions.ts';
import { registerCompletion } from './completion.ts';
import { createConfigurationHost } from './configuration-host.ts';
import { registerCopyPolicy } from './copy-policy.ts';
import { registerDocumentSymbols } from './document-symbols.ts';
import { uriOfPath } from './document-uri.ts';
import { editedDocuments } from './edited-document.ts';
import { registerExplain } from './explain-requests.ts';
import type { FolderReader } from './folder-reader.ts';
import { registerFoldingRanges } from './folding-ranges.ts';
import { registerGraph } from './graph-requests.ts';
import { GraphWork } from './graph-work.ts';
import { createGuard } from './guard.ts';
import { HeldFiles } from './held-files.ts';
import { registerHover } from './hover.ts';
import { registerInlayHints } from './inlay-hints.ts';
import { createReadOpen } from './open-syntax.ts';
import { registerOrganizationEdits } from './organization-edits.ts';
import { registerOrganizationRequests } from './organization-requests.ts';
import { type LoadAccess, openOrganizationsFor } from './organization-session.ts';
import type { Organizations } from './organizations.ts';
import { OutsideLinks } from './outside-links.ts';
import { registerPlaceholders } from './placeholders.ts';
import { registerPolicyKind } from './policy-kind.ts';
import { registerPublishing } from './publish.ts';
import { isRecord } from './record.ts';
import { registerRoleChain } from './role-chain-requests.ts';
import { tellOnce } from './rule-errors.ts';
import { createRulePages } from './rule-pages.ts';
import { mostFiles } from './scan-workspace.ts';
import { registerSelectionRanges } from './selection-ranges.ts';
import { registerServerCommands } from './server-commands.ts';
import type { Session } from './session.ts';
import { SettingsStore, settingsSection } from './settings.ts';
import type { ConfigurationWatch } from './watch-configurations.ts';
import { readWorkspaceFolders, WorkspaceFolders } from './workspace-folders.ts';

export interface ServerOptions {
  /** The URI of the folder of the packaged rule pages, with a `/` at its end. */
  readonly rulePages: string;
  /** Called with the first question to AWS. */
  readonly loadAccess: LoadAccess;
  /** The same each time. */
  readonly iamData: () => IamData;
  /** What is said of actions and condition keys; called when a person first looks at one. */
  readonly iamDescriptions: () => IamDescriptions;
  /** In place of the usual bound of files that are read of folders. */
  readonly mostFiles?: number;
}

/** Serves one editor over a connection, from behind the answer to `initialize` to `exit`. */
export function serve(connection: Connection, params: InitializeParams, client: Client, options: ServerOptions): void {
  const organizations = openOrganizationsFor(connection, client, options.loadAccess, () => showAll());
  const session = openSession(connection, client, readWorkspaceFolders(params), options, organizations, () =>
    chains.request(),
  );
  const lenses = registerChainFeatures(session);
  const { checkAll, watch, chains, reader } = registerPublishing(session, () => lenses.refresh());
  const { refresh } = registerInlayHints(session);
  const showAll = () => {
    checkAll();
    chains.request();
    refresh();
    lenses.refresh();
  };
  registerSettings(session, showAll);
  followFolders(session, reader, checkAll);
  connection.onInitialized(async () => {
    await registerWithEditor(session, watch);
    await reader.readAll();
  });
  registerCodeActions(session);
  registerHover(session);
  registerDocumentSymbols(session);
  const readOpen = createReadOpen(session);
  registerSelectionRanges(session, readOpen);
  registerFoldingRanges(session, readOpen);
  registerCompletion(session);
  registerPolicyKind(session);
  registerCopyPolicy(session);
  registerServerCommands(session);
  registerOrganizationRequests(session);
  registerOrganizationEdits(session);
  registerPlaceholders(session);
  registerGraph(session);
  registerExplain(session);
  registerRoleChain(session);
  registerActions(session);
  connection.onShutdown(() => {
    session.guard.close();
    // What was loaded is kept before the process ends.
    return organizations.dispose();
  });
  session.documents.listen(connection);
}

function openSession(
  connection: Connection,
  client: Client,
  folders: readonly string[],
  { rulePages, iamData, iamDescriptions, mostFiles: most = mostFiles }: ServerOptions,
  organizations: Organizations,
  onChainsChange: () => void,
): Session {
  const log = (line: string) => connection.console.error(line);
  const pull = (uri: string) => connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection });
  const onRuleError = tellOnce(log);
  const documents = new TextDocuments(editedDocuments);
  const held = new WorkspaceFolders(folders);
  // While the workspace is read more of them come together.
  const links = new OutsideLinks(
    (line) => connection.console.warn(line),
    (tell) => chains.whenWhole(() => setImmediate(tell)),
  );
  const files = new HeldFiles(held, (link) => links.add(link));
  const configurations = new Configurations(createConfigurationHost(documents, files));
  const guard = createGuard(log);
  const chains = new Chains({
    files,
    settingsOf: (path) => configurations.settingsOf(path),
    isHeld: (path) => held.of(uriOfPath(path)) !== undefined,
    organizations: () => organizations.known(),
    onRuleError,
    onChange: onChainsChange,
  });
  return {
    connection,
    client,
    documents,
    configurations,
    chains,
    graphWork: new GraphWork(chains, guard.isAnswering),
    mostFiles: most,
    folders: held,
    files,
    organizations,
    settings: new SettingsStore(client.options.settings, client.pullsConfiguration ? pull : undefined, (error) =>
      log(`The settings could not be read: ${error}`),
    ),
    analyses: new Analyses(onRuleError),
    syntaxReports: new Set(client.options.editorReportsSyntax),
    rulePages: createRulePages(client, rulePages),
    iamData,
    iamDescriptions,
    guard,
  };
}

/** What the editor can be asked for once it is ready. */
async function registerWithEditor({ connection, client, guard }: Session, watch: ConfigurationWatch): Promise<void> {
  await guard.run('registering for settings', async () => {
    if (!client.registersConfiguration) return;
    await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
  });
  await guard.run('watching configurations', () => watch.start());
}

/** The editor opens and closes folders while the server runs. */
function followFolders(
  { connection, client, folders, chains, guard }: Session,
  reader: FolderReader,
  checkAll: () => void,
) {
  if (!client.tellsFolders) return;
  const change = (added: readonly string[], removed: readonly string[]) => {
    folders.change(added, removed);
    // Files of a folder that has gone are forgotten.
    if (removed.length > 0)
      for (const path of chains.paths()) if (folders.of(uriOfPath(path)) === undefined) chains.read(path);
    if (removed.length > 0) reader.forget();
    if (added.length > 0) void reader.read(added);
    checkAll();
  };
  connection.workspace.onDidChangeWorkspaceFolders((event) =>
    guard.run('changing folders', () => {
      const { added, removed } = event;
      change(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      );
    }),
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
