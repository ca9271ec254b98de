import { version } from '../../../package.json';
import { renderGithub } from '../export/github.ts';
import type { CheckReport } from '../export/report.ts';
import { renderSarif } from '../export/sarif.ts';
import { renderSummary } from '../export/text.ts';
import { rules } from '../rules/index.ts';
import type { ReportFormat } from './arguments.ts';
import { readRulePage } from './rule-pages.ts';
import type { Terminal } from './terminal.ts';

/**
 * What is printed once all files are checked: for people only the summary, since they have seen the findings of each
 * file before. `isComplete`: all that was to be checked was checked.
 */
export function renderReport(
  format: ReportFormat,
  report: CheckReport,
  isComplete: boolean,
  { paint }: Pick<Terminal, 'paint'>,
): string {
  switch (format) {
    case 'text':
      return renderSummary(report.summary, report.unreadable.length, paint);
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'sarif':
      return renderSarif(report, { version, rules, pageOf: readRulePage, isComplete });
    case 'github':
      return renderGithub(report);
    default:
      return format satisfies never;
  }
}
