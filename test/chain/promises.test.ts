import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluateHop } from '../../server/src/chain/evaluate-hop.ts';
import { allKeys } from './promises/condition-cases.ts';
import { judge } from './promises/judge.ts';
import { lockCase } from './promises/lock-case.ts';
import { type LockTally, strangerIn } from './promises/locks.ts';
import { check, contradictionOf, type Evaluate, type Tally } from './promises/promises.ts';
import { randomCase } from './promises/random-case.ts';
import { reduce } from './promises/reduce.ts';
import { blockedRate, coverage, summary } from './promises/report.ts';
import type { ChainCase } from './promises/scene.ts';

/** The long run is `npm run fuzz`; see scripts/fuzz.ts. */
const long = process.env.ROLECHAIN_FUZZ_CASES !== undefined;
const runs = Number(process.env.ROLECHAIN_FUZZ_CASES ?? 5_000);
const seed = Number(process.env.ROLECHAIN_FUZZ_SEED ?? 20_240_607);
/** Concrete calls that are tried for one case. */
const limit = long ? 5_000 : 1_000;

describe('what is said of a hop, against every assignment of what is not known', function () {
  this.timeout(long ? 3_600_000 : 120_000);

  it('keeps its promises', () => {
    const tally: Tally = new Map();
    const result = fc.check(
      fc.property(fc.noShrink(fc.nat({ max: 2 ** 31 - 1 })), (number) => {
        return check(evaluateHop, randomCase(number), tally, limit) === undefined;
      }),
      { seed, numRuns: runs, endOnFailure: true },
    );
    const failed = result.counterexample?.[0];
    if (failed !== undefined) assert.fail(`seed ${seed}, case ${failed}: ${explain(evaluateHop, randomCase(failed))}`);
    console.log(`seed ${seed}: ${summary(tally)}`);
    if (long) console.log(`\n${'met, and open in how many'.padEnd(42)}\n${coverage(tally)}`);
    assert.ok(blockedRate(tally) >= 0.95, summary(tally));
    const missed = allKeys.filter((key) => (tally.get(`feature key ${key.toLowerCase()}`) ?? 0) < runs / 200);
    assert.deepEqual(missed, [], 'keys that were hardly met');
  });
});

describe('what is said to be locked', function () {
  this.timeout(long ? 3_600_000 : 120_000);

  it('lets no stranger in', () => {
    const tally: LockTally = { source: 0, target: 0 };
    const cases = Math.ceil(runs / 2);
    for (let number = seed; number < seed + cases; number++) {
      const chain = lockCase(number);
      const stranger = strangerIn(chain, tally);
      if (stranger !== undefined)
        assert.fail(
          `case ${number} lets in ${stranger}\n${JSON.stringify([chain.source.permissions, chain.target.trust], undefined, 1)}`,
        );
    }
    console.log(`${cases} locks: source side locked ${tally.source}, target side ${tally.target}`);
    assert.ok(tally.source > cases / 10 && tally.target > cases / 10, 'hardly a lock was met');
  });
});

/** The smallest case that contradicts in the same way. */
function explain(engine: Evaluate, chain: ChainCase): string {
  const contradicts = (smaller: ChainCase): string | undefined =>
    contradictionOf(engine(smaller.world, smaller.source, smaller.target), judge(smaller, limit));
  const contradiction = contradicts(chain);
  const smallest = reduce(chain, (smaller) => contradicts(smaller) === contradiction);
  const verdict = engine(smallest.world, smallest.source, smallest.target);
  return `${contradiction}\n${JSON.stringify({ ...smallest, verdict }, undefined, 1)}`;
}
