import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseJson } from '../../server/src/syntax/json.ts';
import { complaints, everyNode, keysOf, outline } from './outline.ts';

/** What it shows, the text, its tree and its problems. */
type Case = readonly [name: string, text: string, tree: string, problems: readonly string[]];

const wellFormed: readonly Case[] = [
  ['a Ref in the long form', '{"a": {"Ref": "X"}}', '{"a"="a"@1-4: Fn::Ref@7-12("X"="X"@14-17)@6-18}@0-19', []],
  [
    'a function in the long form',
    '{"Fn::Sub": ["${x}", {"x": 1}]}',
    'Fn::Sub@1-10(["${x}"="${x}"@13-19, {"x"="x"@22-25: 1@27-28}@21-29]@12-30)@0-31',
    [],
  ],
  [
    'no function: Condition is an element of IAM',
    '{"Condition": {"Ref": "x"}}',
    '{"Condition"="Condition"@1-12: Fn::Ref@15-20("x"="x"@22-25)@14-26}@0-27',
    [],
  ],
  [
    'no function: a second property',
    '{"Ref": "a", "b": 1}',
    '{"Ref"="Ref"@1-6: "a"="a"@8-11, "b"="b"@13-16: 1@18-19}@0-20',
    [],
  ],
  [
    'escapes, literals and numbers',
    '["\\u00e9\\ud83d\\ude00", "😀", true, false, null, -1.5e3]',
    '["\\u00e9\\ud83d\\ude00"="é😀"@1-21, "😀"="😀"@23-27, true@29-33, false@35-40, null@42-46, -1.5e3@48-54]@0-55',
    [],
  ],
];

const halfTyped: readonly Case[] = [
  [
    'a value that is not there yet',
    '{"a": , "b": 1}',
    '{"a"="a"@1-4: null@5-5, "b"="b"@8-11: 1@13-14}@0-15',
    [':: A value is missing here.'],
  ],
  ['a colon at the end', '{"a":}', '{"a"="a"@1-4: null@5-5}@0-6', [':: A value is missing here.']],
  [
    'a name alone',
    '{"a"',
    '{"a"="a"@1-4: null@4-4}@0-4',
    ['{: This brace is not closed.', '"a": A colon and a value are missing behind this name.'],
  ],
  [
    'a name before a comma',
    '{"a", "b": 1}',
    '{"a"="a"@1-4: null@4-4, "b"="b"@6-9: 1@11-12}@0-13',
    ['"a": A colon and a value are missing behind this name.'],
  ],
  [
    'two names without a colon',
    '{"a" "b": 1}',
    '{"a"="a"@1-4: null@4-4, "b"="b"@5-8: 1@10-11}@0-12',
    ['"a": A colon and a value are missing behind this name.'],
  ],
  [
    'a value on the next line that is a name',
    '{"a":\n "b": 1}',
    '{"a"="a"@1-4: null@5-5, "b"="b"@7-10: 1@12-13}@0-14',
    [':: A value is missing here.'],
  ],
  ['a missing colon', '{"a" 1}', '{"a"="a"@1-4: 1@5-6}@0-7', ['": A colon is missing here.']],
  [
    'a string that is not closed',
    '{"Effect": "Al\n, "b": [1]}',
    '{"Effect"="Effect"@1-9: "Al="Al"@11-14, "b"="b"@17-20: [1@23-24]@22-25}@0-26',
    ['"Al: The closing double quote is missing.'],
  ],
  [
    'a name that is not closed',
    '{"Eff\n"b": 1}',
    '{"Eff="Eff"@1-5: null@5-5, "b"="b"@6-9: 1@11-12}@0-13',
    ['"Eff: The closing double quote is missing.'],
  ],
  ['a list that is not closed', '[1,', '[1@1-2]@0-3', ['[: This bracket is not closed.']],
  [
    'a list closed by its object',
    '{"a": [1, 2\n"b": 2}',
    '{"a"="a"@1-4: [1@7-8, 2@10-11]@6-11, "b"="b"@12-15: 2@17-18}@0-19',
    ['[: This bracket is not closed.'],
  ],
  [
    'an object closed by its list',
    '{"s": [{"a": 1 ], "z": 1}',
    '{"s"="s"@1-4: [{"a"="a"@8-11: 1@13-14}@7-14]@6-16, "z"="z"@18-21: 1@23-24}@0-25',
    ['{: This brace is not closed.'],
  ],
  [
    'a name and a colon in a list',
    '["a": 1, 2]',
    '["a"="a"@1-4, 1@6-7, 2@9-10]@0-11',
    [':: This colon does not belong here. Remove it.'],
  ],
  [
    'missing commas',
    '{"a":1 "b":[1 "x"]}',
    '{"a"="a"@1-4: 1@5-6, "b"="b"@7-10: [1@12-13, "x"="x"@14-17]@11-18}@0-19',
    ['1: A comma is missing here.', '1: A comma is missing here.'],
  ],
  [
    'two commas',
    '{"a":1,, "b": 2}',
    '{"a"="a"@1-4: 1@5-6, "b"="b"@9-12: 2@14-15}@0-16',
    [',: This comma does not belong here. Remove it.'],
  ],
  [
    'a comma at the end',
    '{"a":[1,],}',
    '{"a"="a"@1-4: [1@6-7]@5-9}@0-11',
    [
      ',: JSON allows no comma before a closing bracket. Remove it.',
      ',: JSON allows no comma before a closing bracket. Remove it.',
    ],
  ],
  ['a name without quotes', '{a: 1}', '{a@1-2: 1@4-5}@0-6', ['a: This name must stand in double quotes.']],
  [
    'a half-typed literal',
    '{"a": tru}',
    '{"a"="a"@1-4: tru@6-9}@0-10',
    ['tru: This text must stand in double quotes.'],
  ],
  [
    'an action without quotes',
    '{"a": s3:Get*, "b": 1}',
    '{"a"="a"@1-4: s3:Get*@6-13, "b"="b"@15-18: 1@20-21}@0-22',
    ['s3:Get*: This text must stand in double quotes.'],
  ],
  [
    'an id without quotes',
    '{"a": 012345678901}',
    '{"a"="a"@1-4: 012345678901@6-18}@0-19',
    ['012345678901: A number must not begin with 0. Put it in double quotes if it is an id.'],
  ],
  [
    'a bracket too many',
    '{"a":1}}',
    '{"a"="a"@1-4: 1@5-6}@0-7',
    ['}: The document ends before this. Remove what follows, or move it inside.'],
  ],
  [
    'a value without a name',
    '{{"b": 1}, "a": 1}',
    '{"a"="a"@11-14: 1@16-17}@0-18',
    ['{: A name is missing before this value.'],
  ],
  [
    'escapes that are none',
    '{"a": "\\q\\u12"}',
    '{"a"="a"@1-4: "\\q\\u12"=""@6-14}@0-15',
    ['"\\q\\u12": A \\u escape needs four hexadecimal digits.'],
  ],
  [
    'a byte order mark and a comment',
    '\uFEFF// c\n{"a": 1}',
    '{"a"="a"@7-10: 1@12-13}@6-14',
    ['// c: Comments are not allowed in JSON: take them out before AWS reads this.'],
  ],
  [
    'an object behind a name without a colon',
    '{"a" {"b": 1}, "c": 2}',
    '{"a"="a"@1-4: {"b"="b"@6-9: 1@11-12}@5-13, "c"="c"@15-18: 2@20-21}@0-22',
    ['": A colon is missing here.'],
  ],
];

describe('JSON', () => {
  for (const [name, text, tree, problems] of wellFormed) {
    it(`reads ${name}`, () => {
      const read = parseJson(text, { comments: false });
      assert.equal(outline(read.root), tree);
      assert.deepEqual(complaints(text, read.problems), problems);
    });
  }

  for (const [name, text, tree, problems] of halfTyped) {
    it(`gets over ${name}`, () => {
      const read = parseJson(text, { comments: false });
      assert.equal(outline(read.root), tree);
      assert.deepEqual(complaints(text, read.problems), problems);
    });
  }

  it('takes comments and commas at the end where they are allowed', () => {
    const read = parseJson('// a\n{"b": [1, /* c */ 2,],}\n', { comments: true });
    assert.equal(outline(read.root), '{"b"="b"@6-9: [1@12-13, 2@23-24]@11-26}@5-28');
    assert.deepEqual(read.problems, []);
  });

  it('takes ${Name} for a value where holes are allowed', () => {
    const text = '{"a": ${B}, "c": [${D}${E}, 1${F}]}';
    const read = parseJson(text, { comments: false, holes: true });
    assert.equal(
      outline(read.root),
      '{"a"="a"@1-4: ${B}@6-10, "c"="c"@12-15: [${D}${E}@18-26, 1${F}@28-33]@17-34}@0-35',
    );
    assert.deepEqual(read.problems, []);
  });

  it('finds nothing in an empty text', () => {
    assert.deepEqual(parseJson(' \n', { comments: false }), { root: undefined, problems: [] });
  });

  it('stops at 200 levels and says so once', () => {
    const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    assert.deepEqual(parseJson(nested(200), { comments: false }).problems, []);
    const text = `[${nested(10_000)}, {"b": 1}]`;
    const read = parseJson(text, { comments: false });
    assert.deepEqual(complaints(text, read.problems), [
      '{: This is nested deeper than 200 levels and is not read further.',
    ]);
    const last = read.root?.type === 'array' ? read.root.items.at(-1) : undefined;
    assert.deepEqual(keysOf(last), ['b']);
  });

  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        const read = parseJson(text, { comments: false });
        assert.deepEqual(read.problems, []);
        for (const node of everyNode(read.root)) {
          const written = text.slice(node.span.start, node.span.end);
          if (node.type === 'string') assert.equal(JSON.parse(written), node.value);
          if (node.type === 'number') assert.equal(Number(written), node.value);
        }
      }),
    );
  });

  it('never throws, and keeps every span inside the text', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"a"',
      '1',
      '01',
      'tru',
      '\n',
      ' ',
      '//',
      '/*',
      '\\',
      '${',
      '-',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), fc.boolean(), (tokens, holes) => {
        const text = tokens.join('');
        const read = parseJson(text, { comments: false, holes });
        for (const { span } of [...everyNode(read.root), ...read.problems]) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, text);
        }
      }),
      { numRuns: 500 },
    );
  });
});
