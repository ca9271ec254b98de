import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LongText } from '../base/long-text.ts';
import type { IamData } from '../catalog/iam-data.ts';
import type { IamDescriptions } from '../catalog/iam-descriptions.ts';
import { isBuiltInIgnored } from '../lint/configuration-file.ts';
import type { ReadConfiguration } from '../lint/configuration-read.ts';
import { relyOn } from '../lint/known-organizations.ts';
import { isConfigurationPath } from '../service/analyse-configuration.ts';
import type { Analysis } from '../service/analysis.ts';
import {
  analysisOptions,
  type Configurations,
  type FileSettings,
  importedOrganizations,
  pathWithin,
} from '../service/configurations.ts';
import type { Analyses } from './analyses.ts';
import type { Chains } from './chains.ts';
import type { Client } from './client.ts';
import { isEdited, isFile, pathOf } from './document-uri.ts';
import type { EditedDocument } from './edited-document.ts';
import type { GraphWork } from './graph-work.ts';
import type { Guard } from './guard.ts';
import type { HeldFiles } from './held-files.ts';
import type { Organizations } from './organizations.ts';
import type { RulePages } from './rule-pages.ts';
import type { SettingsStore } from './settings.ts';
import type { WorkspaceFolders } from './workspace-folders.ts';

/** What the handlers of one connection share. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: TextDocuments<EditedDocument>;
  readonly settings: SettingsStore;
  readonly configurations: Configurations;
  readonly folders: WorkspaceFolders;
  readonly files: HeldFiles;
  readonly organizations: Organizations;
  readonly analyses: Analyses;
  readonly chains: Chains;
  readonly graphWork: GraphWork;
  /** So many files of folders are read at once. */
  readonly mostFiles: number;
  readonly syntaxReports: Set<string>;
  readonly rulePages: RulePages;
  /** Opened when it is first asked for: the editor waits for the answer to `initialize`. */
  readonly iamData: () => IamData;
  readonly iamDescriptions: () => IamDescriptions;
  readonly guard: Guard;
}

/** A document together with its analysis, both of one version. */
export interface Analysed {
  readonly document: TextDocument;
  readonly version: number;
  readonly analysis: Analysis;
}

/** A document that may hold policies. */
export interface AnalysedPolicies extends Analysed {
  /** What the document says by itself, without what is found between files. */
  readonly own: Analysis;
  /** The names that its configuration gives to account ids: name -> id. */
  readonly accounts: Readonly<Record<string, string>>;
}

/**
 * The analysis of a document as it is now. Undefined for a document that is closed or none of ours, and where
 * `isCurrent` turned false while the settings were fetched.
 */
export async function analyseNow(
  session: Session,
  uri: string,
  isCurrent: () => boolean = () => true,
): Promise<AnalysedPolicies | undefined> {
  const { documents, settings, analyses, syntaxReports } = session;
  if (!isEdited(uri) || documents.get(uri) === undefined) return undefined;
  const { rules, maxAgeDays } = await settings.of(uri);
  const document = documents.get(uri);
  if (document === undefined || !isCurrent()) return undefined;
  const { version } = document;
  const file = settingsOfFile(session, uri);
  if (file === 'ignored') {
    const ignored = ignoredAnalysis(document.text);
    return { document, version, analysis: ignored, own: ignored, accounts: {} };
  }
  const accounts = file.configuration?.read.configuration.accounts ?? {};
  const editorReportsSyntax = syntaxReports.has(document.languageId);
  const configuration = isFile(uri) ? readOf(session, document) : undefined;
  const options = {
    ...analysisOptions(file, { rules, editorReportsSyntax, iamData: session.iamData() }),
    ...(configuration && { configuration }),
    organizations: relyOn(
      [...importedOrganizations(file), ...session.organizations.known()],
      { maxAgeDays, now: Date.now() },
      accounts,
    ),
  };
  const own = analyses.of(document, options);
  const analysis = isFile(uri) ? session.chains.withFindings(pathOf(uri), own, options) : own;
  return { document, version, analysis, own, accounts };
}

/** Of a configuration what was read of it and of the files that it names. */
function readOf({ configurations }: Session, document: TextDocument): ReadConfiguration | undefined {
  const path = pathOf(document.uri);
  if (!isConfigurationPath(path)) return undefined;
  const loaded = configurations.of(path.slice(0, path.lastIndexOf('/')));
  return loaded?.path === path && loaded.text === document.getText() ? loaded.read : undefined;
}

/** A document as it is now, without what is found in it. */
export interface OpenedDocument {
  readonly document: EditedDocument;
  /** The user's word on the kind of a policy that stands alone. */
  readonly kind: FileSettings['kind'];
  readonly accounts: Readonly<Record<string, string>>;
}

/** Undefined for a document that is closed, ignored or none of ours. */
export function openedDocument(session: Session, uri: string): OpenedDocument | undefined {
  const document = isEdited(uri) ? session.documents.get(uri) : undefined;
  const file = document && settingsOfFile(session, uri);
  if (document === undefined || file === undefined || file === 'ignored') return undefined;
  return { document, kind: file.kind, accounts: file.configuration?.read.configuration.accounts ?? {} };
}

/** A text that was never saved has no configuration. */
function settingsOfFile({ client, configurations, folders }: Session, uri: string): FileSettings | 'ignored' {
  if (!isFile(uri)) return configurations.settingsOf('');
  // Nobody tells that a configuration has changed: it is read each time.
  if (!client.watchesFiles) configurations.refresh();
  const path = pathOf(uri);
  if (isConfigurationPath(path)) return configurations.settingsOf('');
  const folder = folders.of(uri);
  const shown = folder === undefined ? path : (pathWithin(pathOf(folder), path) ?? path);
  const settings = configurations.settingsOf(path);
  return settings.ignored || isBuiltInIgnored(shown) ? 'ignored' : settings;
}

function ignoredAnalysis(source: LongText): Analysis {
  return {
    format: 'json',
    recognised: false,
    policies: () => [],
    findings: [],
    usedSuppressions: [],
    source,
    state: undefined,
  };
}
