import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { severities } from '../../server/src/lint/finding.ts';
import { rules } from '../../server/src/rules/index.ts';
import { namesOfRules } from '../../server/tools/other-linters/names-of-rules.ts';

interface RulesSchema {
  readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
}

const ids = rules.map(({ id }) => id);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const groups: readonly { readonly properties: Readonly<Record<string, RulesSchema>> }[] =
  manifest.contributes.configuration;
const settings = groups.flatMap(({ properties }) => properties['rolechain.rules'] ?? []);
const schema: { readonly properties: { readonly rules: RulesSchema } } = JSON.parse(
  readFileSync('schemas/rolechain.config.schema.json', 'utf8'),
);

/** Rules that no policy is given to: what tests them. */
const testedElsewhere: Readonly<Record<string, string>> = {
  'unused-suppression': 'test/service/accept.test.ts',
  'unknown-configuration': 'test/lsp/configuration.test.ts',
};

describe('every rule', () => {
  for (const id of ids) {
    it(`${id} has a file, a page, a test, a setting and a place in the schema`, () => {
      assert.ok(existsSync(`server/src/rules/${id}.ts`), 'its file is called as it is');
      assert.ok(existsSync(`docs/rules/${id}.md`), 'its page');
      assert.ok(isTested(id), 'cases in a test of its name');
      for (const { properties } of [...settings, schema.properties.rules])
        assert.deepEqual(properties[id]?.enum, [...severities, 'off']);
      for (const list of ['README.md', 'docs/rules/README.md'])
        assert.ok(readFileSync(list, 'utf8').includes(`| [${id}](`), list);
      assert.ok(id in namesOfRules, 'what other linters call it');
    });
  }

  it('is there once', () => {
    assert.deepEqual([...new Set(ids)], ids);
  });
});

describe('what is there of a rule', () => {
  it('is of one that is in the list', () => {
    assert.deepEqual(namesIn('server/src/rules', '.ts', 'index'), ids.toSorted());
    assert.deepEqual(namesIn('docs/rules', '.md', 'README'), ids.toSorted());
    assert.equal(settings.length, 1);
    for (const { properties } of [...settings, schema.properties.rules])
      assert.deepEqual(Object.keys(properties).sort(), ids.toSorted());
    assert.deepEqual(Object.keys(namesOfRules).sort(), ids.toSorted());
  });
});

const cases = 'test/fixtures/chain-findings';
const foundInWorkspaces = readdirSync(cases)
  .map((name) => readFileSync(`${cases}/${name}/expected.txt`, 'utf8'))
  .join('\n');

/** It runs cases of the rule, or is a test that names it; rules that read the graph have their cases in folders. */
function isTested(id: string): boolean {
  const isOfGraph = rules.find((rule) => rule.id === id)?.check.scope === 'workspace';
  if (isOfGraph) return new RegExp(`\\b${id}\\b`).test(foundInWorkspaces);
  const elsewhere = testedElsewhere[id];
  const file = elsewhere ?? `test/rules/${id}.test.ts`;
  return existsSync(file) && readFileSync(file, 'utf8').includes(elsewhere ? id : `ruleCases('${id}'`);
}

function namesIn(folder: string, extension: string, other: string): readonly string[] {
  const names = readdirSync(folder).map((file) => file.slice(0, -extension.length));
  return names.filter((name) => name !== other).sort();
}
