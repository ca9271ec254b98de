import { printable } from './printable.ts';

/** One character as a reader sees it, with its place in a line. */
export interface Cell {
  /** UTF-16 code units in the line, half open. */
  readonly from: number;
  readonly to: number;
  /** What is printed. */
  readonly shown: string;
  /** Columns of a terminal that it takes: 0, 1, 2, or up to `tabSize` for a tab. */
  readonly width: number;
}

const tabSize = 4;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The cells of a line's code units `from` to `to`. */
export function layOut(line: string, from: number, to: number): readonly Cell[] {
  const part = line.slice(from, to);
  // Most lines are plain; to find the characters of others takes a hundred times as long.
  if (/^[\x20-\x7e]*$/.test(part))
    return Array.from(part, (shown, index) => ({ from: from + index, to: from + index + 1, shown, width: 1 }));
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemes.segment(part)) {
    const width = segment === '\t' ? tabSize - (column % tabSize) : widthOf(segment);
    const shown = segment === '\t' ? ' '.repeat(width) : printable(segment);
    cells.push({ from: from + index, to: from + index + segment.length, shown, width });
    column += width;
  }
  return cells;
}

/** The columns that the cells take together. */
export function totalWidth(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function widthOf(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(grapheme)) return printable(grapheme) === grapheme ? 0 : 1;
  return isWide(code) || grapheme.includes('\ufe0f') ? 2 : 1;
}

/** Ranges of East Asian Width W and F that are in use, https://www.unicode.org/reports/tr11/, and pictographs. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x2614, 0x2615],
  [0x26a1, 0x26a1],
  [0x2705, 0x2705],
  [0x274c, 0x274c],
  [0x2753, 0x2755],
  [0x2757, 0x2757],
  [0x2b50, 0x2b50],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f1e6, 0x1f1ff],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return wide.some(([first, last]) => code >= first && code <= last);
}
