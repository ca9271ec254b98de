import assert from 'node:assert/strict';
import { count, describeAge } from '../../client/src/organization/age.ts';

describe('an age in words', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const cases: readonly (readonly [time: string, words: string])[] = [
    ['2026-11-22T12:00:00Z', 'just now'],
    ['2026-11-22T11:59:01Z', 'just now'],
    ['2026-11-22T11:59:00Z', '1 minute ago'],
    ['2026-11-22T11:00:01Z', '59 minutes ago'],
    ['2026-11-22T11:00:00Z', '1 hour ago'],
    ['2026-11-21T12:00:01Z', '23 hours ago'],
    ['2026-11-20T11:00:00Z', '2 days ago'],
    ['2026-11-23T12:00:00Z', 'just now'],
  ];
  for (const [time, words] of cases) it(`${time}: ${words}`, () => assert.equal(describeAge(time, now), words));
});

describe('a count in words', () => {
  it('has a plural and separators', () => {
    assert.deepEqual(
      [0, 1, 10_000].map((number) => count(number, 'account')),
      ['0 accounts', '1 account', '10,000 accounts'],
    );
  });
});
