import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from '../lint/rule.ts';
import { rules } from '../rules/index.ts';
import type { ExitCode } from './check.ts';
import { renderMarkdown } from './markdown.ts';
import { nearest } from './nearest.ts';
import { packageFolder } from './package-folder.ts';
import type { Terminal } from './terminal.ts';

/** Prints the page of a rule. */
export function explainRule(id: string, { print, note, paint }: Terminal): ExitCode {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) {
    const guesses = nearest(
      id,
      rules.map((each) => each.id),
    );
    const hint = guesses.length > 0 ? `did you mean ${guesses.join(' or ')}?` : 'see "rolechain rules".';
    note(`There is no rule "${id}"; ${hint}`);
    return 2;
  }
  print(renderMarkdown(readRulePage(id) ?? shortPage(rule), paint));
  return 0;
}

/** Prints one line for each rule: id, severity, summary. */
export function listRules({ print, paint }: Terminal): ExitCode {
  const idWidth = Math.max(...rules.map((rule) => rule.id.length));
  for (const { id, severity, summary } of rules)
    print(
      `${paint('strong', id.padEnd(idWidth))}  ${paint(severity, severity.padEnd('warning'.length))}  ${summary}\n`,
    );
  return 0;
}

/** The page of a rule as Markdown; undefined where it is not installed beside us. */
export function readRulePage(id: string): string | undefined {
  try {
    return readFileSync(path.join(packageFolder, 'docs', 'rules', `${id}.md`), 'utf8');
  } catch {
    return undefined;
  }
}

/** What the rule says of itself, should its page not have been installed beside us. */
function shortPage({ id, summary, severity, kinds }: Rule): string {
  return `# ${id}\n\n${summary}.\n\nSeverity: ${severity}. Policies: ${kinds.join(', ')}.\n`;
}
