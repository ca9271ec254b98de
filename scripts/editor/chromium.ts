import { chmodSync, createReadStream, createWriteStream, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { run } from '../process/child.ts';
import { Failure } from '../process/failure.ts';
import { withLock } from '../process/lock.ts';
import { step } from '../process/progress.ts';
import { cacheFolder } from '../root.ts';

export interface Browser {
  readonly executable: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The Chromium that the npm package @sparticuz/chromium carries (linux x64), unpacked once. */
export async function unpackChromium(): Promise<Browser> {
  const folder = path.join(cacheFolder, `chromium-${packageVersion()}`);
  const executable = path.join(folder, 'chromium');
  if (!existsSync(executable)) {
    await withLock('chromium', async () => {
      if (!existsSync(executable)) await step('Unpacking Chromium, once', () => unpack(folder));
    });
  }
  return { executable, env: await libraryEnvironment(executable, path.join(folder, 'lib')) };
}

const packageEntry = (): string => createRequire(import.meta.url).resolve('@sparticuz/chromium');

/** The package's folder; its package.json is not among its exports. */
const packageFolder = (): string => path.resolve(path.dirname(packageEntry()), '../..');

function packageVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)(path.join(packageFolder(), 'package.json'));
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known ? String(manifest.version) : 'unknown';
}

async function unpack(folder: string): Promise<void> {
  const draft = mkdtempSync(path.join(cacheFolder, 'draft-chromium-'));
  try {
    const executable = path.join(draft, 'chromium');
    await decompress('chromium.br', executable);
    chmodSync(executable, 0o755);
    const libraries = path.join(draft, 'al2023.tar');
    await decompress('al2023.tar.br', libraries);
    await run('tar', ['-xf', libraries, '-C', draft]);
    rmSync(libraries);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function decompress(name: string, target: string): Promise<void> {
  const source = path.join(packageFolder(), 'bin', name);
  await pipeline(createReadStream(source), createBrotliDecompress(), createWriteStream(target));
}

/** A machine that never had a browser may lack libnss3 and its kin: then the package's own are used. */
async function libraryEnvironment(executable: string, libraries: string): Promise<NodeJS.ProcessEnv> {
  if ((await missingLibraries(executable, process.env)).length === 0) return process.env;
  const searched = [libraries, process.env.LD_LIBRARY_PATH].filter((part) => part !== undefined);
  const env = { ...process.env, LD_LIBRARY_PATH: searched.join(':') };
  const missing = await missingLibraries(executable, env);
  if (missing.length === 0) return env;
  throw new Failure(`The headless browser needs libraries that this system lacks: ${missing.join(', ')}.`);
}

async function missingLibraries(executable: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const output = await run('ldd', [executable], { env });
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}
