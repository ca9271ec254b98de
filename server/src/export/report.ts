import type { Span } from '../base/span.ts';
import { indexText, type TextIndex, type TextPosition } from '../base/text-index.ts';
import { plainText } from '../edit/change.ts';
import type { Severity } from '../lint/finding.ts';
import type { PolicyKind } from '../policy/kind.ts';
import type { Analysis, DocumentFinding } from '../service/analysis.ts';
import type { Format } from '../syntax/fragment.ts';

/** As in LSP. */
export interface Range {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** What `rolechain check --format json` prints. Tools of others read it: a change of shape is a new `version`. */
export interface CheckReport {
  readonly version: 1;
  /** Every file that holds a policy or is a template, with or without findings. */
  readonly files: readonly FileReport[];
  readonly unreadable: readonly Unreadable[];
  readonly summary: Summary;
}

export interface FileReport {
  /** Relative to the working directory, separated by `/`. */
  readonly path: string;
  readonly format: Format;
  readonly policies: readonly { readonly kind: PolicyKind; readonly range: Range }[];
  readonly findings: readonly FindingReport[];
}

export interface FindingReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  readonly fixes: readonly FixReport[];
}

export interface FixReport {
  readonly title: string;
  readonly applicability: 'safe' | 'suggestion';
  readonly edits: readonly { readonly path: string; readonly range: Range; readonly newText: string }[];
}

/** A path that was to be checked and could not be. */
export interface Unreadable {
  readonly path: string;
  readonly message: string;
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** Of so many findings of a file the fixes are worked out, each of which reads the text around it; of more, none. */
export const mostWithFixes = 1_000;

/**
 * The analysis of one file with places as lines and characters. Fixes that cannot be written are left out. `show` gives
 * the path of another file as it is shown.
 */
export function reportFile(
  path: string,
  analysis: Analysis,
  show: (path: string) => string = (each) => each,
): FileReport {
  const index = indexText(analysis.source.whole());
  const rangeOf = (span: Span) => rangeAt(index, span);
  const reportFinding = (finding: DocumentFinding, number: number): FindingReport => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: rangeOf(finding.span),
    related: finding.related.map(({ span, message, file }) => ({
      path: file === undefined ? path : show(file.path),
      range: file === undefined ? rangeOf(span) : rangeIn(file.text, span),
      message,
    })),
    fixes: (number < mostWithFixes ? finding.fixes : []).flatMap(({ title, applicability, changes }) => {
      const edits = changes()?.map((change) => ({ path, range: rangeOf(change.span), newText: plainText(change) }));
      return edits === undefined ? [] : [{ title, applicability, edits }];
    }),
  });
  return {
    path,
    format: analysis.format,
    policies: analysis.policies().map(({ kind, span }) => ({ kind, range: rangeOf(span) })),
    findings: analysis.findings.map(reportFinding),
  };
}

function rangeIn(text: string, span: Span): Range {
  return rangeAt(indexText(text), span);
}

function rangeAt(index: TextIndex, { start, end }: Span): Range {
  return { start: index.positionAt(start), end: index.positionAt(end) };
}

/** All files together. */
export function reportCheck(files: readonly FileReport[], unreadable: readonly Unreadable[]): CheckReport {
  return { version: 1, files, unreadable, summary: summarise(files) };
}

/** How many findings of each severity. */
export function summarise(files: readonly FileReport[]): Summary {
  const count = (severity: Severity) =>
    files.reduce((sum, file) => sum + file.findings.filter((finding) => finding.severity === severity).length, 0);
  return {
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
  };
}
