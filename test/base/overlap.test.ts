import assert from 'node:assert/strict';
import { overlaps, type Piece } from '../../server/src/base/overlap.ts';

/** `*` any, `?` one, `+` any but a slash. */
const pieces = (text: string): readonly Piece[] =>
  [...text].map((char): Piece => {
    if (char === '*') return { type: 'any' };
    if (char === '?') return { type: 'one' };
    return char === '+' ? { type: 'any', except: '/' } : { type: 'char', char };
  });

describe('patterns that overlap', () => {
  const cases: readonly (readonly [a: string, b: string, expected: boolean])[] = [
    ['', '', true],
    ['', 'a', false],
    ['', '*', true],
    ['a', 'a', true],
    ['a', 'b', false],
    ['a*', '*b', true],
    ['a*b', 'a', false],
    ['*', '*', true],
    ['?', '*', true],
    ['?', '', false],
    ['??', 'a*', true],
    ['a?c', 'abc', true],
    ['a/b', '+', false],
    ['a/b', '+/+', true],
    ['*/x', '+', false],
    ['*', '+', true],
    ['a*', '+/x', true],
    ['b*', 'a+', false],
    ['*a*b*c', 'xxaxxbxx', false],
    ['*a*b*c', 'xxaxxbxxc', true],
  ];
  for (const [a, b, expected] of cases)
    it(`${a || 'nothing'} and ${b || 'nothing'}: ${expected}`, () => {
      assert.equal(overlaps(pieces(a), pieces(b)), expected);
      assert.equal(overlaps(pieces(b), pieces(a)), expected);
    });
});
