import { longText } from '../base/long-text.ts';
import { configurationName } from '../lint/configuration.ts';
import { configureFiles } from '../lint/configuration-file.ts';
import { type ReadConfiguration, readConfiguration } from '../lint/configuration-read.ts';
import type { Severity } from '../lint/finding.ts';
import type { RuleSettings } from '../lint/run.ts';
import { rules } from '../rules/index.ts';
import { syntaxError } from '../rules/syntax-error.ts';
import { unknownConfiguration } from '../rules/unknown-configuration.ts';
import type { Analysis, AnalysisOptions } from './analysis.ts';
import { type DocumentFinding, sortFindings } from './place-findings.ts';

/** True for a file that is the configuration of its folder. The path is `/` separated. */
export function isConfigurationPath(path: string): boolean {
  return path === configurationName || path.endsWith(`/${configurationName}`);
}

/** Reads a configuration with the rules as they are. */
export function readOwnConfiguration(text: string): ReadConfiguration {
  return readConfiguration(text, { rules });
}

/**
 * What is wrong with a configuration. The severities that it gives rules hold for itself too; `options.rules` are those
 * of the editor.
 */
export function analyseConfiguration(
  text: string,
  options: Pick<AnalysisOptions, 'rules' | 'editorReportsSyntax'>,
  read: ReadConfiguration = readOwnConfiguration(text),
): Analysis {
  const own = configureFiles(read.configuration)(configurationName);
  const settings: RuleSettings = { ...options.rules, ...own.rules };
  const findings = [
    ...(options.editorReportsSyntax ? [] : read.syntaxProblems).map((each) => ({
      ...each,
      rule: syntaxError,
      fixes: [],
    })),
    ...read.problems.map((each) => ({ ...each, rule: unknownConfiguration })),
  ].flatMap(({ rule, span, message, fixes }, index): DocumentFinding[] => {
    const setting: Severity | 'off' = settings[rule.id] ?? rule.severity;
    if (setting === 'off') return [];
    return [{ id: `${rule.id}:${index}`, rule: rule.id, severity: setting, message, span, related: [], fixes }];
  });
  const shown = findings.filter((finding) => !own.suppressions.some((each) => each.rule === finding.rule));
  return {
    format: 'jsonc',
    recognised: true,
    policies: () => [],
    findings: sortFindings(shown),
    usedSuppressions: own.suppressions,
    source: longText(text),
    state: undefined,
  };
}
