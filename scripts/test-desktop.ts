/** `npm run test:desktop`: the suite of test/editor in a desktop VS Code that is fetched where the network allows. */
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { buildEditorSuite } from './build/tests.ts';
import { startAws } from './editor/aws.ts';
import { packageExtension } from './package/vsix.ts';
import { run } from './process/child.ts';
import { type Cleanup, withCleanup } from './process/cleanup.ts';
import { Failure, messageOf, runMain } from './process/failure.ts';
import { step } from './process/progress.ts';
import { cacheFolder, inRoot, root } from './root.ts';
import { SuitePrinter } from './testing/printer.ts';
import { readResults } from './testing/results-file.ts';

await runMain(async () => {
  const { passed, failed, skipped } = await withCleanup(testOnDesktop);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (failed > 0) process.exitCode = 1;
});

async function testOnDesktop(cleanup: Cleanup) {
  const executable = await fetchDesktop();
  requireDisplay();
  const vsix = await step('Building and packaging the extension', packageExtension);
  await buildEditorSuite();
  const results = path.join(cleanup.temporaryFolder('results'), 'results.jsonl');
  // A short path: on a Mac the socket of VS Code lies below it and may have 103 characters.
  const data = cleanup.temporaryFolder('code');
  const folders = [`--extensions-dir=${path.join(data, 'ext')}`, `--user-data-dir=${path.join(data, 'user')}`];
  await installExtension(executable, vsix, folders);
  const crash = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: inRoot('test/editor/host'),
    extensionTestsPath: inRoot('out/test/editor/index.js'),
    extensionTestsEnv: { ROLECHAIN_RESULTS: results, ROLECHAIN_ROOT: root, ...(await startAws(cleanup)) },
    launchArgs: [makeWorkspace(cleanup), ...folders, '--disable-workspace-trust', '--skip-welcome'],
  }).then(() => undefined, messageOf);
  const printer = new SuitePrinter('Editor (VS Code, desktop)');
  const events = readResults(results);
  for (const event of events) printer.add(event);
  // A failed test makes the run fail too; that is no crash.
  return printer.finish(events.at(-1)?.kind === 'end' ? undefined : crash);
}

async function fetchDesktop(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: path.join(cacheFolder, 'desktop-download') });
  } catch (error) {
    throw new Failure(
      `Cannot fetch a desktop VS Code from this network (${messageOf(error)}); use \`npm run test:editor\`.`,
    );
  }
}

function requireDisplay(): void {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  throw new Failure(
    'A desktop VS Code needs a display: run `xvfb-run -a npm run test:desktop`, or `npm run test:editor`.',
  );
}

async function installExtension(executable: string, vsix: string, folders: readonly string[]): Promise<void> {
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
  if (cli === undefined) throw new Failure('The fetched VS Code has no command line.');
  const ours = args.filter((arg) => !/^--(extensions|user-data)-dir=/.test(arg));
  const command = [...ours, ...folders, '--install-extension', vsix, '--force'];
  if (process.platform === 'win32') await run('cmd', ['/c', cli, ...command]);
  else await run(cli, command);
}

function makeWorkspace(cleanup: Cleanup): string {
  const folder = path.join(cleanup.temporaryFolder('workspace'), 'samples');
  mkdirSync(folder, { recursive: true });
  if (existsSync(inRoot('samples'))) cpSync(inRoot('samples'), folder, { recursive: true });
  return folder;
}
