import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../service/analysis.ts';
import type { Analyses } from './analyses.ts';
import type { Client } from './client.ts';
import { isEdited } from './document-uri.ts';
import type { Guard } from './guard.ts';
import type { RulePages } from './rule-pages.ts';
import type { SettingsStore } from './settings.ts';

/** What the handlers of one connection share. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: SettingsStore;
  readonly analyses: Analyses;
  readonly syntaxReports: Set<string>;
  readonly rulePages: RulePages;
  readonly guard: Guard;
}

/** A document together with its analysis, both of one version. */
export interface Analysed {
  readonly document: TextDocument;
  readonly version: number;
  readonly analysis: Analysis;
}

/**
 * The analysis of a document as it is now. Undefined for a document that is closed or none of ours, and where
 * `isCurrent` turned false while the settings were fetched.
 */
export async function analyseNow(
  { documents, settings, analyses, syntaxReports }: Session,
  uri: string,
  isCurrent: () => boolean = () => true,
): Promise<Analysed | undefined> {
  if (!isEdited(uri) || documents.get(uri) === undefined) return undefined;
  const { rules } = await settings.of(uri);
  const document = documents.get(uri);
  if (document === undefined || !isCurrent()) return undefined;
  const options = { rules, editorReportsSyntax: syntaxReports.has(document.languageId) };
  return { document, version: document.version, analysis: analyses.of(document, options) };
}
