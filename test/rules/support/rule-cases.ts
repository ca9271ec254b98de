import assert from 'node:assert/strict';
import type { Span } from '../../../server/src/base/span.ts';
import { indexText } from '../../../server/src/base/text-index.ts';
import type { Severity } from '../../../server/src/lint/finding.ts';
import type { KnownOrganizations } from '../../../server/src/lint/known-organizations.ts';
import type { PolicyKind } from '../../../server/src/policy/kind.ts';
import { rules } from '../../../server/src/rules/index.ts';
import type { DocumentFinding } from '../../../server/src/service/analysis.ts';
import { checkFixes } from './fixes.ts';
import type { ExpectedFinding, RuleCase } from './rule-case.ts';
import { findingsOf, type Subject, subjectsOf } from './subject.ts';

/**
 * Tests one rule by cases. A case given as a policy or a statement runs as a JSON policy, in a JSON template, in a
 * YAML template and as a string in a template, and the rule has to find the same in all of them.
 */
export function ruleCases(
  rule: string,
  suite: {
    readonly kind: PolicyKind;
    readonly organizations?: KnownOrganizations;
    readonly cases: readonly RuleCase[];
  },
): void {
  const { kind, cases, ...defaults } = suite;
  const severity = rules.find(({ id }) => id === rule)?.severity;
  if (severity === undefined) throw new Error(`There is no rule ${rule}.`);
  describe(rule, () => {
    for (const each of cases)
      for (const subject of subjectsOf({ ...defaults, ...each }, kind))
        it(subject.name, () => check(subject, rule, severity));
  });
}

function check(subject: Subject, rule: string, severity: Severity): void {
  const findings = findingsOf(subject, subject.text).filter((each) => each.rule === rule);
  const expected = subject.finds
    .map((each, index) => ({ ...each, span: markOf(subject, each.at ?? index), severity: each.severity ?? severity }))
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  assert.deepEqual(findings.map(showIn(subject)), expected.map(showIn(subject)));
  for (const [index, finding] of findings.entries()) {
    checkRelated(subject, finding, expected[index]);
    checkFixes(subject, finding, expected[index]?.fixes);
  }
}

function checkRelated(subject: Subject, { related }: DocumentFinding, expected: ExpectedFinding | undefined): void {
  if (expected?.related === undefined) return;
  const places = expected.related.map(({ at, message }) => ({ span: markOf(subject, at), message }));
  assert.deepEqual(related.map(showIn(subject)), places.map(showIn(subject)));
}

interface Place {
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
}

/** A line that a person can compare: where, what is underlined, what is said of it. */
function showIn({ text }: Subject): (place: Place) => string {
  const index = indexText(text);
  return ({ span, severity, message }) => {
    const { line, character } = index.positionAt(span.start);
    return [`${line + 1}:${character + 1}`, text.slice(span.start, span.end), severity ?? 'related', message].join(
      ' | ',
    );
  };
}

function markOf({ marks }: Subject, index: number): Span {
  const mark = marks[index];
  if (mark === undefined) throw new Error(`There is no mark number ${index}.`);
  return mark;
}
