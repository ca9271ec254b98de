/**
 * `npm test`: every suite, ending with one line `N passed, N failed, N skipped`.
 * `npm run test:unit -- [-g pattern] [part of a file name …]` runs only what needs neither package nor editor,
 * `npm run test:editor -- [-g pattern]` only the suite inside VS Code.
 */
import { parseArgs } from 'node:util';
import { buildProduct } from './build/product.ts';
import { findTestSources } from './build/tests.ts';
import { runHeadlessSuite } from './editor/headless-suite.ts';
import { packageExtension } from './package/vsix.ts';
import { Failure, messageOf, runMain } from './process/failure.ts';
import { step } from './process/progress.ts';
import { addOutcomes, type Outcome } from './testing/events.ts';
import { runNodeSuite } from './testing/node-suite.ts';

const { values, positionals } = parseArgs({
  options: { grep: { type: 'string', short: 'g' } },
  allowPositionals: true,
});
const [which = 'all', ...filters] = positionals;
const { grep } = values;

async function runSuites(): Promise<Outcome[]> {
  switch (which) {
    case 'unit': {
      const built = await attempt('Building dist/', () => buildProduct('development'));
      return [...built.failures, await runUnit()];
    }
    case 'editor': {
      const packaged = await attempt('Building and packaging the extension', packageExtension);
      return [...packaged.failures, ...(await runOnPackage(packaged.result, [runEditor]))];
    }
    case 'all': {
      const packaged = await attempt('Building and packaging the extension', packageExtension);
      const unit = await runUnit();
      return [...packaged.failures, unit, ...(await runOnPackage(packaged.result, [runPackage, runEditor]))];
    }
    default:
      throw new Failure(`There is no suite ${which}; there are unit and editor.`);
  }
}

const runUnit = (): Promise<Outcome> =>
  guard('Unit and server', () => {
    const sources = findTestSources().filter((file) => !isPackageTest(file) && matchesFilters(file));
    return runNodeSuite({ name: 'Unit and server', sources, grep });
  });

const runPackage = (vsix: string): Promise<Outcome> =>
  guard('Package', () => {
    const sources = findTestSources().filter(isPackageTest);
    return runNodeSuite({ name: 'Package', sources, env: { ROLECHAIN_VSIX: vsix } });
  });

const runEditor = (vsix: string): Promise<Outcome> => guard('Editor', () => runHeadlessSuite(vsix, grep));

const isPackageTest = (file: string): boolean => file.startsWith('test/package/');

const matchesFilters = (file: string): boolean =>
  filters.length === 0 || filters.some((filter) => file.includes(filter.replaceAll('\\', '/')));

async function runOnPackage(
  vsix: string | undefined,
  suites: readonly ((vsix: string) => Promise<Outcome>)[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  if (vsix !== undefined) for (const suite of suites) outcomes.push(await suite(vsix));
  return outcomes;
}

/** A suite that cannot even start counts as one failure, so that the last line is always printed and true. */
async function guard(name: string, suite: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await suite();
  } catch (error) {
    return report(name, error);
  }
}

async function attempt<T>(
  name: string,
  work: () => Promise<T>,
): Promise<{ readonly result?: T; readonly failures: readonly Outcome[] }> {
  try {
    return { result: await step(name, work), failures: [] };
  } catch (error) {
    return { failures: [report(name, error)] };
  }
}

function report(name: string, error: unknown): Outcome {
  console.log(`\n  ${name} failed:\n${error instanceof Failure ? error.message : describeError(error)}`);
  return { passed: 0, failed: 1, skipped: 0 };
}

const describeError = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : messageOf(error);

await runMain(async () => {
  const total = addOutcomes(await runSuites());
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  if (total.failed > 0) process.exitCode = 1;
});
