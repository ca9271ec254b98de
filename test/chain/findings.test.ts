import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { applyChanges } from '../../server/src/edit/change.ts';
import { rules } from '../../server/src/rules/index.ts';
import { checkWorkspaceTexts } from '../support/checked-workspace.ts';
import { chainFindings, renderFindings } from './findings/render.ts';

const root = 'test/fixtures/chain-findings';
const expectation = 'expected.txt';

/**
 * Every folder of fixtures/chain-findings is a workspace; `expected.txt` shows what is found between its files.
 * `UPDATE=1` writes it anew; read the difference before you believe it.
 */
describe('findings of chains', () => {
  const names = readdirSync(root).sort();

  it('are shown for every rule of the workspace', () => {
    const shown = new Set(
      names.flatMap((name) =>
        [...readFileSync(`${root}/${name}/${expectation}`, 'utf8').matchAll(/^\S+: \w+ ([a-z-]+)$/gm)].map(
          ([, rule]) => rule,
        ),
      ),
    );
    const missing = rules.filter(({ id, check }) => check.scope === 'workspace' && !shown.has(id));
    assert.deepEqual(
      missing.map(({ id }) => id),
      [],
    );
  });

  for (const name of names) {
    const files = readWorkspace(`${root}/${name}`);

    it(name, () => {
      const rendered = renderFindings(checkWorkspaceTexts(files));
      const file = `${root}/${name}/${expectation}`;
      if (process.env.UPDATE === '1') writeFileSync(file, rendered);
      assert.ok(existsSync(file), `${file} is missing`);
      assert.equal(rendered, readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
    });

    it(`${name}: each fix takes its finding away`, () => {
      for (const [path, { source, findings: before }] of checkWorkspaceTexts(files))
        for (const { rule, message, fixes } of before.filter(({ fixes }) => fixes.length > 0)) {
          if (!rules.some(({ id, check }) => id === rule && check.scope === 'workspace')) continue;
          for (const { title, changes } of fixes) {
            const written = changes();
            if (written === undefined) continue;
            const fixed = checkWorkspaceTexts(new Map([...files, [path, applyChanges(source.whole(), written)]]));
            const left = [...fixed.values()].flatMap(chainFindings).map((each) => each.message);
            assert.ok(!left.includes(message), `${rule}: ${title}`);
            const faults = [...fixed.values()].flatMap(({ findings }) =>
              findings.filter(({ rule: id }) => id === 'syntax-error'),
            );
            assert.deepEqual(faults, []);
          }
        }
    });
  }
});

function readWorkspace(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => name !== expectation);
  return new Map(names.sort().map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
}
