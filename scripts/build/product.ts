import { existsSync } from 'node:fs';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';
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
  extension: 'client/src/extension.ts',
  server: 'server/src/main.ts',
  cli: 'server/src/cli.ts',
  aws: 'server/src/aws/index.ts',
  data: 'server/src/data/index.ts',
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
  const [own, page] = await Promise.all([
    build({ ...options(mode), write: false, metafile: true }),
    build({ ...pageOptions(mode), write: false }),
  ]);
  const files = [...own.outputFiles, ...page.outputFiles, thirdPartyNotices(own.metafile)];
  writeFiles(files);
  removeOthers(inRoot('dist'), files);
}

/** Builds again on every change of a source file until the process ends. */
export async function watchProduct(): Promise<void> {
  requireEntries();
  for (const each of [options('development'), pageOptions('development')]) {
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
  const missing = [...Object.values(entries), ...pageEntries].filter((file) => !existsSync(inRoot(file)));
  if (missing.length > 0) throw new Failure(`Cannot build: missing ${missing.join(', ')}.`);
}
