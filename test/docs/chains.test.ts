import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { hopStates } from '../../server/src/chain/hop-words.ts';

const page = readFileSync('docs/chains.md', 'utf8');

describe('docs/chains.md', () => {
  it('explains every word that the editor says of a hop, and no other', () => {
    const [, after = ''] = page.split('## The words');
    const words = [...after.matchAll(/^\| ([a-z ]+) \|/gm)].map((match) => match[1]);
    assert.deepEqual(words, ['word', ...hopStates]);
  });

  it('names only settings that there are', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const settings = contributes.configuration.flatMap(({ properties }: { properties: object }) =>
      Object.keys(properties),
    );
    const named = [...page.matchAll(/`(rolechain\.\w+)`/g)].map((match) => match[1]);
    assert.ok(named.length > 0);
    for (const name of named) assert.ok(settings.includes(name), name);
  });
});
