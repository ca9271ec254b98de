import assert from 'node:assert/strict';
import { removeItem, removeProperty } from '../../server/src/edit/remove.ts';
import { edited, gives, json, jsonc, lines, yaml } from './edited.ts';
import { arrayAt, type Opened, objectAt } from './opened.ts';

const remove =
  (key: string, ...path: (string | number)[]) =>
  (opened: Opened) =>
    removeProperty(opened.target, objectAt(opened.root, ...path), key);
const item =
  (index: number, ...path: (string | number)[]) =>
  (opened: Opened) =>
    removeItem(opened.target, arrayAt(opened.root, ...path), index);

describe('removeProperty', () => {
  it('takes the comma along', () => {
    gives('{"a":1, "b":2, "c":3}\n', json, remove('a'), '{"b":2, "c":3}');
    gives('{"a":1, "b":2, "c":3}\n', json, remove('b'), '{"a":1, "c":3}');
    gives('{"a":1, "b":2, "c":3}\n', json, remove('c'), '{"a":1, "b":2}');
    gives('{ "a": 1 }\n', json, remove('a'), '{}');
    gives('{"a":1, "b":2,}\n', jsonc, remove('b'), '{"a":1,}');
  });

  it('takes its line and the comment on it, not the comments above', () => {
    const text = lines('{', '  // one', '  "a": 1, // a', '  // two', '  "b": 2 // b', '}');
    gives(text, jsonc, remove('a'), '{', '  // one', '  // two', '  "b": 2 // b', '}');
    gives(text, jsonc, remove('b'), '{', '  // one', '  "a": 1 // a', '  // two', '}');
    const block = lines('# one', 'a: 1 # a', '# two', 'b: 2 # b');
    gives(block, yaml, remove('a'), '# one', '# two', 'b: 2 # b');
    gives(block, yaml, remove('b'), '# one', 'a: 1 # a', '# two');
  });

  it('takes a value of several lines', () => {
    const text = lines('{', '  "a": {', '    "x": [', '    ]', '  },', '  "b": 2', '}');
    gives(text, json, remove('a'), '{', '  "b": 2', '}');
    gives(lines('a:', '  - x: |', '      y', 'b: 2'), yaml, remove('a'), 'b: 2');
    gives(lines('a: 1', 'b:', '  - x'), yaml, remove('b'), 'a: 1');
  });

  it('moves what follows up to the dash', () => {
    gives(lines('- a: 1 # one', '  b: 2'), yaml, remove('a', 0), '- b: 2');
    gives(lines('- a: 1', '  # two', '  b: 2'), yaml, remove('a', 0), '- # two', '  b: 2');
  });

  it('leaves an empty object', () => {
    gives(lines('a:', '  b: 1', 'c: 2'), yaml, remove('b', 'a'), 'a: {}', 'c: 2');
    gives(lines('- b: 1', '- c'), yaml, remove('b', 0), '- {}', '- c');
  });

  it('leaves no line at the end of a text without a last line break', () => {
    assert.equal(edited('a: 1\nb: 2', yaml, remove('b')), 'a: 1');
    assert.equal(edited('a: 1\r\nb: 2', yaml, remove('b')), 'a: 1');
  });

  it('leaves closing brackets in their place', () => {
    gives(lines('{ "a": 1,', '  "b": 2 }'), json, remove('b'), '{ "a": 1 }');
    gives(lines('{ "a": 1,', '  "b": 2 }'), json, remove('a'), '{ "b": 2 }');
  });

  it('removes nothing that is not there', () => {
    assert.equal(edited('{"a": 1}', json, remove('b')), undefined);
    assert.equal(edited('["a"]', json, item(1)), undefined);
  });
});

describe('removeItem', () => {
  it('takes the dash or the comma along', () => {
    gives(lines('- a', '- b: 1', '  c: 2', '- d'), yaml, item(1), '- a', '- d');
    gives(lines('- - a', '  - b', '- c'), yaml, item(0, 0), '- - b', '- c');
    gives(lines('-', '- b'), yaml, item(0), '- b');
    gives('[a, b]\n', yaml, item(1), '[a]');
    gives(lines('[', '  "a",', '  "b"', ']'), json, item(1), '[', '  "a"', ']');
    gives(lines('[{', '  "a": 1', '}, {', '  "b": 2', '}]'), json, item(0), '[{', '  "b": 2', '}]');
  });

  it('leaves an empty list', () => {
    gives(lines('a:', '  - b', 'c: 2'), yaml, item(0, 'a'), 'a: []', 'c: 2');
    gives(lines('[', '  "a"', ']'), json, item(0), '[]');
  });
});
