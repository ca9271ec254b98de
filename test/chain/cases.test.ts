import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { graphOf } from './cases/graph-of.ts';
import { compareHops, type ExpectedHop, updatedHops } from './cases/hops.ts';

const root = 'test/fixtures/chains';
const notInput = ['expected.json', 'case.md'];

/**
 * Every folder of fixtures/chains is a workspace; `case.md` reasons from AWS's pages what `expected.json` has to say.
 * `UPDATE=1` writes the verdicts anew; read the difference before you believe it.
 */
describe('chain cases', () => {
  const names = readdirSync(root).sort();

  it('are many, each with its reasons', () => {
    assert.ok(names.length >= 80);
    const silent = names.filter(
      (name) => readFileSync(`${root}/${name}/case.md`, 'utf8').trim().split('\n').length < 3,
    );
    assert.deepEqual(silent, []);
    const dumps = names.filter((name) => readdirSync(`${root}/${name}`).some((file) => /^\d{12}\.json$/.test(file)));
    assert.ok(dumps.length >= 20, `${dumps.length} are account dumps`);
  });

  for (const name of names) {
    it(name, () => {
      const folder = `${root}/${name}`;
      const graph = graphOf(readWorkspace(folder));
      const file = `${folder}/expected.json`;
      const expected: readonly ExpectedHop[] | undefined = existsSync(file)
        ? JSON.parse(readFileSync(file, 'utf8')).hops
        : undefined;
      if (process.env.UPDATE === '1') {
        writeFileSync(file, `${JSON.stringify({ hops: updatedHops(graph, expected ?? []) }, undefined, 2)}\n`);
        return;
      }
      assert.ok(expected, `${file} is missing`);
      assert.deepEqual(compareHops(graph, expected), []);
    });
  }
});

/** Text by path, relative to the folder. */
function readWorkspace(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !notInput.includes(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    files.sort().map((file) => [path.relative(folder, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
  );
}
