import assert from 'node:assert/strict';
import { applyChanges } from '../../server/src/edit/change.ts';
import {
  type ConfigurationChange,
  editConfiguration,
  newConfiguration,
} from '../../server/src/lint/configuration-edit.ts';
import { globOf, matchGlobs } from '../../server/src/lint/configuration-glob.ts';
import { readOwnConfiguration } from '../../server/src/service/analyse-configuration.ts';

function edited(text: string, change: ConfigurationChange): string | undefined {
  const changes = editConfiguration(text, change);
  return changes && applyChanges(text, changes);
}

const off: ConfigurationChange = { type: 'rule', rule: 'wrong-type', level: 'off' };
const kind: ConfigurationChange = { type: 'kind', path: 'a.json', kind: 'scp' };
const accepted: ConfigurationChange = { type: 'suppression', path: 'p/a.json', rule: 'wrong-type' };

describe('configuration: edits', () => {
  it('make a new one', () => {
    assert.equal(newConfiguration(off), '{\n  "rules": {\n    "wrong-type": "off"\n  }\n}\n');
    assert.equal(
      newConfiguration(accepted),
      '{\n  "suppressions": [\n    {\n      "file": "p/a.json",\n      "rule": "wrong-type",\n      "reason": "<reason>"\n    }\n  ]\n}\n',
    );
    assert.equal(edited(' \n', off), newConfiguration(off));
  });

  it('keep comments and format', () => {
    const text = `{
  // What we care about.
  "rules": {
    "duplicate-key": "off", // a generator writes them
  },
  /* nothing
     yet */
}
`;
    assert.equal(
      edited(text, off),
      text.replace('generator writes them\n', 'generator writes them\n    "wrong-type": "off",\n'),
    );
    assert.equal(
      edited(text, { type: 'baseline', path: 'rolechain.baseline.json' }),
      text.replace('  },\n', '  },\n  "baseline": "rolechain.baseline.json",\n'),
    );
  });

  it('replace what is there', () => {
    assert.equal(edited('{ "rules": { "wrong-type": "hint" } }', off), '{ "rules": { "wrong-type": "off" } }');
    assert.equal(
      edited('{ "overrides": [{ "files": ["a.json"], "kind": "rcp" }] }', kind),
      '{ "overrides": [{ "files": ["a.json"], "kind": "scp" }] }',
    );
  });

  it('add a kind behind what would overrule it', () => {
    const text = '{ "overrides": [{ "files": ["a.json"], "kind": "rcp" }, { "files": ["**"], "kind": "trust" }] }';
    const { configuration } = readOwnConfiguration(edited(text, kind) ?? '');
    assert.deepEqual(configuration.overrides?.at(-1), { files: ['a.json'], kind: 'scp' });
    assert.equal(configuration.overrides?.length, 3);
  });

  it('refuse a text that is not in order', () => {
    for (const text of ['{ "rules": {', '[]', '{ "rules": 1 }']) assert.equal(edited(text, off), undefined);
  });
});

describe('configuration: globs', () => {
  const cases: readonly (readonly [globs: readonly string[], path: string, matches: boolean])[] = [
    [['a.json'], 'a.json', true],
    [['a.json'], 'b/a.json', false],
    [['*.json'], 'a.json', true],
    [['*.json'], 'b/a.json', false],
    [['**/*.json'], 'a.json', true],
    [['**/*.json'], '.b/.a.json', true],
    [['./a.json'], 'a.json', true],
    [['vendor'], 'vendor/b/a.json', true],
    [['vendor/'], 'vendor/a.json', true],
    [['vendor'], 'b/vendor/a.json', false],
    [['**/vendor/**'], 'b/vendor/a.json', true],
    [['{a,b}/*.json'], 'b/c.json', true],
    [['a/**', '!a/b.json'], 'a/b.json', false],
    [['a/**', '!a/b.json'], 'a/c.json', true],
    [['!a.json'], 'a.json', false],
    [['.'], 'a/b.json', true],
    [['!'], 'a.json', false],
    [[''], 'a.json', false],
    [[], 'a.json', false],
  ];
  for (const [globs, path, matches] of cases)
    it(`${JSON.stringify(globs)} ${matches ? 'mean' : 'do not mean'} ${path}`, () => {
      assert.equal(matchGlobs(globs)(path), matches);
    });

  it('can be made of any path', () => {
    for (const path of [
      'a.json',
      'a b/(c) [d].json',
      '{x,y}*?.json',
      '!a.json',
      'a+b@c|d.json',
      'a\\b.json',
      '#a$^.json',
    ]) {
      assert.ok(matchGlobs([globOf(path)])(path), path);
      assert.ok(!matchGlobs([globOf(path)])(`${path}x`), path);
    }
  });
});
