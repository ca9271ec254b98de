import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readParameterFile } from '../../server/src/lint/parameter-file.ts';
import { policyKinds } from '../../server/src/policy/kind.ts';
import { readOwnConfiguration } from '../../server/src/service/analyse-configuration.ts';
import { analyse } from '../../server/src/service/analysis.ts';
import { namedParameterFiles } from '../../server/src/service/parameter-files.ts';

const page = readFileSync('docs/configuration.md', 'utf8').replaceAll('\r\n', '\n');

function fences(language: string): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );
}

describe('docs/configuration.md', () => {
  it('shows a configuration that is right and has every key', () => {
    const schema = JSON.parse(readFileSync('schemas/rolechain.config.schema.json', 'utf8'));
    const keys = Object.keys(schema.properties).filter((key) => key !== '$schema');
    const [example = ''] = fences('jsonc');
    const { configuration, problems, syntaxProblems } = readOwnConfiguration(example);
    assert.deepEqual([...problems, ...syntaxProblems], []);
    assert.deepEqual(Object.keys(configuration).sort(), keys.toSorted());
    for (const key of keys) assert.match(page, new RegExp(`^\\| \`${key}\` \\|`, 'm'));
    for (const kind of policyKinds) assert.ok(page.includes(`\`${kind}\``), kind);
  });

  it('shows files of parameters that are named as they must be, and forms that are read', () => {
    const [, example = ''] = fences('jsonc');
    const { configuration, problems, syntaxProblems } = readOwnConfiguration(example);
    assert.deepEqual([...problems, ...syntaxProblems], []);
    assert.deepEqual(
      namedParameterFiles(configuration).map(({ file }) => file),
      ['params/security.json', 'params/all.yaml', 'params/members.yaml'],
    );
    const forms = [...page.matchAll(/^\| `([[{].*?[\]}])` \|/gm)].map(([, form = '']) => form);
    assert.equal(forms.length, 4);
    for (const form of forms)
      assert.deepEqual([...(readParameterFile('p.json', form).values ?? [])], [['Name', 'value']], form);
  });

  it('shows suppressions that hide what is there', () => {
    for (const language of ['yaml', 'json'])
      for (const text of fences(language)) {
        const path = `example.${language}`;
        assert.deepEqual(
          analyse({ path, text }, { rules: {} }).findings.map(({ message }) => message),
          [],
        );
        const bare = text.replace(/^.*rolechain-ignore.*\n/gm, '').replace('"RoleChain"', '"Other"');
        assert.ok(analyse({ path, text: bare }, { rules: {} }).findings.length > 0);
      }
  });
});
