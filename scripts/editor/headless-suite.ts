import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { buildEditorSuite } from '../build/tests.ts';
import { type Cleanup, withCleanup } from '../process/cleanup.ts';
import { messageOf } from '../process/failure.ts';
import { step } from '../process/progress.ts';
import { inRoot, root } from '../root.ts';
import { addOutcomes, type Outcome } from '../testing/events.ts';
import { SuitePrinter } from '../testing/printer.ts';
import { readResults } from '../testing/results-file.ts';
import { startAws } from './aws.ts';
import { findBrowser } from './browser.ts';
import { ensureEditor } from './install.ts';
import { openPage, pageLimit } from './page.ts';
import { type EditorServer, type Opened, startServer } from './server.ts';
import { type Suite, suites } from './suites.ts';
import { createUiActions } from './ui-actions.ts';
import { startUiBridge } from './ui-bridge.ts';

/** The whole suite inside the editor may take this long. */
const suiteLimit = 10 * 60_000;

/** Runs test/editor inside VS Code's server and a headless browser, against the packaged extension. */
export async function runHeadlessSuite(vsix: string, grep?: string): Promise<Outcome> {
  rmSync(inRoot('out/screenshots'), { recursive: true, force: true });
  await buildEditorSuite();
  const outcomes: Outcome[] = [];
  for (const [index, suite] of suites.entries()) {
    const { passed, failed, skipped } = addOutcomes(outcomes);
    // A pattern has to be found in one of them.
    const mayBeEmpty = grep !== undefined && (passed + failed + skipped > 0 || index < suites.length - 1);
    outcomes.push(await runSuite({ vsix, grep, suite }, mayBeEmpty));
  }
  return addOutcomes(outcomes);
}

async function runSuite(run: Run, mayBeEmpty: boolean): Promise<Outcome> {
  return withCleanup(async (cleanup) => {
    const results = path.join(cleanup.temporaryFolder('results'), 'results.jsonl');
    const crash = await launch(run, results, cleanup).catch(messageOf);
    const printer = new SuitePrinter(`Editor (VS Code, headless${run.suite.mode})`);
    for (const event of readResults(results)) printer.add(event);
    return printer.finish(crash, mayBeEmpty);
  });
}

interface Run {
  readonly vsix: string;
  readonly grep: string | undefined;
  readonly suite: Suite;
}

/** Answers what went wrong outside of the tests. */
async function launch({ vsix, grep, suite }: Run, results: string, cleanup: Cleanup): Promise<string | undefined> {
  const browser = await findBrowser();
  await ensureEditor();
  const bridge = await startUiBridge(cleanup);
  const aws = await startAws(cleanup);
  const ours = {
    ROLECHAIN_RESULTS: results,
    ROLECHAIN_ROOT: root,
    ROLECHAIN_GREP: grep ?? '',
    ROLECHAIN_SUITE: suite.folder,
  };
  const env = { ...ours, ...bridge.env, ...aws };
  const { settings, trustsNothing = false } = suite;
  const page = await step('Starting a headless browser', () => openPage(browser, cleanup));
  bridge.connect(createUiActions(page));
  const server = await step('Starting VS Code with the packaged extension', () =>
    startServer({ vsix, env, settings, forTests: true, trustsNothing }, cleanup),
  );
  return step('Running the tests in it', () => runInPage(page, server, suite.open(cleanup)));
}

async function runInPage(page: Page, server: EditorServer, opened: Opened): Promise<string | undefined> {
  const logs: string[] = [];
  page.on('crash', () => logs.push('The page crashed.'));
  const ended = new Promise<string | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(`No end within ${suiteLimit / 60_000} minutes.`), suiteLimit);
    const end = (why: string | undefined) => {
      clearTimeout(timer);
      resolve(why);
    };
    server.child.once('exit', (code) => end(`VS Code's server ended with code ${code}.`));
    void page.exposeFunction('codeAutomationExit', () => end(undefined));
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    logs.push(args.map(String).join(' '));
  });
  await page.goto(addressOf(server, opened).href, { timeout: pageLimit });
  const crash = await ended;
  return crash === undefined ? undefined : [crash, ...logs.slice(-20)].join('\n');
}

/** The workbench with the tests as its payload, both as files of the server. */
function addressOf(server: EditorServer, opened: Opened): URL {
  const remote = (...parts: readonly string[]) =>
    `vscode-remote://127.0.0.1:${server.port}/${inRoot(...parts)
      .replaceAll('\\', '/')
      .replace(/^\//, '')}`;
  const url = server.url(opened);
  const payload = [
    ['extensionDevelopmentPath', remote('test/editor/host')],
    ['extensionTestsPath', remote('out/test/editor/index.js')],
  ];
  url.searchParams.set('payload', JSON.stringify(payload));
  return url;
}
