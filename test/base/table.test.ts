import assert from 'node:assert/strict';
import { collect, ownValue, table } from '../../server/src/base/table.ts';
import { inheritedNames } from '../support/inherited-names.ts';

describe('table', () => {
  it('has what it was given and nothing that every object inherits', () => {
    const words = table({ one: 1 });
    assert.equal(words.one, 1);
    for (const name of inheritedNames) assert.equal(words[name], undefined, name);
  });

  it('holds any word as a key', () => {
    const all = collect(inheritedNames.map((name, index) => [name, index] as const));
    assert.deepEqual(
      Object.entries(all),
      [...inheritedNames.entries()].map(([index, name]) => [name, index]),
    );
  });

  it('finds in an object what it has itself', () => {
    assert.equal(ownValue({ one: 1 }, 'one'), 1);
    for (const name of inheritedNames) assert.equal(ownValue<unknown>({ one: 1 }, name), undefined, name);
  });
});
