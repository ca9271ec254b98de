/**
 * `npm run fuzz -- [--chains] [--cases N] [--seed N]`: the long runs of property tests, with a table of what was met.
 * A failure prints its seed; `--seed` repeats it.
 */
import { parseArgs } from 'node:util';
import { Failure, runMain } from './process/failure.ts';
import { runNodeSuite } from './testing/node-suite.ts';

const { values } = parseArgs({
  options: {
    chains: { type: 'boolean' },
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});

await runMain(async () => {
  for (const number of [values.cases, values.seed]) {
    if (!/^\d+$/.test(number)) throw new Failure(`${number} is not a whole number.`);
  }
  // The chains are the only long run so far: naming them or not is the same.
  const outcome = await runNodeSuite({
    name: 'Chains',
    sources: ['test/chain/promises.test.ts'],
    env: { ROLECHAIN_FUZZ_CASES: values.cases, ROLECHAIN_FUZZ_SEED: values.seed },
    minutes: 120,
  });
  console.log(`\n${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped`);
  if (outcome.failed > 0) process.exitCode = 1;
});
