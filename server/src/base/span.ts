/** A range of UTF-16 code units, half open: `start` is in it, `end` is not. What it counts from is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True when the position stands in the span or at either of its ends, as an editor's cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True when both spans share a character, or one of them is empty and touches the other. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The same span counted from another origin. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
