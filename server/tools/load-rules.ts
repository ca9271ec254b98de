import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Rule } from '../src/lint/rule.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The rules as the server has them. They are bundled first: what they import, Node cannot load as it stands. */
export async function loadRules(): Promise<readonly Rule[]> {
  const outfile = path.join(root, 'out', `rules-${process.pid}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ['server/src/rules/index.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    loader: { '.br': 'binary', '.gz': 'binary', '.bin': 'binary' },
    logLevel: 'warning',
  });
  try {
    const { rules }: { readonly rules: readonly Rule[] } = await import(pathToFileURL(outfile).href);
    return rules;
  } finally {
    rmSync(outfile, { force: true });
  }
}
