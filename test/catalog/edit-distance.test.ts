import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../server/src/catalog/edit-distance.ts';
import { fullEditDistance } from './support/full-edit-distance.ts';

describe('edit distance', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['lambda', 'lambda', 0],
    ['lamda', 'lambda', 1],
    ['labmda', 'lambda', 1],
    ['lambdaa', 'lambda', 1],
    ['limbda', 'lambda', 1],
    ['kitten', 'sitting', 3],
    ['ba', 'ab', 1],
    ['ca', 'abc', 3],
  ];
  for (const [left, right, distance] of cases) {
    it(`is ${distance} from ${JSON.stringify(left)} to ${JSON.stringify(right)}`, () => {
      assert.equal(editDistance(left, right, 3), distance);
      assert.equal(editDistance(right, left, 3), distance);
    });
  }

  it('is one more than the limit for all that is further away', () => {
    assert.equal(editDistance('kitten', 'sitting', 2), 3);
    assert.equal(editDistance('kitten', 'sitting', 0), 1);
    assert.equal(editDistance('lambda', 'cloudformation', 2), 3);
  });

  it('is that of the whole matrix, up to the limit', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 0, max: 6 }), (left, right, limit) => {
        assert.equal(editDistance(left, right, limit), Math.min(fullEditDistance(left, right), limit + 1));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes what differs, not the length of it', () => {
    const long = 'ab'.repeat(2_000_000);
    assert.equal(editDistance(long, `${long}ba`, 2), 2);
    assert.equal(editDistance(`b${long}`, `a${long}`, 2), 1);
    assert.equal(editDistance(long, 'b', 2), 3);
  });
});
