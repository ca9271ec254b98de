import type { Span } from './span.ts';

/** Many spans, asked about without a look at each of them. */
export interface SpanIndex {
  /** One of them holds all of this one. */
  readonly holds: (span: Span) => boolean;
  /** One of them has a character in common with this one. */
  readonly overlaps: (span: Span) => boolean;
}

export function indexSpans(spans: readonly Span[]): SpanIndex {
  const starts = spans.map(({ start }) => start);
  const isSorted = starts.every((start, index) => index === 0 || (starts[index - 1] ?? 0) <= start);
  const sorted = isSorted ? spans : spans.toSorted((one, other) => one.start - other.start);
  /** How far those reach that begin no later. */
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(reach.at(-1) ?? -1, end));
  /** How far those reach of which the start is below the limit. */
  const reachOf = (limit: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < limit) low = middle + 1;
      else high = middle;
    }
    return reach[low - 1] ?? -1;
  };
  return {
    holds: ({ start, end }) => reachOf(start + 1) >= end,
    overlaps: ({ start, end }) => reachOf(end) > start,
  };
}
