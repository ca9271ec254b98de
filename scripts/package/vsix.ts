import { mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildProductUnlocked } from '../build/product.ts';
import { run } from '../process/child.ts';
import { Failure } from '../process/failure.ts';
import { withLock } from '../process/lock.ts';
import { cacheFolder, inRoot, root } from '../root.ts';

const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];

/** Builds for release and packages as rolechain-<version>.vsix in the checkout; answers that path. */
export async function packageExtension(): Promise<string> {
  const vsix = inRoot(`rolechain-${readVersion()}.vsix`);
  const draft = path.join(cacheFolder, `package-${process.pid}.vsix`);
  mkdirSync(cacheFolder, { recursive: true });
  await withLock('dist', async () => {
    await buildProductUnlocked('release');
    const vsce = inRoot('node_modules/@vscode/vsce/vsce');
    const output = await run(process.execPath, [vsce, 'package', ...options, '--out', draft], { cwd: root });
    if (/\bwarn(ing)?\b/i.test(output)) throw new Failure(`vsce warns, so the package is not kept:\n${output}`);
    renameSync(draft, vsix);
  });
  return vsix;
}

/** Size as people read it. */
export const sizeOf = (file: string): string => `${(statSync(file).size / 1024).toFixed(0)} KB`;

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest && 'version' in manifest ? manifest.version : undefined;
  if (typeof version !== 'string') throw new Failure('package.json has no version.');
  return version;
}
