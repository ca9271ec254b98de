import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { hashFiles } from './zip.ts';

/** What is made, fetched or not part of the package: the copy does without. */
const leftOut = /^(?:\.git|\.vscode-test|dist|node_modules|out|samples|test|.*\.vsix)$/;

describe('package built twice', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rolechain-'));
  // Neither name nor depth of where the sources lie may be in what is built of them.
  const copy = path.join(folder, 'some other', 'place');

  before(() => {
    mkdirSync(copy, { recursive: true });
    for (const name of readdirSync('.').filter((name) => !leftOut.test(name)))
      cpSync(name, path.join(copy, name), { recursive: true });
    symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'), 'junction');
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the same files with the same content', async function () {
    this.timeout(120_000);
    await promisify(execFile)(process.execPath, ['scripts/package.ts'], { cwd: copy });
    const again = readdirSync(copy).find((name) => name.endsWith('.vsix')) ?? '';
    const [first, second] = await Promise.all([
      hashFiles(process.env.ROLECHAIN_VSIX ?? ''),
      hashFiles(path.join(copy, again)),
    ]);
    assert.ok(first.size > 0);
    assert.deepEqual(second, first);
  });
});
