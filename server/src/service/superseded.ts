import type { Span } from '../base/span.ts';
import { rules } from '../rules/index.ts';
import type { DocumentFinding } from './place-findings.ts';

/** Leaves out what another finding of the same place says better: see `Rule.supersedes`. */
export function withoutSuperseded(findings: readonly DocumentFinding[]): readonly DocumentFinding[] {
  const better = findings.filter(({ rule }) => superseded.has(rule));
  if (better.length === 0) return findings;
  const covers = (one: Span, other: Span) => one.start <= other.start && other.end <= one.end;
  return findings.filter(
    ({ rule, span }) => !better.some((each) => superseded.get(each.rule)?.includes(rule) && covers(each.span, span)),
  );
}

const superseded: ReadonlyMap<string, readonly string[]> = new Map(
  rules.flatMap(({ id, supersedes }) => (supersedes ? [[id, supersedes] as const] : [])),
);
