import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readCodeBlocks } from '../ci/read-page.ts';

interface Manifest {
  readonly version: string;
  readonly contributes: { readonly commands: readonly { readonly title: string }[] };
}

const page = readFileSync('docs/editors.md', 'utf8');
const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const server = '/path/to/rolechain/dist/server.js';

describe('docs/editors.md', () => {
  it('says of every command of the extension what another editor has in its place', () => {
    const titles = manifest.contributes.commands.map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => !page.includes(title)),
      [],
    );
  });

  it('names only options that the server reads', () => {
    const [, after = ''] = page.split('\n| option | what for |\n');
    const [table = ''] = after.split('\n\n');
    const named = [...table.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? '');
    const known = readFileSync('server/src/protocol/initialization.ts', 'utf8');
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((name) => !known.includes(`readonly ${name}?:`)),
      [],
    );
  });

  it('starts the server in the same way everywhere', () => {
    const starting = readCodeBlocks('docs/editors.md').filter(
      ({ code }) => code.includes('server.js"') || code.includes("server.js'"),
    );
    assert.deepEqual(
      starting.filter(({ code }) => !code.includes(server) || !code.includes('--stdio')),
      [],
    );
    assert.deepEqual(
      starting.map(({ language }) => language),
      ['lua', 'lua', 'toml', 'rust', 'elisp', 'elisp'],
    );
  });

  it('names the package as it is called', () => assert.ok(page.includes(`rolechain-${manifest.version}.vsix`)));
});
