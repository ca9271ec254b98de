import { type Span, touches } from '../../base/span.ts';

/**
 * Of spans, the surest first, those that hold the offset, each within the next, from the smallest to the largest. One
 * that crosses a surer one is left out, and so is what is empty or there already.
 */
export function nestSpans(spans: readonly Span[], offset: number): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    if (span.end <= span.start || !touches(span, offset)) continue;
    if (kept.every((each) => areNested(each, span))) kept.push(span);
  }
  return kept.toSorted((a, b) => a.end - a.start - (b.end - b.start));
}

/** One is in the other and they are not the same. */
function areNested(a: Span, b: Span): boolean {
  if (a.start === b.start) return a.end !== b.end;
  return a.start < b.start ? b.end <= a.end : a.end <= b.end;
}
