import type { Severity } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import { levelOf } from './sarif-result.ts';

/** A rule as SARIF has it; `page` is its page as Markdown. */
export function describeRule({ id, summary, severity, kinds }: Rule, page: string | undefined): object {
  const help = page === undefined ? `${summary}. Policies: ${kinds.join(', ')}.` : withoutComments(page);
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: `${summary}.` },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: levelOf(severity) },
    properties: { tags: ['aws', 'iam'], 'problem.severity': problemSeverity(severity), severity },
  };
}

/** GitHub's words. */
function problemSeverity(severity: Severity): 'error' | 'warning' | 'recommendation' {
  return severity === 'error' || severity === 'warning' ? severity : 'recommendation';
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The pages say in comments what their examples are; tests read that. */
function withoutComments(page: string): string {
  return page.replace(/^<!--.*-->\r?\n/gm, '').trim();
}
