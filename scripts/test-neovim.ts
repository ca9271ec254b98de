/** `npm run test:neovim`: test/neovim inside a real Neovim, set up by the very text of docs/editors.md. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildProduct } from './build/product.ts';
import { findOnPath } from './editor/on-path.ts';
import { run } from './process/child.ts';
import { type Cleanup, withCleanup } from './process/cleanup.ts';
import { Failure, messageOf, runMain } from './process/failure.ts';
import { step } from './process/progress.ts';
import { inRoot } from './root.ts';
import type { Outcome } from './testing/events.ts';
import { SuitePrinter } from './testing/printer.ts';
import { readResults } from './testing/results-file.ts';

const page = 'docs/editors.md';

/** What the page writes for the place of the server. */
const placeholder = '/path/to/rolechain/dist/server.js';

await runMain(async () => {
  const nvim = findOnPath(['nvim', 'nvim.exe']);
  if (nvim === undefined)
    throw new Failure(
      'There is no Neovim: install it (`apt-get install neovim`, `brew install neovim`) or leave this out.',
    );
  const version = versionOf(await run(nvim, ['--version']));
  await step('Building dist/', () => buildProduct('development'));
  const { passed, failed, skipped } = await withCleanup((cleanup) => testIn(nvim, version, cleanup));
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (failed > 0) process.exitCode = 1;
});

async function testIn(nvim: string, { major, minor }: Version, cleanup: Cleanup): Promise<Outcome> {
  const printer = new SuitePrinter(`Neovim ${major}.${minor}`);
  // Neovim resolves links: a folder that is one would have two names.
  const folder = cleanup.temporaryFolder('neovim');
  const workspace = path.join(folder, 'workspace');
  cpSync(inRoot('samples/before'), workspace, { recursive: true });
  const setUp = path.join(folder, 'init.lua');
  writeFileSync(setUp, readSetUp(major > 0 || minor >= 11 ? '0.11 or newer' : '0.7 to 0.10'));
  const results = path.join(folder, 'results.jsonl');
  const crash = await run(
    nvim,
    ['--headless', '-n', '-i', 'NONE', '-u', setUp, '-S', inRoot('test/neovim/suite.lua')],
    {
      cwd: workspace,
      env: { ...process.env, ...ownFolders(folder), ROLECHAIN_RESULTS: results },
      timeout: 240_000,
    },
  ).then(() => undefined, messageOf);
  const events = readResults(results);
  for (const event of events) printer.add(event);
  return printer.finish(crash);
}

/** Neither the user's plugins nor their history. */
function ownFolders(folder: string): NodeJS.ProcessEnv {
  const names = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_DIRS'];
  return Object.fromEntries(names.map((name) => [name, path.join(folder, name.toLowerCase())]));
}

/** The code below a heading of the page, with the server that was built. */
function readSetUp(heading: string): string {
  const [, after = ''] = readFileSync(inRoot(page), 'utf8').split(`\n### ${heading}\n`);
  const [section = ''] = after.split(/\n#/);
  const code = /```lua\n([\s\S]*?)```/.exec(section)?.[1];
  if (!code?.includes(placeholder)) throw new Failure(`${page} has no Lua with ${placeholder} below "${heading}".`);
  const server = inRoot('dist/server.js');
  if (!existsSync(server)) throw new Failure(`${server} was not built.`);
  return code.replaceAll(placeholder, server.replaceAll('\\', '/'));
}

interface Version {
  readonly major: number;
  readonly minor: number;
}

function versionOf(printed: string): Version {
  const found = /^NVIM v(\d+)\.(\d+)/m.exec(printed);
  if (found === null) throw new Failure(`This is no Neovim:\n${printed}`);
  return { major: Number(found[1]), minor: Number(found[2]) };
}
