import { groupBy } from '../base/group.ts';
import { hashText } from '../lint/baseline-hash.ts';
import type { Severity } from '../lint/finding.ts';
import type { FindingReport, FixReport } from './report.ts';
import { artifactOf, physicalLocation, regionOf } from './sarif-location.ts';

/** One finding as SARIF has it. */
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level: Level;
  readonly message: { readonly text: string };
  readonly locations: readonly object[];
  readonly relatedLocations?: readonly object[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly object[];
  readonly properties: { readonly severity: Severity };
}

export type Level = 'error' | 'warning' | 'note';

/** SARIF has no fourth level for hints; the result's `properties` tell them from infos. */
export function levelOf(severity: Severity): Level {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

/** `repetition`: the how manieth of its file it is that says the same, from 1. */
export function createResult(
  path: string,
  finding: FindingReport,
  ruleIndex: number | undefined,
  repetition: number,
): SarifResult {
  const { rule, severity, message, range, related } = finding;
  const fixes = finding.fixes.flatMap(createFix);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levelOf(severity),
    message: { text: message },
    locations: [{ physicalLocation: physicalLocation(path, range) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, index) => ({
        id: index + 1,
        physicalLocation: physicalLocation(each.path, each.range),
        message: { text: each.message },
      })),
    }),
    // Without line and column, so that the finding is known again when lines move.
    partialFingerprints: { 'rolechainFinding/v1': `${hashText(sayingOf(finding))}:${repetition}` },
    ...(fixes.length > 0 && { fixes }),
    properties: { severity },
  };
}

/** For each finding of a file, the how manieth it is that says the same, from 1. */
export function repetitionsIn(findings: readonly FindingReport[]): readonly number[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const saying = sayingOf(finding);
    const count = (counts.get(saying) ?? 0) + 1;
    counts.set(saying, count);
    return count;
  });
}

function sayingOf({ rule, message }: FindingReport): string {
  return `${rule}\n${message}`;
}

function createFix({ title, applicability, edits }: FixReport): readonly object[] {
  if (edits.length === 0) return [];
  const note = applicability === 'safe' ? '' : ' (a suggestion: look at what it changes before you take it)';
  const artifactChanges = [...groupBy(edits, (edit) => edit.path)].map(([path, changes]) => ({
    artifactLocation: artifactOf(path),
    replacements: changes.map(({ range, newText }) => ({
      deletedRegion: regionOf(range),
      insertedContent: { text: newText },
    })),
  }));
  return [{ description: { text: `${title}${note}` }, artifactChanges, properties: { applicability } }];
}
