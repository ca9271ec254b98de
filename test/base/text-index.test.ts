import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexText } from '../../server/src/base/text-index.ts';

describe('text index', () => {
  it('counts LF, CRLF and a lone CR as line breaks', () => {
    const index = indexText('a\nbc\r\nd\re');
    assert.equal(index.lineCount, 4);
    assert.deepEqual(index.positionAt(2), { line: 1, character: 0 });
    assert.deepEqual(index.positionAt(6), { line: 2, character: 0 });
    assert.deepEqual(index.positionAt(8), { line: 3, character: 0 });
    assert.equal(index.offsetAt({ line: 2, character: 1 }), 7);
  });

  it('counts in UTF-16 code units', () => {
    const index = indexText('😀x\ny');
    assert.deepEqual(index.positionAt(2), { line: 0, character: 2 });
    assert.deepEqual(index.positionAt(4), { line: 1, character: 0 });
  });

  it('keeps a character beyond its line before the line break', () => {
    const index = indexText('ab\r\ncd\nef');
    assert.equal(index.offsetAt({ line: 0, character: 9 }), 2);
    assert.equal(index.offsetAt({ line: 1, character: 9 }), 6);
    assert.equal(index.offsetAt({ line: 2, character: 9 }), 9);
    assert.equal(index.offsetAt({ line: 7, character: 0 }), 9);
    assert.equal(index.offsetAt({ line: -1, character: 4 }), 0);
  });

  it('clamps offsets to the text', () => {
    const index = indexText('ab\n');
    assert.deepEqual(index.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(index.positionAt(99), { line: 1, character: 0 });
  });

  it('has one line for an empty text', () => {
    assert.equal(indexText('').lineCount, 1);
  });

  it('goes there and back at every offset that is not inside a CRLF', () => {
    const text = fc.array(fc.constantFrom('a', '😀', '\n', '\r\n', '\r', ' ')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (value) => {
        const index = indexText(value);
        for (let offset = 0; offset <= value.length; offset++) {
          if (value[offset - 1] === '\r' && value[offset] === '\n') continue;
          assert.equal(index.offsetAt(index.positionAt(offset)), offset);
        }
      }),
    );
  });
});
