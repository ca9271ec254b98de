import path from 'node:path';

/** The folder of the checkout: every script works from here, wherever it was called from. */
export const root = path.resolve(import.meta.dirname, '..');

/** An absolute path inside the checkout. */
export const inRoot = (...parts: readonly string[]): string => path.join(root, ...parts);

/** Things that are fetched or unpacked once and kept between runs; ignored by git. */
export const cacheFolder = inRoot('.vscode-test');
