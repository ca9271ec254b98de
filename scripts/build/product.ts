import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build, context, type OutputFile, type Plugin, transform } from 'esbuild';
import { Failure } from '../process/failure.ts';
import { withLock } from '../process/lock.ts';
import { inRoot, root } from '../root.ts';
import { thirdPartyNotices } from './notices.ts';
import { loaders, parserAlias } from './settings.ts';
import { removeOthers, writeFiles } from './write.ts';

/** `development`: readable, with source maps; `release`: minified, what is packaged. */
export type Mode = 'development' | 'release';

/** Name in dist/ -> where it starts. A part that is loaded only when asked for has its own entry. */
const entries = {
  aws: 'server/src/aws/index.ts',
  data: 'server/src/data/index.ts',
} as const;

/** What these share is packaged once, in files `chunk-*.js` beside them, and so is what they load when it is asked for. */
const sharingEntries = {
  extension: 'client/src/extension.ts',
  server: 'server/src/main.ts',
  cli: 'server/src/cli.ts',
} as const;

/** What runs in the page of the graph, in a browser: its script, all of it our own, and its style. */
const pageEntries = ['client/src/graph/webview/main.ts', 'client/src/graph/webview/graph.css'] as const;

/** The AWS SDK and the data stay files of their own: each is packaged once, and loaded by whoever imports it. */
const partsApart: Plugin = {
  name: 'parts-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/(?:aws|data)\/index\.ts$/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: `./${path.split('/').at(-2)}.js`, external: true },
    ),
};

/** Bundles the extension, the language server and the command line into dist/, which holds nothing else afterwards. */
export async function buildProduct(mode: Mode): Promise<void> {
  await withLock('dist', () => buildProductUnlocked(mode));
}

/** For callers that hold the lock `dist` because they go on to use the folder. */
export async function buildProductUnlocked(mode: Mode): Promise<void> {
  requireEntries();
  const [own, sharing, page] = await Promise.all([
    build({ ...options(mode), write: false, metafile: true }),
    build({ ...sharingOptions(mode), write: false, metafile: true }),
    build({ ...pageOptions(mode), write: false }),
  ]);
  const shared = await allToCommonJs(sharing.outputFiles, mode);
  const notices = thirdPartyNotices(own.metafile, sharing.metafile);
  const files = [...shared, ...own.outputFiles, ...page.outputFiles, notices];
  writeFiles(files);
  removeOthers(inRoot('dist'), files);
}

/** Builds again on every change of a source file until the process ends. */
export async function watchProduct(): Promise<void> {
  requireEntries();
  const sharing = { ...sharingOptions('development'), write: false, plugins: [partsApart, writeCommonJs] };
  for (const each of [options('development'), sharing, pageOptions('development')]) {
    const watcher = await context({ ...each, logLevel: 'info' });
    await watcher.watch();
  }
}

function options(mode: Mode): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: entries,
    outdir: inRoot('dist'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    // Where a linked node_modules lies would be in the names of the chunks, and the same sources would build differently.
    preserveSymlinks: true,
    alias: parserAlias,
    loader: loaders,
    plugins: [partsApart],
    // The SDK warns on a Node.js that it will leave some day, which says nothing to those who use what is built here.
    define: { 'process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED': '"true"' },
    minify: mode === 'release',
    sourcemap: mode === 'development',
    legalComments: 'none',
    logLevel: 'warning',
  };
}

function sharingOptions(mode: Mode): BuildOptions {
  return {
    ...options(mode),
    entryPoints: sharingEntries,
    chunkNames: 'chunk-[hash]',
    splitting: true,
    // Only of ES modules the bundler takes shared code apart.
    format: 'esm',
    sourcemap: mode === 'development' && 'inline',
  };
}

/** One of the ES modules made for sharing as what Node.js takes a `.js` file for, with its map in development. */
async function toCommonJs({ path: target, text, hash }: OutputFile, mode: Mode): Promise<readonly OutputFile[]> {
  const { code, map } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // As `require` it needs no second loader, which takes its time to start.
    supported: { 'dynamic-import': false },
    minify: mode === 'release',
    sourcemap: mode === 'development' && 'external',
    sourcefile: path.basename(target),
    legalComments: 'none',
  });
  const file = (path: string, text: string) => ({ path, contents: new TextEncoder().encode(text), hash, text });
  if (map === '') return [file(target, code)];
  const link = `//# sourceMappingURL=${path.basename(target)}.map\n`;
  return [file(`${target}.map`, map), file(target, code + link)];
}

/** What is loaded comes before whoever loads it: a run in parallel may start while they are written. */
async function allToCommonJs(files: readonly OutputFile[], mode: Mode): Promise<readonly OutputFile[]> {
  const isChunk = (file: OutputFile) => path.basename(file.path).startsWith('chunk-');
  const inOrder = files.toSorted((one, two) => Number(isChunk(two)) - Number(isChunk(one)));
  return (await Promise.all(inOrder.map((file) => toCommonJs(file, mode)))).flat();
}

const writeCommonJs: Plugin = {
  name: 'write-common-js',
  setup: ({ onEnd }) =>
    onEnd(async ({ outputFiles = [] }) => writeFiles(await allToCommonJs(outputFiles, 'development'))),
};

function pageOptions(mode: Mode): BuildOptions {
  const [script, style] = pageEntries;
  return {
    absWorkingDir: root,
    entryPoints: [
      { in: script, out: 'graph' },
      { in: style, out: 'graph' },
    ],
    outdir: inRoot('dist'),
    bundle: true,
    platform: 'browser',
    // Of the oldest VS Code supported.
    target: 'chrome122',
    format: 'iife',
    minify: mode === 'release',
    sourcemap: mode === 'development' ? 'inline' : false,
    legalComments: 'none',
    logLevel: 'warning',
  };
}

function requireEntries(): void {
  const all = [...Object.values(entries), ...Object.values(sharingEntries), ...pageEntries];
  const missing = all.filter((file) => !existsSync(inRoot(file)));
  if (missing.length > 0) throw new Failure(`Cannot build: missing ${missing.join(', ')}.`);
}
