import { type Severity, severities } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import type { CheckReport, FileReport, FindingReport, Unreadable } from './report.ts';
import { artifactOf, sourceRoot } from './sarif-location.ts';
import { createResult, levelOf, repetitionsIn, type SarifResult } from './sarif-result.ts';
import { describeRule } from './sarif-rule.ts';

/** GitHub shows no more results of one upload; the gravest are kept. */
export const mostResults = 5000;

export interface SarifOptions {
  /** Of this package. */
  readonly version: string;
  /** All that ran. */
  readonly rules: readonly Rule[];
  /** A rule's page as Markdown, where it is installed. */
  readonly pageOf: (rule: string) => string | undefined;
  /** False where something that was to be checked was not. */
  readonly isComplete: boolean;
}

/**
 * The report as SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, with what GitHub code
 * scanning asks for: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function renderSarif(report: CheckReport, options: SarifOptions): string {
  const { version, rules, pageOf, isComplete } = options;
  const { kept, leftOut } = keepGravest(placeFindings(report.files, rules));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Role Chain',
            version,
            semanticVersion: version,
            rules: rules.map((rule) => describeRule(rule, pageOf(rule.id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [sourceRoot]: { description: { text: 'The folder in which rolechain ran.' } },
        },
        artifacts: report.files.map((file) => ({
          location: artifactOf(file.path),
          sourceLanguage: file.format === 'yaml' ? 'yaml' : 'json',
        })),
        invocations: [
          {
            executionSuccessful: isComplete,
            toolExecutionNotifications: [...report.unreadable.map(notifyUnreadable), ...notifyLeftOut(leftOut)],
          },
        ],
        results: kept,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

interface Placed {
  readonly severity: Severity;
  readonly result: SarifResult;
}

function placeFindings(files: readonly FileReport[], rules: readonly Rule[]): readonly Placed[] {
  const ruleIndices = new Map(rules.map(({ id }, index) => [id, index]));
  return files.flatMap((file) => {
    const repetitions = repetitionsIn(file.findings);
    return file.findings.map((finding: FindingReport, index) => ({
      severity: finding.severity,
      result: createResult(file.path, finding, ruleIndices.get(finding.rule), repetitions[index] ?? 1),
    }));
  });
}

/** In the order of the files; where there are too many, without the least grave. */
function keepGravest(placed: readonly Placed[]): {
  readonly kept: readonly SarifResult[];
  readonly leftOut: number;
} {
  const byGravity = severities.flatMap((severity) => placed.filter((each) => each.severity === severity));
  const kept = new Set(byGravity.slice(0, mostResults));
  const results = placed.filter((each) => kept.has(each)).map(({ result }) => result);
  return { kept: results, leftOut: placed.length - results.length };
}

function notifyUnreadable({ path, message }: Unreadable): object {
  return {
    level: levelOf('error'),
    message: { text: `Cannot be read: ${message}` },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(path) } }],
  };
}

function notifyLeftOut(count: number): readonly object[] {
  if (count === 0) return [];
  const text = `Only the ${mostResults} gravest results are here; ${count} more were found.`;
  return [{ level: levelOf('warning'), message: { text } }];
}
