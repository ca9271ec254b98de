import assert from 'node:assert/strict';
import { insertComment } from '../../server/src/edit/insert-comment.ts';
import { insertItem } from '../../server/src/edit/insert-item.ts';
import { insertProperty } from '../../server/src/edit/insert-property.ts';
import type { Writable } from '../../server/src/edit/writable.ts';
import { edited, gives, json, jsonc, lines, yaml } from './edited.ts';
import { arrayAt, type Opened, objectAt, open } from './opened.ts';

const insert =
  (key: string, value: Writable, after: readonly string[] = [], ...path: (string | number)[]) =>
  (opened: Opened) =>
    insertProperty(opened.target, objectAt(opened.root, ...path), key, value, { after });
const item =
  (index: number, value: Writable, ...path: (string | number)[]) =>
  (opened: Opened) =>
    insertItem(opened.target, arrayAt(opened.root, ...path), index, value);

describe('insertProperty', () => {
  it('goes behind the last of the properties named, in the order of the text', () => {
    gives('{"b":1,"a":2,"c":3}\n', json, insert('x', 0, ['a', 'b']), '{"b":1,"a":2,"x":0,"c":3}');
    gives('{"b":1,"c":3}\n', json, insert('x', 0, ['a']), '{"b":1,"c":3,"x":0}');
    gives(lines('b: 1', 'a: 2', 'c: 3'), yaml, insert('x', 0, ['a', 'b']), 'b: 1', 'a: 2', 'x: 0', 'c: 3');
  });

  it('fills an empty object', () => {
    gives('{}\n', json, insert('a', 1), '{', '  "a": 1', '}');
    gives('{ "o": { } }\n', json, insert('a', 1, [], 'o'), '{ "o": { "a": 1 } }');
    gives(lines('- {}', '- b'), yaml, insert('a', 1, [], 0), '- a: 1', '- b');
  });

  it('keeps to the column of a block in a list', () => {
    gives(
      lines('-   a: 1', '    b: 2', '- c'),
      yaml,
      insert('x', 0, ['a'], 0),
      '-   a: 1',
      '    x: 0',
      '    b: 2',
      '- c',
    );
    gives(lines('- - a: 1', '- c'), yaml, insert('x', { z: 0 }, [], 0, 0), '- - a: 1', '    x:', '      z: 0', '- c');
  });

  it('goes below a value of several lines', () => {
    const text = lines('a: |', '  one', '', '  two', '', 'b: >', '  three');
    gives(text, yaml, insert('x', 0, ['a']), 'a: |', '  one', '', '  two', 'x: 0', '', 'b: >', '  three');
    gives(text, yaml, insert('x', 0), 'a: |', '  one', '', '  two', '', 'b: >', '  three', 'x: 0');
    gives(lines('a: "one', '  two" # c', 'b: 1'), yaml, insert('x', 0, ['a']), 'a: "one', '  two" # c', 'x: 0', 'b: 1');
  });

  it('needs no line break at the end of the text', () => {
    assert.equal(edited('a: 1', yaml, insert('x', 0)), 'a: 1\nx: 0');
    assert.equal(edited('a: 1\r\nb:', yaml, insert('x', ['z'])), 'a: 1\r\nb:\r\nx:\r\n  - z');
  });

  it('goes below a half-typed property', () => {
    gives(lines('a:', 'b: 1'), yaml, insert('x', 0, ['a']), 'a:', 'x: 0', 'b: 1');
    gives(lines('- a:', '- b: 1'), yaml, insert('x', 0, ['a'], 0), '- a:', '  x: 0', '- b: 1');
  });

  it('takes part in lines that are laid out otherwise', () => {
    gives(lines('{ "a": 1,', '  "b": 2 }'), json, insert('x', 0), '{ "a": 1,', '  "b": 2,', '  "x": 0 }');
    gives(lines('{ "a": 1', ', "b": 2', '}'), json, insert('x', 0, ['a']), '{ "a": 1, "x": 0', ', "b": 2', '}');
    gives(lines('{', '  "a": 1, "b": 2', '}'), json, insert('x', 0, ['a']), '{', '  "a": 1,', '  "x": 0, "b": 2', '}');
  });

  it('breaks an object only where no comment stands in it', () => {
    const long = 'x'.repeat(60);
    const text = lines('{', '  "o": { "a": 1, /* c */ "b": 2 }', '}');
    gives(text, jsonc, insert('x', long, [], 'o'), '{', `  "o": { "a": 1, /* c */ "b": 2, "x": "${long}" }`, '}');
    const broken = ['{', '  "o": {', '    "a": 1,', `    "x": "${long}",`, '    "b": 2', '  }', '}'];
    gives(text.replace('/* c */ ', ' '.repeat(20)), json, insert('x', long, ['a'], 'o'), ...broken);
  });

  it('refuses an object that others are merged into', () => {
    const text = lines('a: &a { b: 1 }', 'c:', '  <<: *a', '  d: 2');
    assert.equal(edited(text, yaml, insert('x', 0, [], 'c')), undefined);
  });
});

describe('insertItem', () => {
  it('goes to an end of a list or between', () => {
    gives('["a", "b"]\n', json, item(0, 'x'), '["x", "a", "b"]');
    gives('["a", "b"]\n', json, item(1, 'x'), '["a", "x", "b"]');
    gives('["a", "b"]\n', json, item(9, 'x'), '["a", "b", "x"]');
    gives(lines('[', '  "a"', ']'), json, item(0, 'x'), '[', '  "x",', '  "a"', ']');
    gives(lines('- a', '# b', '- b'), yaml, item(0, 'x'), '- x', '- a', '# b', '- b');
    gives(lines('- a', '# b', '- b'), yaml, item(1, 'x'), '- a', '- x', '# b', '- b');
  });

  it('writes objects of a list as the others', () => {
    const text = lines('{', '    "S": [{', '        "a": 1', '    }]', '}');
    gives(
      text,
      json,
      item(1, { x: 0 }, 'S'),
      '{',
      '    "S": [{',
      '        "a": 1',
      '    }, {',
      '        "x": 0',
      '    }]',
      '}',
    );
    gives(
      text,
      json,
      item(0, { x: 0 }, 'S'),
      '{',
      '    "S": [{',
      '        "x": 0',
      '    }, {',
      '        "a": 1',
      '    }]',
      '}',
    );
    gives('S: [{"a": 1}]\n', yaml, item(1, { x: 'y' }, 'S'), 'S: [{"a": 1}, {"x": "y"}]');
    gives(lines('S:', '  - { a: 1 }'), yaml, item(1, { x: 'z' }, 'S'), 'S:', '  - { a: 1 }', '  - { x: z }');
  });

  it('refuses a list with an anchor on an item', () => {
    assert.equal(edited(lines('- &a b', '- *a'), yaml, item(0, 'x')), undefined);
  });
});

describe('insertComment', () => {
  it('goes above the line, indented like it', () => {
    gives(
      lines('- a: 1', '  b: 2'),
      yaml,
      ({ target }) => insertComment(target, 11, 'why'),
      '- a: 1',
      '  # why',
      '  b: 2',
    );
    gives(
      lines('{', '\t"a": 1', '}'),
      jsonc,
      ({ target }) => insertComment(target, 5, 'why'),
      '{',
      '\t// why',
      '\t"a": 1',
      '}',
    );
    assert.equal(
      edited('a: 1\r\nb: 2\r\n', yaml, ({ target }) => insertComment(target, 6, 'why')),
      'a: 1\r\n# why\r\nb: 2\r\n',
    );
  });

  it('is not for JSON without comments, nor for strings', () => {
    assert.equal(
      edited('{"a": 1}', json, ({ target }) => insertComment(target, 1, 'why')),
      undefined,
    );
    const inLiteral = lines('a:', '  b: |-', '    {', '      "c": 1', '    }', '  d: 2');
    for (const part of ['{', '"c"', '}']) {
      const { target } = open(inLiteral, yaml);
      assert.equal(insertComment(target, inLiteral.indexOf(part), 'why'), undefined);
    }
    const below = insertComment(open(inLiteral, yaml).target, inLiteral.indexOf('d:'), 'why');
    assert.deepEqual(below?.[0]?.parts, ['  # why\n']);
  });
});
