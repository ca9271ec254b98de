import { type TextChange, tidy } from './change.ts';
import type { Changes } from './place.ts';
import { lineStart, previousLineEnd } from './scan.ts';
import type { Surface } from './surface.ts';

/**
 * Several changes of a surface as one edit. Lines that are removed right before what is put behind them give up the line
 * break before instead of the one behind. Undefined where one of them is, or where they are about the same text.
 */
export function joinChanges(surface: Surface, all: readonly Changes[]): Changes {
  const changes: TextChange[] = [];
  for (const each of all) {
    if (each === undefined) return undefined;
    changes.push(...each);
  }
  const points = changes.filter(({ span }) => span.start === span.end).map(({ span }) => span.start);
  // What is put in where something begins to be removed stands before that.
  const moved = changes
    .map((change) => clearOf(surface, change, points))
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const joined = tidy(moved);
  return joined.every(({ span }, index) => span.start >= (joined[index - 1]?.span.end ?? 0)) ? joined : undefined;
}

function clearOf({ text }: Surface, change: TextChange, points: readonly number[]): TextChange {
  const { start, end } = change.span;
  const point = points.find((each) => start < each && each < end);
  const isLineBreakBehind = point !== undefined && /^\r?\n$/.test(text.slice(point, end));
  if (!isLineBreakBehind || start === 0 || lineStart(text, start) !== start) return change;
  return { ...change, span: { start: previousLineEnd(text, start), end: point } };
}
