/**
 * `npm run fuzz -- [--chains] [--texts] [--files] [--cases N] [--seed N]`: the long runs of tests, with what was met.
 * A failure prints its seed; `--seed` repeats it.
 */
import { parseArgs } from 'node:util';
import { Failure, runMain } from './process/failure.ts';
import { runNodeSuite } from './testing/node-suite.ts';

const { values } = parseArgs({
  options: {
    /** Verdicts on role chains. */
    chains: { type: 'boolean', default: false },
    /** Texts as they are while they are typed. */
    texts: { type: 'boolean', default: false },
    /** A workspace of 100,000 files. */
    files: { type: 'boolean', default: false },
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});

await runMain(async () => {
  for (const number of [values.cases, values.seed]) {
    if (!/^\d+$/.test(number)) throw new Failure(`${number} is not a whole number.`);
  }
  const all = !values.chains && !values.texts && !values.files;
  const env = {
    ROLECHAIN_FUZZ_CASES: values.cases,
    ROLECHAIN_FUZZ_SEED: values.seed,
    ROLECHAIN_FUZZ_TEXTS: 'all',
    ROLECHAIN_FUZZ_FILES: '100000',
  };
  const suites = [
    ...(all || values.chains ? [{ name: 'Chains', sources: ['test/chain/promises.test.ts'] }] : []),
    ...(all || values.texts ? [{ name: 'Texts', sources: ['test/service/half-typed.test.ts'] }] : []),
    ...(all || values.files ? [{ name: 'Files', sources: ['test/lsp/many-files.test.ts'] }] : []),
  ];
  let passed = 0;
  let failed = 0;
  for (const suite of suites) {
    const outcome = await runNodeSuite({ ...suite, env, minutes: 240 });
    passed += outcome.passed;
    failed += outcome.failed;
  }
  console.log(`\n${passed} passed, ${failed} failed, 0 skipped`);
  if (failed > 0) process.exitCode = 1;
});
