/**
 * `npm start`: builds, packages and opens VS Code on samples/ with the packaged extension.
 * `--desktop` takes the VS Code of this machine; `--no-open` only prints the address.
 */
import { existsSync } from 'node:fs';
import { openDesktop } from './editor/desktop.ts';
import { ensureEditor } from './editor/install.ts';
import { openInBrowser } from './editor/open.ts';
import { startServer } from './editor/server.ts';
import { quietSettings } from './editor/settings.ts';
import { packageExtension } from './package/vsix.ts';
import { exitOf } from './process/child.ts';
import { type Cleanup, withCleanup } from './process/cleanup.ts';
import { Failure, runMain } from './process/failure.ts';
import { say, step } from './process/progress.ts';
import { stopOnKey } from './process/stop.ts';
import { inRoot } from './root.ts';

const options = new Set(process.argv.slice(2));

await runMain(async () => {
  const unknown = [...options].find((option) => option !== '--desktop' && option !== '--no-open');
  if (unknown !== undefined) throw new Failure(`Unknown option ${unknown}; there are --desktop and --no-open.`);
  const samples = inRoot('samples');
  if (!existsSync(samples)) throw new Failure('The folder samples/ is missing.');
  if (options.has('--desktop')) {
    await openDesktop(() => step('Building and packaging the extension', packageExtension), samples);
    return;
  }
  await withCleanup((cleanup) => serve(samples, cleanup), 0);
});

async function serve(samples: string, cleanup: Cleanup): Promise<void> {
  const vsix = await step('Building and packaging the extension', packageExtension);
  await ensureEditor();
  const server = await step('Starting VS Code with the extension', () =>
    startServer({ vsix, settings: quietSettings }, cleanup),
  );
  const url = server.url({ folder: samples }).href;
  console.log(`\n  ${url}\n`);
  if (!options.has('--no-open') && openInBrowser(url)) say('Opened in your browser');
  cleanup.add(stopOnKey());
  say('Ctrl-C ends it');
  const code = await exitOf(server.child);
  throw new Failure(`VS Code's server ended by itself with code ${code}.`);
}
