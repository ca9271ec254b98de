import assert from 'node:assert/strict';
import { insertItems } from '../../server/src/edit/insert-item.ts';
import { removeItems } from '../../server/src/edit/remove-items.ts';
import { edited, gives, json, jsonc, lines, yaml } from './edited.ts';
import { arrayAt } from './opened.ts';

describe('several items removed', () => {
  it('of a block', () => {
    const text = lines('A: # list', '  - a', '  # above', '  - b', '  - c # c', '  - d');
    gives(
      text,
      yaml,
      ({ target, root }) => removeItems(target, arrayAt(root, 'A'), [1, 3]),
      'A: # list',
      '  - a',
      '  # above',
      '  - c # c',
    );
    gives(
      text,
      yaml,
      ({ target, root }) => removeItems(target, arrayAt(root, 'A'), [0, 2]),
      'A: # list',
      '  # above',
      '  - b',
      '  - d',
    );
  });

  it('at the end of a text without a last line break', () => {
    const text = 'A:\n  - a\n  - b\n  - c';
    assert.equal(
      edited(text, yaml, ({ target, root }) => removeItems(target, arrayAt(root, 'A'), [1, 2])),
      'A:\n  - a\n',
    );
  });

  it('of a list on one line', () => {
    const text = lines('{ "A": ["a", "b", "c", "d"] }');
    gives(text, json, ({ target, root }) => removeItems(target, arrayAt(root, 'A'), [0, 2]), '{ "A": ["b", "d"] }');
    gives(text, json, ({ target, root }) => removeItems(target, arrayAt(root, 'A'), [3, 2]), '{ "A": ["a", "b"] }');
  });

  it('of a list on lines, whose last comma stays', () => {
    const text = lines('{', '  "A": [', '    "a", // a', '    "b",', '    "c",', '  ]', '}');
    gives(
      text,
      jsonc,
      ({ target, root }) => removeItems(target, arrayAt(root, 'A'), [0]),
      '{',
      '  "A": [',
      '    "b",',
      '    "c",',
      '  ]',
      '}',
    );
    gives(lines('["a", "b", "c",]'), jsonc, ({ target, root }) => removeItems(target, arrayAt(root), [1, 2]), '["a",]');
  });

  it('but not all of them, nor where a comment stands between those at the end', () => {
    const text = lines('[', '  "a", // a', '  "b"', ']');
    assert.equal(
      edited(text, jsonc, ({ target, root }) => removeItems(target, arrayAt(root), [0, 1])),
      undefined,
    );
    assert.equal(
      edited(text, jsonc, ({ target, root }) => removeItems(target, arrayAt(root), [1])),
      undefined,
    );
  });
});

describe('several items inserted', () => {
  it('in their order, behind the comment of the item before', () => {
    const text = lines('[', '  "a" // a', ']');
    gives(
      text,
      jsonc,
      ({ target, root }) => insertItems(target, arrayAt(root), 1, ['b', 'c']),
      '[',
      '  "a", // a',
      '  "b",',
      '  "c"',
      ']',
    );
    const block = lines('- a # a', '- d');
    gives(
      block,
      yaml,
      ({ target, root }) => insertItems(target, arrayAt(root), 1, ['b', 'c']),
      '- a # a',
      '- b',
      '- c',
      '- d',
    );
  });

  it('into an empty list', () => {
    gives(
      lines('A: []'),
      yaml,
      ({ target, root }) => insertItems(target, arrayAt(root, 'A'), 0, ['b', 'c']),
      'A:',
      '  - b',
      '  - c',
    );
  });
});
