import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { policyKinds } from '../../server/src/policy/kind.ts';
import { readOwnConfiguration } from '../../server/src/service/analyse-configuration.ts';
import { analyse } from '../../server/src/service/analysis.ts';

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
