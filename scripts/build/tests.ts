import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { suites } from '../editor/suites.ts';
import { inRoot, root } from '../root.ts';
import { loaders, parserAlias } from './settings.ts';
import { removeOthers, writeFiles } from './write.ts';

/** Bundled CommonJS packages call `require`, which an ES module has to make first. */
const requireBanner = [
  "import { createRequire as rolechainCreateRequire } from 'node:module';",
  'const require = rolechainCreateRequire(import.meta.url);',
].join(' ');

const chunks = 'out/test/chunks';

/** Source files of all suites that run in plain Node, relative to the checkout. */
export function findTestSources(): string[] {
  const found = readdirSync(inRoot('test'), { recursive: true, encoding: 'utf8' });
  const tests = found.map((file) => `test/${file.replaceAll('\\', '/')}`).filter((file) => file.endsWith('.test.ts'));
  return tests.filter((file) => !file.startsWith('test/editor/')).sort();
}

function findEditorSources(): string[] {
  const tests = suites.flatMap(({ folder }) =>
    readdirSync(inRoot('test/editor', folder)).map((file) => `test/editor/${folder}/${file}`),
  );
  return ['test/editor/index.ts', ...tests.filter((file) => file.endsWith('.test.ts')).sort()];
}

/** Where the bundle of a test source lies. */
export const builtTest = (source: string): string => inRoot('out', source.replace(/\.ts$/, '.mjs'));

/** Bundles test files into out/test/; what they share is built once, in chunks. */
export async function buildTests(sources: readonly string[]): Promise<void> {
  if (sources.length === 0) return;
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [...sources],
    outbase: root,
    outdir: inRoot('out'),
    chunkNames: `${chunks.slice('out/'.length)}/[name]-[hash]`,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    external: ['mocha', 'vscode', 'esbuild', 'typescript'],
    alias: parserAlias,
    loader: loaders,
    banner: { js: requireBanner },
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    write: false,
  });
  writeFiles(outputFiles);
  removeOthers(inRoot(chunks), outputFiles, true);
}

/** Bundles the suite that runs inside a VS Code, with its own mocha taken from node_modules. */
export async function buildEditorSuite(): Promise<void> {
  const folder = inRoot('out/test/editor');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: findEditorSources(),
    outbase: inRoot('test/editor'),
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
    write: false,
  });
  writeFiles(outputFiles);
  removeOthers(folder, outputFiles);
}
