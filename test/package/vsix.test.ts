import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { listFiles } from './zip.ts';

/** All that a package may hold, and whether it must. */
const allowed: readonly { readonly pattern: RegExp; readonly required: boolean }[] = [
  { pattern: /^extension\.vsixmanifest$/, required: true },
  { pattern: /^\[Content_Types\]\.xml$/, required: true },
  { pattern: /^extension\/package\.json$/, required: true },
  { pattern: /^extension\/dist\/extension\.js$/, required: true },
  { pattern: /^extension\/dist\/server\.js$/, required: true },
  { pattern: /^extension\/dist\/cli\.js$/, required: true },
  { pattern: /^extension\/dist\/chunk-[A-Z0-9]+\.js$/, required: true },
  { pattern: /^extension\/dist\/aws\.js$/, required: true },
  { pattern: /^extension\/dist\/data\.js$/, required: true },
  { pattern: /^extension\/dist\/graph\.js$/, required: true },
  { pattern: /^extension\/dist\/graph\.css$/, required: true },
  { pattern: /^extension\/dist\/third-party-notices\.txt$/, required: true },
  { pattern: /^extension\/snippets\/[a-z-]+\.json$/, required: false },
  { pattern: /^extension\/schemas\/[a-z.-]+\.json$/, required: false },
  { pattern: /^extension\/docs\/rules\/(README|[a-z0-9-]+)\.md$/, required: false },
  { pattern: /^extension\/docs\/images\/[a-z0-9-]+\.(png|gif)$/, required: false },
  { pattern: /^extension\/images\/icon\.png$/, required: true },
  { pattern: /^extension\/readme\.md$/i, required: true },
  { pattern: /^extension\/changelog\.md$/i, required: true },
  { pattern: /^extension\/license(\.txt)?$/i, required: true },
];

const sizeLimit = 2 * 1024 * 1024;

describe('package', () => {
  const vsix = process.env.ROLECHAIN_VSIX ?? '';
  let files: readonly string[] = [];

  before(async () => {
    assert.ok(vsix, 'ROLECHAIN_VSIX names no package; run `npm test`');
    files = await listFiles(vsix);
  });

  it('holds nothing that is not on the list', () => {
    assert.deepEqual(
      files.filter((file) => !allowed.some(({ pattern }) => pattern.test(file))),
      [],
    );
  });

  it('holds all that it needs', () => {
    const missing = allowed.filter(({ pattern, required }) => required && !files.some((file) => pattern.test(file)));
    assert.deepEqual(
      missing.map(({ pattern }) => pattern.source),
      [],
    );
  });

  it('holds every picture that the README shows', () => {
    const shown = [...readFileSync('README.md', 'utf8').matchAll(/!\[[^\]]*\]\((?!https:)([^)\s]+)/g)];
    const missing = shown.map((match) => match[1] ?? '').filter((file) => !files.includes(`extension/${file}`));
    assert.deepEqual(missing, []);
  });

  it('is smaller than 2 MB', () => {
    assert.ok(statSync(vsix).size < sizeLimit, `it has ${statSync(vsix).size} bytes`);
  });
});
