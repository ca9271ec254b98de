import assert from 'node:assert/strict';
import { selectionsIn } from '../../../server/src/features/selection/selection-spans.ts';
import { formatOf } from '../../../server/src/syntax/format.ts';
import { readFile } from '../../../server/src/syntax/read.ts';
import { readMarks } from '../../rules/support/marks.ts';

/**
 * What is selected from the cursor `<|>` on, from inside out, without the whole text. Of several lines the first and the
 * last are shown.
 */
export function selected(path: string, marked: string): readonly string[] {
  const { text, marks } = readMarks(marked);
  const [cursor] = marks;
  assert.ok(cursor, 'a cursor');
  const format = formatOf(path, undefined, text);
  const spans = selectionsIn(text, format && readFile(text, format))(cursor.start);
  assert.equal(spans.at(-1)?.end ?? 0, text.length);
  return spans.slice(0, -1).map(({ start, end }) => shorten(text.slice(start, end)));
}

function shorten(text: string): string {
  const lines = text.split(/\r?\n/);
  const [first = ''] = lines;
  return lines.length === 1 ? first : `${first} … ${lines.at(-1)?.trim()}`;
}
