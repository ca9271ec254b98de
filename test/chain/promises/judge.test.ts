import assert from 'node:assert/strict';
import type { Verdict } from '../../../server/src/chain/verdict.ts';
import { judge } from './judge.ts';
import { check, type Evaluate } from './promises.ts';
import { randomCase } from './random-case.ts';

describe('the judge of promises', () => {
  const says =
    (verdict: Verdict['verdict'], ...assumptions: Verdict['assumptions']): Evaluate =>
    () => ({ verdict, assumptions, reasons: [] });
  const wrong: readonly (readonly [string, Evaluate])[] = [
    ['blocks all', says('blocked')],
    ['allows all', says('allowed')],
    ['assumes for all', says('allowed', { sentence: 'all is well', about: 'nothing' })],
  ];
  for (const [name, engine] of wrong) {
    it(`contradicts one that ${name}`, () => {
      const found = Array.from({ length: 100 }, (_, number) => check(engine, randomCase(number), new Map(), 200));
      assert.ok(found.filter((each) => each !== undefined).length > 10);
    });
  }

  it('is content with one that knows', () => {
    const knowing: Evaluate = (world, source, target) => {
      const { some, all } = judge({ world, source, target }, 3_000);
      const assumptions = some && !all ? [{ sentence: 'it is so', about: 'something' }] : [];
      return { verdict: some ? 'allowed' : 'blocked', assumptions, reasons: [] };
    };
    const found = Array.from({ length: 30 }, (_, number) => check(knowing, randomCase(number), new Map(), 200));
    assert.deepEqual([...new Set(found)], [undefined]);
  });
});
