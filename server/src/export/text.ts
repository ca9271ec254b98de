import type { TextPosition } from '../base/text-index.ts';
import { renderExcerpt } from './excerpt.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';
import type { FileReport, FindingReport, Summary } from './report.ts';

export interface TextOptions {
  readonly paint: Paint;
  /** Columns of the terminal; lines of the source are cut to it. */
  readonly width: number;
}

/** The findings of one file for people to read, each with its place underlined; empty where there are none. */
export function renderFile(file: FileReport, source: string, options: TextOptions): string {
  if (file.findings.length === 0) return '';
  // The same ends of lines as in LSP.
  const lines = source.split(/\r\n|\n|\r/);
  return file.findings.map((finding) => `${renderFinding(file.path, finding, lines, options).join('\n')}\n\n`).join('');
}

const margin = '  ';

function renderFinding(
  path: string,
  finding: FindingReport,
  lines: readonly string[],
  { paint, width }: TextOptions,
): readonly string[] {
  const { rule, severity, message, range, related, fixes } = finding;
  const excerpt = renderExcerpt(lines, range, { paint, tone: severity, width: width - margin.length });
  const place = paint('strong', placeOf(path, range.start));
  return [
    `${place} ${paint(severity, severity)} ${paint('strong', rule)}`,
    `${margin}${printable(message)}`,
    '',
    ...excerpt.map((row) => margin + row),
    '',
    ...related.map((each) => `${margin}see ${placeOf(each.path, each.range.start)}: ${printable(each.message)}`),
    ...fixes.map((fix) => `${margin}fix: ${printable(fix.title)}${fix.applicability === 'safe' ? ' (safe)' : ''}`),
    paint('faint', `${margin}help: rolechain rule ${rule}`),
  ];
}

/** As editors and terminals link it: line and column from 1. */
function placeOf(path: string, { line, character }: TextPosition): string {
  return `${printable(path)}:${line + 1}:${character + 1}`;
}

/** The last line: what was found in how many files. */
export function renderSummary(summary: Summary, unreadable: number, paint: Paint): string {
  const { files, errors, warnings, infos, hints } = summary;
  const counts = [
    errors > 0 ? paint('error', plural(errors, 'error')) : '',
    warnings > 0 ? paint('warning', plural(warnings, 'warning')) : '',
    infos > 0 ? paint('info', plural(infos, 'info')) : '',
    hints > 0 ? paint('hint', plural(hints, 'hint')) : '',
  ].filter((count) => count !== '');
  const found = counts.length === 0 ? 'Nothing found' : counts.join(', ');
  const checked = files === 0 ? 'No IAM policy or template to check' : `${found} in ${plural(files, 'file')}`;
  return `${checked}${unreadable > 0 ? `; ${plural(unreadable, 'path')} could not be read` : ''}.\n`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
