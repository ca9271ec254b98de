import { type Severity, severities } from '../lint/finding.ts';
import { plainPaint } from './paint.ts';
import { printable } from './printable.ts';
import type { CheckReport, FindingReport, Range } from './report.ts';
import { renderSummary } from './text.ts';

/** Of each type of annotation GitHub shows so many of one step. */
const shownOfType = 10;

type AnnotationType = 'error' | 'warning' | 'notice';

interface Placed {
  readonly path: string;
  readonly finding: FindingReport;
}

/**
 * The report as GitHub Actions reads it from a step's output: an annotation for each finding, the gravest first, then
 * all of them as a folded list, and one line of counts.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function renderGithub({ files, unreadable, summary }: CheckReport): string {
  const all = files.flatMap(({ path, findings }): Placed[] => findings.map((finding) => ({ path, finding })));
  const sorted = severities.flatMap((severity) => all.filter(({ finding }) => finding.severity === severity));
  const lines = [
    ...sorted.map(renderAnnotation),
    ...(sorted.length > 0 ? ['::group::All findings', ...sorted.map(renderLine), '::endgroup::'] : []),
    `${renderSummary(summary, unreadable.length, plainPaint)}${describeCut(sorted)}`,
  ];
  return lines.join('\n');
}

/**
 * The text of GitHub's command for one annotation. Columns are told only within one line: GitHub takes no others.
 */
function renderAnnotation({ path, finding }: Placed): string {
  const { rule, severity, message, range } = finding;
  const properties = { file: path, ...placeOf(range), title: rule };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${typeOf(severity)} ${written.join(',')}::${escapeData(printable(message))}`;
}

/** From 1, the last line and column included. */
function placeOf({ start, end }: Range): Readonly<Record<string, number>> {
  const line = start.line + 1;
  const endLine = end.character === 0 && end.line > start.line ? end.line : end.line + 1;
  if (line !== endLine) return { line, endLine };
  const col = start.character + 1;
  return { line, endLine, col, endColumn: end.line > start.line ? col : Math.max(col, end.character) };
}

function typeOf(severity: Severity): AnnotationType {
  return severity === 'error' || severity === 'warning' ? severity : 'notice';
}

/** A line of the log that no runner takes for a command, whatever is in it. */
function renderLine({ path, finding: { rule, severity, message, range } }: Placed): string {
  const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
  return `- ${printable(`${place} ${severity} ${rule}: ${message}`).replaceAll('##[', '## [')}`;
}

function describeCut(placed: readonly Placed[]): string {
  const counts = new Map<AnnotationType, number>();
  for (const { finding } of placed) {
    const type = typeOf(finding.severity);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const isCut = [...counts.values()].some((count) => count > shownOfType);
  return isCut ? `GitHub shows ${shownOfType} annotations of each type; the list above has all findings.\n` : '';
}

/** As in GitHub's own toolkit, `packages/core/src/command.ts`. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
