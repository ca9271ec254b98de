import { overlaps } from '../base/span.ts';
import type { TextChange } from '../edit/change.ts';
import type { DocumentFinding, DocumentFix } from '../service/analysis.ts';

/**
 * The changes of all safe fixes that get along with each other, in the order of the text: one fix of a finding; of two
 * fixes that touch the same place the first, so that the other can be applied to what then stands there.
 */
export function collectSafeChanges(findings: readonly DocumentFinding[]): readonly TextChange[] {
  const taken: TextChange[] = [];
  for (const finding of findings) {
    const changes = chooseSafeFix(finding)?.changes() ?? [];
    const isFree = changes.every((change) => !taken.some((other) => overlaps(other.span, change.span)));
    if (isFree) taken.push(...changes);
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}

function chooseSafeFix({ fixes }: DocumentFinding): DocumentFix | undefined {
  const safe = fixes.filter((fix) => fix.applicability === 'safe');
  return safe.find((fix) => fix.preferred) ?? safe[0];
}
