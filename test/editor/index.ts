import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import type { TestEvent } from '../../scripts/testing/events.ts';
import { createReporter, describeError } from '../../scripts/testing/reporter.ts';

import { ui, uiAvailable } from './support/ui.ts';

/** What a first try left open would take the keys of the second. */
async function leaveLists(this: Mocha.Context): Promise<void> {
  const test = this.currentTest as (Mocha.Test & { currentRetry?: () => number }) | undefined;
  if (!uiAvailable || (test?.currentRetry?.() ?? 0) === 0) return;
  for (let press = 0; press < 3; press++) await ui('press', 'Escape');
}

/**
 * Runs every suite inside the extension host. VS Code calls it, started by either launcher
 * (scripts/editor/headless-suite.ts, scripts/test-desktop.ts); the results go to the file that the launcher names.
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const results = process.env.ROLECHAIN_RESULTS;
  if (results === undefined) throw new Error('ROLECHAIN_RESULTS names no file for the results.');
  const send = (event: TestEvent) => appendFileSync(results, `${JSON.stringify(event)}\n`);
  const grep = process.env.ROLECHAIN_GREP;
  const options: Mocha.MochaOptions = {
    ui: 'bdd',
    timeout: 30_000,
    reporter: createReporter(send),
    // A key pressed through the page may come before the workbench is ready for it. A second try is told in the output.
    retries: 1,
    rootHooks: { beforeEach: leaveLists },
  };
  const mocha = new Mocha(grep ? { ...options, grep } : options);
  const folder = path.join(__dirname, process.env.ROLECHAIN_SUITE ?? 'suite');
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(path.join(folder, name));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve)).catch((error: unknown) => {
    // A test file that cannot be loaded: no test has run.
    send({ kind: 'fail', title: ['test/editor', 'loads'], file: folder, error: describeError(error) });
    throw error;
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
