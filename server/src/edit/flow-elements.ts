import type { Span } from '../base/span.ts';
import type { TextChange } from './change.ts';
import { join } from './flow-text.ts';
import type { Layout, Spread } from './layout.ts';
import { indentationAt, lineStart, nextLine, previousLineEnd, restOfLine, skipTrivia, startsLine } from './scan.ts';
import type { Surface } from './surface.ts';
import type { Text } from './writable.ts';

/** The properties or items between a pair of brackets, as spans of the surface. */
export interface FlowElements {
  /** With the brackets. */
  readonly container: Span;
  readonly spans: readonly Span[];
}

/** The new elements, without commas, for lines with that indentation; undefined where the place cannot say them. */
export type RenderElements = (indent: string, spread: Spread) => readonly Text[] | undefined;

/** Puts new elements before the one at `index`. There is at least one element already. */
export function insertInFlow(
  surface: Surface,
  layout: Layout,
  elements: FlowElements,
  index: number,
  render: RenderElements,
): readonly TextChange[] | undefined {
  const previous = elements.spans[index - 1];
  const neighbours = previous ? [previous, ...elements.spans] : elements.spans;
  const ownLine = neighbours.find((span) => startsLine(surface.text, span.start));
  return ownLine
    ? insertLines(surface, elements, index, indentationAt(surface.text, ownLine.start), render)
    : insertInline(surface, layout, elements, index, render);
}

function insertInline(
  { text }: Surface,
  layout: Layout,
  { spans }: FlowElements,
  index: number,
  render: RenderElements,
): readonly TextChange[] | undefined {
  const previous = spans[index - 1];
  const neighbour = previous ?? spans[index];
  if (!neighbour) return undefined;
  // `[{` and `}, {` on one line each, the elements between them on several.
  const spread = text.slice(neighbour.start, neighbour.end).includes('\n') ? 'lines' : 'inline';
  const texts = render(indentationAt(text, neighbour.start), spread);
  if (!texts) return undefined;
  const gap = spans[1] && text.slice(spans[0]?.end, spans[1].start);
  const comma = gap && /^,[ \t]*$/.test(gap) ? gap : layout.comma;
  const body = join(texts, comma);
  return previous
    ? [{ span: { start: previous.end, end: previous.end }, parts: [comma, ...body] }]
    : [{ span: { start: neighbour.start, end: neighbour.start }, parts: [...body, comma] }];
}

function insertLines(
  surface: Surface,
  { spans }: FlowElements,
  index: number,
  indent: string,
  render: RenderElements,
): readonly TextChange[] | undefined {
  const { text, comment } = surface;
  const texts = render(indent, 'lines');
  if (!texts) return undefined;
  const newLine = surface.eol + indent;
  const body = join(texts, `,${newLine}`);
  const previous = spans[index - 1];
  const next = spans[index];
  if (!previous) {
    if (!next) return undefined;
    const gap = startsLine(text, next.start) ? `,${newLine}` : ', ';
    return [insertion(next.start, [...body, gap])];
  }
  const comma = commaAfter(surface, previous.end);
  if (comma === undefined) {
    const at = restOfLine(text, previous.end, comment) ?? previous.end;
    return [insertion(previous.end, [',']), insertion(at, [newLine, ...body])];
  }
  const at = restOfLine(text, comma + 1, comment) ?? comma + 1;
  return [insertion(at, [newLine, ...body, ','])];
}

/** Takes the element away with its comma, its line where it has one, and the comment at the end of that line. */
export function removeFromFlow(
  surface: Surface,
  { container, spans }: FlowElements,
  index: number,
): readonly TextChange[] | undefined {
  const { text, comment } = surface;
  const span = spans[index];
  if (!span) return undefined;
  const previous = spans[index - 1];
  const next = spans[index + 1];
  const comma = commaAfter(surface, span.end);
  const end = comma === undefined ? span.end : comma + 1;
  const inside = { start: container.start + 1, end: container.end - 1 };
  const isBare = () => !(text.slice(inside.start, span.start) + text.slice(end, inside.end)).trim();
  if (spans.length === 1 && isBare()) return [deletion(inside)];

  const previousComma = previous && commaAfter(surface, previous.end);
  const lineTail = restOfLine(text, end, comment);
  if (startsLine(text, span.start) && lineTail !== undefined) {
    if (comma !== undefined || previousComma === undefined) {
      return [deletion({ start: lineStart(text, span.start), end: nextLine(text, lineTail) })];
    }
    const line = { start: previousLineEnd(text, span.start), end: lineTail };
    return [deletion({ start: previousComma, end: previousComma + 1 }), deletion(line)];
  }
  if (next) return [deletion({ start: span.start, end: next.start })];
  if (previousComma === undefined) return [deletion({ start: span.start, end })];
  const isClean = !text.slice(previousComma + 1, span.start).trim();
  if (isClean) return [deletion({ start: previousComma, end: span.end })];
  return [deletion({ start: previousComma, end: previousComma + 1 }), deletion(span)];
}

function commaAfter({ text, comment }: Surface, offset: number): number | undefined {
  const at = skipTrivia(text, offset, comment);
  return text[at] === ',' ? at : undefined;
}

function insertion(at: number, parts: Text): TextChange {
  return { span: { start: at, end: at }, parts };
}

function deletion(span: Span): TextChange {
  return { span, parts: [] };
}
