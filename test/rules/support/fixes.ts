import assert from 'node:assert/strict';
import { applyChanges, hasPlaceholders } from '../../../server/src/edit/change.ts';
import type { DocumentFinding, DocumentFix } from '../../../server/src/service/analysis.ts';
import type { ExpectedFix } from './rule-case.ts';
import { findingsOf, type Subject } from './subject.ts';

/**
 * Applies every fix of a finding: afterwards the text is well-formed, the finding is gone and nothing else is found
 * that was not there before, but for what is expected and placeholders that the fix leaves to fill. Compares the
 * results where some are expected.
 */
export function checkFixes(
  subject: Subject,
  finding: DocumentFinding,
  expected: readonly ExpectedFix[] | undefined,
): void {
  if (expected !== undefined)
    assert.deepEqual(
      finding.fixes.map(({ title }) => title),
      expected.map(({ title }) => title),
    );
  for (const [index, fix] of finding.fixes.entries()) checkFix(subject, finding, fix, expected?.[index]);
}

function checkFix(
  subject: Subject,
  finding: DocumentFinding,
  fix: DocumentFix,
  expected: ExpectedFix | undefined,
): void {
  const changes = fix.changes();
  const result = typeof expected?.result === 'function' ? expected.result(subject.form) : expected?.result;
  if (result === null) assert.equal(changes, undefined, `${fix.title}: can be written`);
  else if (result !== undefined) assert.ok(changes, `${fix.title}: cannot be written`);
  if (expected?.applicability !== undefined) assert.equal(fix.applicability, expected.applicability);
  if (changes === undefined) return;
  const changed = applyChanges(subject.text, changes);
  const before = findingsOf(subject, subject.text).map(keyOf);
  const after = findingsOf(subject, changed).filter(
    ({ rule }) => !(rule === 'unfilled-placeholder' && hasPlaceholders(changes)),
  );
  const remaining = withoutFirst(before, keyOf(finding));
  const brought = after.filter((each) => !remaining.includes(keyOf(each)));
  assert.deepEqual(
    brought.map(({ rule }) => rule),
    expected?.brings ?? [],
    `${fix.title}: what is found after it\n${changed}`,
  );
  if (result !== undefined && result !== null) subject.assertResult(changed, result);
}

function keyOf({ rule, message }: DocumentFinding): string {
  return `${rule}: ${message}`;
}

function withoutFirst(items: readonly string[], item: string): readonly string[] {
  const index = items.indexOf(item);
  return items.filter((_, at) => at !== index);
}
