import assert from 'node:assert/strict';
import fc from 'fast-check';
import { actionMatches, hasWildcard, wildcardMatches } from '../../server/src/policy/wildcard.ts';

describe('wildcards', () => {
  const cases: readonly (readonly [pattern: string, text: string, matches: boolean])[] = [
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['*', 'anything:at/all', true],
    ['?', '', false],
    ['?', 'a', true],
    ['?', 'ab', false],
    ['a*', 'a', true],
    ['a*', 'ba', false],
    ['*a', 'ba', true],
    ['a*c', 'abbbc', true],
    ['a*c', 'abbb', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['*a*b', 'xaxbxb', true],
    ['**', 'a', true],
    ['role/*', 'role/Path/Name', true],
    ['A', 'a', false],
    ['.+', 'ab', false],
    ['[ab]', 'a', false],
  ];
  for (const [pattern, text, matches] of cases)
    it(`${pattern || 'nothing'} ${matches ? 'matches' : 'does not match'} ${text || 'nothing'}`, () =>
      assert.equal(wildcardMatches(pattern, text), matches));

  it('match as the regular expression of the same meaning', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
    fc.assert(
      fc.property(letters, texts, (pattern, text) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        assert.equal(wildcardMatches(pattern, text), expression.test(text));
      }),
    );
  });

  it('come to an end with a hostile pattern on a long text', () => {
    assert.equal(wildcardMatches(`${'*a'.repeat(500)}*b`, 'a'.repeat(50_000)), false);
    assert.equal(wildcardMatches(`${'*'.repeat(50_000)}b`, 'a'.repeat(50_000)), false);
    assert.equal(wildcardMatches(`${'?*'.repeat(200)}b`, `${'a'.repeat(20_000)}b`), true);
  });

  it('compare actions without case', () => {
    assert.equal(actionMatches('STS:assume*', 'sts:AssumeRole'), true);
    assert.equal(actionMatches('sts:Assume?', 'sts:AssumeRole'), false);
  });

  it('are told from plain text', () => {
    assert.deepEqual(['a*', 'a?', 'a', ''].map(hasWildcard), [true, true, false, false]);
  });
});
