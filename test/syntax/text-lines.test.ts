import assert from 'node:assert/strict';
import { lineEnd, lineStart } from '../../server/src/syntax/text-lines.ts';

describe('lines of a text', () => {
  it('begin behind a line break, also where the text begins with one', () => {
    const text = '\na\r\nb';
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((offset) => lineStart(text, offset)),
      [0, 1, 1, 1, 4, 4],
    );
    assert.deepEqual(
      [0, 1, 4].map((offset) => lineEnd(text, offset)),
      [0, 2, 5],
    );
  });
});
