import type { Loader } from 'esbuild';

/** The package's main file is UMD, which a bundler cannot follow; its ES modules it can. */
export const parserAlias = { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' };

/** Baked data is carried inside the bundle as bytes. */
export const loaders: Record<string, Loader> = { '.br': 'binary', '.gz': 'binary', '.bin': 'binary' };
