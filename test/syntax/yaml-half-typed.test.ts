import assert from 'node:assert/strict';
import { parseYaml } from '../../server/src/syntax/yaml.ts';
import { complaints, outline } from './outline.ts';

/** What it shows, the text, its tree and its problems. */
type Case = readonly [name: string, text: string, tree: string, problems: readonly string[]];

const halfTyped: readonly Case[] = [
  [
    'a line indented too little among deeper ones',
    'r:\n  a:\n    x: 1\n c: 2\n  b:\n    y: 3\n',
    '{r@0-1: {a@5-6: {x@12-13: 1@15-16}@12-16, c@18-19: 2@21-22, b@25-26: {y@32-33: 3@35-36}@32-36}@5-36}@0-36',
    ['c: 2: The indentation of this line does not fit the lines above it.'],
  ],
  [
    'a block indented too far',
    'a:\n  b: 1\n    c:\n      - d\n    e: 2\n  f: 3\n',
    '{a@0-1: {b@5-6: 1@8-9, c@14-15: [d@25-26]@23-26, e@31-32: 2@34-35, f@38-39: 3@41-42}@5-42}@0-42',
    ['c:: The indentation of this line does not fit the lines above it.'],
  ],
  [
    'a colon in a plain value behind a tag',
    'a: !Sub b: ${c}\nd: 1\n',
    '{a@0-1: !Sub@3-7(b: ${c}@8-15)@3-15, d@16-17: 1@19-20}@0-20',
    ['b: ${c}: A value that holds a colon and a space must stand in quotes.'],
  ],
  [
    'brackets in brackets',
    '- a: [{b: [c # d\n  e: f\n- g\n',
    '[{a@2-3: [{b@7-8: [c@11-12]@10-12}@6-12]@5-12, e@19-20: f@22-23}@2-23, g@26-27]@0-27',
    ['c: The closing ]}] is missing.'],
  ],
  [
    'a word before comments and keys',
    'Effe\n\n  # c\na: 1\n',
    '{Effe@0-4: null@4-4, a@12-13: 1@15-16}@0-16',
    ['Effe: A colon and a value are missing behind this name.'],
  ],
  [
    'a word between keys',
    'x:\n  a: 1\n  Effe\n  b: 2\ny: 1\n',
    '{x@0-1: {a@5-6: 1@8-9, Effe@12-16: null@16-16, b@19-20: 2@22-23}@5-23, y@24-25: 1@27-28}@0-28',
    ['Effe: A colon and a value are missing behind this name.'],
  ],
  [
    'a word at the end of a map',
    'x:\n  - a: 1\n    Effe\n  - b: 2\n',
    '{x@0-1: [{a@7-8: 1@10-11, Effe@16-20: null@20-20}@7-20, {b@25-26: 2@28-29}@25-29]@5-29}@0-29',
    ['Effe: A colon and a value are missing behind this name.'],
  ],
  [
    'a word before any key',
    'x:\n  Effe\n  b: 2\n',
    '{x@0-1: {Effe@5-9: null@9-9, b@12-13: 2@15-16}@5-16}@0-16',
    ['Effe: A colon and a value are missing behind this name.'],
  ],
  ['a key without a value', 'a:\nb: 1', '{a@0-1: null@2-2, b@3-4: 1@6-7}@0-7', []],
  [
    'a space missing behind a colon',
    'x:\n  a: 1\n  Effect:Allow\n  b: 2\n',
    '{x@0-1: {a@5-6: 1@8-9, Effect@12-18: Allow@19-24, b@27-28: 2@30-31}@5-31}@0-31',
    [':: A space is missing behind the colon.'],
  ],
  [
    'a space missing behind a dash',
    'a:\n  - b\n  -c\n  - d\ne: 1\n',
    '{a@0-1: [b@7-8, c@12-13, d@18-19]@5-19, e@20-21: 1@23-24}@0-24',
    ['-: A space is missing behind the dash.'],
  ],
  [
    'a double quote that is not closed',
    'a: "abc\nb: 1\n',
    '{a@0-1: "abc="abc"@3-7, b@8-9: 1@11-12}@0-12',
    ['"abc: The closing quote is missing.'],
  ],
  [
    'a single quote that is not closed',
    `- a: 'abc
  b: 'x'
- c
`,
    `[{a@2-3: 'abc="abc"@5-9, b@12-13: 'x'="x"@15-18}@2-18, c@21-22]@0-22`,
    [`'abc: The closing quote is missing.`],
  ],
  [
    'a bracket that is not closed',
    '- a: [b, "c\n  d: 1\n- e\n',
    '[{a@2-3: [b@6-7, "c="c"@9-11]@5-11, d@14-15: 1@17-18}@2-18, e@21-22]@0-22',
    ['"c: The closing quote is missing.', 'c: The closing ] is missing.'],
  ],
  [
    'a brace that is not closed',
    'a: {b: c\nd: 1\n',
    '{a@0-1: {b@4-5: c@7-8}@3-8, d@9-10: 1@12-13}@0-13',
    ['c: The closing } is missing.'],
  ],
  [
    'a bracket too many',
    'a: b\nc: }\nd: 1\n',
    '{a@0-1: b@3-4, c@5-6: null@7-7, d@10-11: 1@13-14}@0-14',
    ['}: This bracket does not belong here. Remove it, or put the value in quotes.'],
  ],
  [
    'a comma missing in braces',
    'a: {"b": 1 "c": 2}\nd: 1\n',
    '{a@0-1: {"b"="b"@4-7: 1@9-10, "c"="c"@11-14: 2@16-17}@3-18, d@19-20: 1@22-23}@0-23',
    ['1: A comma is missing here.'],
  ],
  [
    'a line indented too far',
    'a:\n  b: 1\n   c: 2\n  d: 3\ne: 4\n',
    '{a@0-1: {b@5-6: 1@8-9, c@13-14: 2@16-17, d@20-21: 3@23-24}@5-24, e@25-26: 4@28-29}@0-29',
    ['c: 2: The indentation of this line does not fit the lines above it.'],
  ],
  [
    'a line indented too little',
    'a:\n    b: 1\n  c: 2\nd: 3\n',
    '{a@0-1: {b@7-8: 1@10-11, c@14-15: 2@17-18}@7-18, d@19-20: 3@22-23}@0-23',
    ['c: 2: The indentation of this line does not fit the lines above it.'],
  ],
  [
    'an item indented too little',
    'a:\n  - b: 1\n - c: 2\nd: 3\n',
    '{a@0-1: [{b@7-8: 1@10-11}@7-11, {c@15-16: 2@18-19}@15-19]@5-19, d@20-21: 3@23-24}@0-24',
    ['- c: 2: The indentation of this line does not fit the lines above it.'],
  ],
  [
    'tabs',
    'a:\n\tb: 1\n\tc: 2\nd: 1\n',
    '{a@0-1: {b@4-5: 1@7-8, c@10-11: 2@13-14}@4-14, d@15-16: 1@18-19}@0-19',
    [
      '\t: YAML does not allow tabs as indentation. Use spaces.',
      '\t: YAML does not allow tabs as indentation. Use spaces.',
    ],
  ],
  [
    'a colon in a plain value',
    'a: b: c # d\ne: 1\n',
    '{a@0-1: b: c@3-7, e@12-13: 1@15-16}@0-16',
    ['b: c: A value that holds a colon and a space must stand in quotes.'],
  ],
  [
    'a reserved character',
    'a: @b\nc: `d\n',
    '{a@0-1: @b@3-5, c@6-7: `d@9-11}@0-11',
    ['@: A value that begins with @ must stand in quotes.', '`: A value that begins with ` must stand in quotes.'],
  ],
  [
    'a star without quotes',
    'a: *\nb: 1\n',
    '{a@0-1: *@3-4, b@5-6: 1@8-9}@0-9',
    ['*: A value that begins with * must stand in quotes.'],
  ],
  [
    'an unknown alias',
    'a: *nope\nb: 1\n',
    '{a@0-1: null@3-8, b@9-10: 1@12-13}@0-13',
    ['*nope: No anchor &nope stands above. Put the value in quotes if it is a text.'],
  ],
  [
    'text behind a value',
    'a: "b" c\nd: 1\n',
    '{a@0-1: "b"="b"@3-6, d@9-10: 1@12-13}@0-13',
    ['c: This stands behind a finished value. Remove it, or put the whole value in quotes.'],
  ],
  [
    'a list where a key is due',
    'a: - b\nc: 1\n',
    '{a@0-1: null@2-2, b@5-6: null@6-6, c@7-8: 1@10-11}@0-11',
    [
      '-: This is not expected here. Check the quotes and the indentation of the lines before it.',
      'b: A colon and a value are missing behind this name.',
    ],
  ],
  [
    'an escape that is none',
    'a: "\\q"\nb: 1\n',
    '{a@0-1: "\\q"="\\\\q"@3-7, b@8-9: 1@11-12}@0-12',
    ['\\: This escape is not known in YAML. Write \\\\ for a backslash, or use single quotes.'],
  ],
  [
    'CRLF',
    'a: 1\r\nEffe\r\nb: "x\r\nc: 1\r\n',
    '{a@0-1: 1@3-4, Effe@6-10: null@10-10, b@12-13: "x="x"@15-17, c@19-20: 1@22-23}@0-23',
    ['Effe: A colon and a value are missing behind this name.', '"x: The closing quote is missing.'],
  ],
];

describe('YAML, half-typed', () => {
  for (const [name, text, tree, problems] of halfTyped) {
    it(`gets over ${name}`, () => {
      const read = parseYaml(text);
      assert.equal(outline(read.root), tree);
      assert.deepEqual(complaints(text, read.problems), problems);
    });
  }
});
