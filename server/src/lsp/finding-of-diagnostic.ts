import type { Diagnostic, Position, Range } from 'vscode-languageserver/node';
import { overlaps } from '../base/span.ts';
import type { DocumentFinding } from '../service/analysis.ts';
import { diagnosticSource, rangeOf, readDiagnosticData } from './diagnostics.ts';
import type { Analysed } from './session.ts';

/** A finding that the editor asks about, with its own copy of the diagnostic where it sent one. */
export interface Asked {
  readonly finding: DocumentFinding;
  readonly diagnostic?: Diagnostic;
}

/**
 * The findings behind the editor's diagnostics, found again by rule and place where the document is newer than they
 * are. An editor that sends none of ours asks for whatever stands in the range.
 */
export function findAsked(analysed: Analysed, diagnostics: readonly Diagnostic[], range: Range): readonly Asked[] {
  const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
  if (ours.length === 0) return findInRange(analysed, range);
  return ours.flatMap((diagnostic) => {
    const finding = findById(analysed, diagnostic) ?? findByPlace(analysed, diagnostic);
    return finding === undefined ? [] : { finding, diagnostic };
  });
}

function findInRange({ document, analysis }: Analysed, range: Range): readonly Asked[] {
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return analysis.findings.filter((finding) => overlaps(finding.span, span)).map((finding) => ({ finding }));
}

function findById({ version, analysis }: Analysed, { data }: Diagnostic): DocumentFinding | undefined {
  const known = readDiagnosticData(data);
  if (known?.version !== version) return undefined;
  return analysis.findings.find((finding) => finding.id === known.id);
}

function findByPlace({ document, analysis }: Analysed, { code, range }: Diagnostic): DocumentFinding | undefined {
  return analysis.findings.find((finding) => finding.rule === code && areEqual(rangeOf(document, finding.span), range));
}

function areEqual(a: Range, b: Range): boolean {
  return isSame(a.start, b.start) && isSame(a.end, b.end);
}

function isSame(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}
