import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type Range,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../base/span.ts';
import { indexText } from '../base/text-index.ts';
import { type Severity, severities } from '../lint/finding.ts';
import type { DocumentFinding } from '../service/analysis.ts';
import type { RelatedFinding } from '../service/place-findings.ts';
import type { Client } from './client.ts';
import { uriOfPath } from './document-uri.ts';
import { isRecord } from './record.ts';
import type { RulePages } from './rule-pages.ts';
import type { Analysed } from './session.ts';

/** The `source` of every diagnostic. */
export const diagnosticSource = 'rolechain';

/** VS Code shows no more of one file and would choose by itself what to leave out. */
const mostDiagnostics = 1000;

/** What a diagnostic carries, to find its finding again. */
export interface DiagnosticData {
  readonly id: string;
  /** Of the document that was checked. */
  readonly version: number;
}

const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** All findings of a document, the gravest where they are too many to be shown. */
export function createDiagnostics(analysed: Analysed, client: Client, pages: RulePages): Diagnostic[] {
  const { findings } = analysed.analysis;
  if (findings.length <= mostDiagnostics)
    return findings.map((each) => createDiagnostic(each, analysed, client, pages));
  const shown = gravest(findings, mostDiagnostics - 1).map((each) => createDiagnostic(each, analysed, client, pages));
  return [...shown, createCutNote(findings.length - shown.length)];
}

export function createDiagnostic(
  finding: DocumentFinding,
  { document, version }: Analysed,
  client: Client,
  pages: RulePages,
): Diagnostic {
  const data: DiagnosticData = { id: finding.id, version };
  return {
    range: rangeOf(document, finding.span),
    severity: severityOf[finding.severity],
    code: finding.rule,
    source: diagnosticSource,
    message: finding.message,
    ...(client.codeDescription && { codeDescription: { href: pages.uriOf(finding.rule) } }),
    ...(client.unnecessaryTag && finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(client.relatedInformation &&
      finding.related.length > 0 && {
        relatedInformation: finding.related.map((related) => ({
          location: locationOf(document, related),
          message: related.message,
        })),
      }),
    ...(client.diagnosticData && { data }),
  };
}

export function rangeOf(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

function locationOf(document: TextDocument, { span, file }: RelatedFinding): Location {
  if (file === undefined) return { uri: document.uri, range: rangeOf(document, span) };
  const index = indexText(file.text);
  const range = { start: index.positionAt(span.start), end: index.positionAt(span.end) };
  return { uri: uriOfPath(file.path), range };
}

/** The data that we gave a diagnostic, as the editor sent it back. */
export function readDiagnosticData(data: unknown): DiagnosticData | undefined {
  if (!isRecord(data)) return undefined;
  const { id, version } = data;
  return typeof id === 'string' && typeof version === 'number' ? { id, version } : undefined;
}

/** In the order of the text again. */
function gravest(findings: readonly DocumentFinding[], count: number): readonly DocumentFinding[] {
  const rank = (finding: DocumentFinding) => severities.indexOf(finding.severity);
  const kept = new Set(findings.toSorted((a, b) => rank(a) - rank(b)).slice(0, count));
  return findings.filter((finding) => kept.has(finding));
}

function createCutNote(missing: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: diagnosticSource,
    message: `${missing} more findings of this file are not shown. The gravest are: solve them, or set rules that do not matter here to "off".`,
  };
}
