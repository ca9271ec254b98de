import assert from 'node:assert/strict';
import { editDistance } from '../../server/src/catalog/edit-distance.ts';

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
      assert.equal(editDistance(left, right), distance);
      assert.equal(editDistance(right, left), distance);
    });
  }
});
