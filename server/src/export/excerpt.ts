import { type Cell, layOut, totalWidth } from './cells.ts';
import type { Paint, Tone } from './paint.ts';
import type { Range } from './report.ts';

export interface ExcerptOptions {
  readonly paint: Paint;
  /** Of the underline. */
  readonly tone: Tone;
  /** Columns that a line may take, its number included. */
  readonly width: number;
}

/** A range over more lines than this is shown by its first two and its last. */
const mostLines = 3;

/** The lines of the source that a range covers, each with its number and `^` under what is meant. */
export function renderExcerpt(lines: readonly string[], range: Range, options: ExcerptOptions): readonly string[] {
  const { paint, tone } = options;
  const marks = marksOf(lines, range);
  const digits = String(Math.max(...marks.map((mark) => mark.line + 1))).length;
  const room = Math.max(20, options.width - digits - ' | '.length);
  const rows: string[] = [];
  let before = marks[0]?.line ?? 0;
  for (const mark of marks) {
    if (mark.line > before + 1) rows.push(paint('faint', '...'));
    before = mark.line;
    const { text, underline } = showLine(lines[mark.line] ?? '', mark, room);
    rows.push(`${paint('faint', `${String(mark.line + 1).padStart(digits)} |`)} ${text}`.trimEnd());
    if (underline === '') continue;
    const indent = underline.length - underline.trimStart().length;
    const carets = underline.slice(0, indent) + paint(tone, underline.slice(indent));
    rows.push(`${paint('faint', `${' '.repeat(digits)} |`)} ${carets}`);
  }
  return rows;
}

/** What is meant in one line, in code units. */
interface Mark {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** A blank line inside the range: there is nothing to underline. */
  readonly blank: boolean;
}

/** The marked part of each line to show; where there are several, without the blanks at either side. */
function marksOf(lines: readonly string[], { start, end }: Range): readonly Mark[] {
  const last = end.line > start.line && end.character === 0 ? end.line - 1 : end.line;
  return linesToShow(start.line, last).map((line) => {
    const text = lines[line] ?? '';
    const from = line === start.line ? Math.min(start.character, text.length) : 0;
    const to = line === end.line ? Math.min(end.character, text.length) : text.length;
    if (start.line === last) return { line, from, to, blank: false };
    const marked = text.slice(from, to);
    const shift = marked.length - marked.trimStart().length;
    const width = marked.trim().length;
    return { line, from: from + shift, to: from + shift + width, blank: width === 0 };
  });
}

function linesToShow(first: number, last: number): readonly number[] {
  const count = last - first + 1;
  return count > mostLines ? [first, first + 1, last] : Array.from({ length: count }, (_, index) => first + index);
}

/** A line and its underline within `room` columns: where it is too long, the part around the mark. */
function showLine(line: string, mark: Mark, room: number): { readonly text: string; readonly underline: string } {
  // Of a long line only what can be seen is looked at: a minified template is one line with many findings.
  const from = beforePair(line, Math.max(0, mark.from - 4 * room));
  const to = beforePair(line, Math.min(line.length, Math.min(mark.to, mark.from + room) + 4 * room));
  const cells = layOut(line, from, to);
  const seen = pickWindow(cells, mark, room, from > 0, to < line.length);
  const text = seen.left + seen.cells.map((cell) => cell.shown).join('') + seen.right;
  if (mark.blank) return { text, underline: '' };
  const start = seen.cells.findIndex((cell) => cell.to > mark.from);
  const head = start < 0 ? seen.cells : seen.cells.slice(0, start);
  const marked = start < 0 ? [] : seen.cells.slice(start).filter((cell) => cell.from < mark.to);
  const columns = seen.left.length + totalWidth(head);
  return { text, underline: ' '.repeat(columns) + '^'.repeat(Math.max(1, totalWidth(marked))) };
}

/** The same offset, or one before it where it would cut a surrogate pair. */
function beforePair(line: string, offset: number): number {
  const code = line.charCodeAt(offset);
  return offset > 0 && code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

/** Cells that are seen, `…` standing for what is cut off at either side. */
interface Window {
  readonly cells: readonly Cell[];
  readonly left: '' | '…';
  readonly right: '' | '…';
}

/** The start of the line where the mark is in it, else the mark in the middle; never an empty end beside a cut start. */
function pickWindow(cells: readonly Cell[], mark: Mark, room: number, moreLeft: boolean, moreRight: boolean): Window {
  const total = totalWidth(cells);
  if (total <= room && !moreLeft && !moreRight) return { cells, left: '', right: '' };
  const markFrom = totalWidth(cells.filter((cell) => cell.to <= mark.from));
  const markTo = Math.max(markFrom + 1, totalWidth(cells.filter((cell) => cell.from < mark.to)));
  const fitsFromStart = !moreLeft && markTo < room;
  const around = Math.max(8, Math.floor((room - (markTo - markFrom)) / 2));
  const wanted = Math.min(markFrom - around, total + (moreRight ? 1 : 0) - (room - 1));
  const first = fitsFromStart ? 0 : Math.max(0, wanted);
  const left = first > 0 || moreLeft ? '…' : '';
  const seen: Cell[] = [];
  let column = 0;
  let width = left.length;
  let isCut = moreRight;
  for (const cell of cells) {
    const before = column;
    column += cell.width;
    if (before < first) continue;
    const spare = column === total && !moreRight ? 0 : 1;
    if (width + cell.width + spare > room) {
      isCut = true;
      break;
    }
    seen.push(cell);
    width += cell.width;
  }
  return { cells: seen, left, right: isCut ? '…' : '' };
}
