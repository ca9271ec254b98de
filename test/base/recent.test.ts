import assert from 'node:assert/strict';
import { oncePerText } from '../../server/src/base/recent.ts';

describe('what is kept of texts that are asked again', () => {
  function counting(most: number) {
    const asked: string[] = [];
    const lengthOf = oncePerText(most, (text) => {
      asked.push(text);
      return text.length;
    });
    return { asked, lengthOf };
  }

  it('works each answer out once', () => {
    const { asked, lengthOf } = counting(2);
    assert.deepEqual(['aa', 'b', 'aa', 'b'].map(lengthOf), [2, 1, 2, 1]);
    assert.deepEqual(asked, ['aa', 'b']);
  });

  it('forgets what was not asked while many others came, and keeps what was', () => {
    const { asked, lengthOf } = counting(2);
    for (const text of ['kept', 'once', 'third', 'kept', 'fourth', 'fifth', 'kept', 'once']) lengthOf(text);
    assert.deepEqual(asked, ['kept', 'once', 'third', 'fourth', 'fifth', 'once']);
  });

  it('keeps nothing of what is very long', () => {
    const { asked, lengthOf } = counting(2);
    const long = 'x'.repeat(301);
    assert.deepEqual([long, long].map(lengthOf), [301, 301]);
    assert.equal(asked.length, 2);
  });
});
