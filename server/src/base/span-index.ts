import type { Span } from './span.ts';
import { lastAtOrBefore } from './text-index.ts';

/** Many spans, asked about without a look at each of them. */
export interface SpanIndex {
  /** One of them holds all of this one. */
  readonly holds: (span: Span) => boolean;
  /** One of them has a character in common with this one. */
  readonly overlaps: (span: Span) => boolean;
}

export function indexSpans(spans: readonly Span[]): SpanIndex {
  const sorted = spans.toSorted((one, other) => one.start - other.start);
  const starts = sorted.map(({ start }) => start);
  /** How far those reach that begin no later. */
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(reach.at(-1) ?? -1, end));
  /** How far those reach of which the start is below the limit. */
  const reachOf = (limit: number): number => {
    const last = lastAtOrBefore(starts, limit - 1);
    return (starts[last] ?? limit) < limit ? (reach[last] ?? -1) : -1;
  };
  return {
    holds: ({ start, end }) => reachOf(start + 1) >= end,
    overlaps: ({ start, end }) => reachOf(end) > start,
  };
}
