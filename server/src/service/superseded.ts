import type { Span } from '../base/span.ts';
import { indexSpans } from '../base/span-index.ts';
import { rules } from '../rules/index.ts';
import type { DocumentFinding } from './place-findings.ts';

/** Leaves out what another finding of the same place says better: see `Rule.supersedes`. */
export function withoutSuperseded(findings: readonly DocumentFinding[]): readonly DocumentFinding[] {
  const better = findings.filter(({ rule }) => superseded.has(rule));
  if (better.length === 0) return findings;
  const places = new Map<string, Span[]>();
  for (const { rule, span } of better)
    for (const worse of superseded.get(rule) ?? []) {
      const known = places.get(worse) ?? [];
      known.push(span);
      places.set(worse, known);
    }
  const indices = new Map([...places].map(([rule, spans]) => [rule, indexSpans(spans)]));
  return findings.filter(({ rule, span }) => indices.get(rule)?.holds(span) !== true);
}

const superseded: ReadonlyMap<string, readonly string[]> = new Map(
  rules.flatMap(({ id, supersedes }) => (supersedes ? [[id, supersedes] as const] : [])),
);
