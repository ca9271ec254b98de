import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Node } from '../../server/src/syntax/node.ts';
import { parseYaml } from '../../server/src/syntax/yaml.ts';
import { complaints, everyNode, outline } from './outline.ts';

/** What it shows, the text, its tree and its problems. */
type Case = readonly [name: string, text: string, tree: string, problems: readonly string[]];

const wellFormed: readonly Case[] = [
  [
    'numbers as written, dates and yes as text',
    'a: 012345678901\nb: 2012-10-17\nc: yes\nd: true\ne: ~\nf: 1.5\n',
    '{a@0-1: 012345678901@3-15, b@16-17: 2012-10-17@19-29, c@30-31: yes@33-36, d@37-38: true@40-44, e@45-46: null@48-49, f@50-51: 1.5@53-56}@0-56',
    [],
  ],
  [
    'keys that are no strings',
    '1: a\n2012-10-17: b\ntrue: c\n? [d]\n: e\n',
    '{1@0-1: a@3-4, 2012-10-17@5-15: b@17-18, true@19-23: c@25-26, [d]@29-32: e@35-36}@0-36',
    [],
  ],
  [
    'functions in the short form',
    'a: !Sub "x"\nb: !GetAtt\n  Foo.Arn\nc: !Join [",", [!Ref x]]\n',
    '{a@0-1: !Sub@3-7("x"="x"@8-11)@3-11, b@12-13: !GetAtt@15-22(Foo.Arn@25-32)@15-32, c@33-34: !Join@36-41([","=","@43-46, [!Ref@49-53(x@54-55)@49-55]@48-56]@42-57)@36-57}@0-57',
    [],
  ],
  [
    'tags without a value, Condition, tags of YAML itself',
    'a: !Sub\nb: !Condition c\nc: !!str 1\nd: ! e\n',
    '{a@0-1: !Sub@3-7(null@7-7)@3-7, b@8-9: !Condition@11-21(c@22-23)@11-23, c@24-25: 1@33-34, d@35-36: e@40-41}@0-41',
    [],
  ],
  [
    'functions with a block as argument',
    'a: !Sub\n  - x\n  - y: 1\nb: !If\n  - c\n  # d\n\ne: 1\n',
    '{a@0-1: !Sub@3-7([x@12-13, {y@18-19: 1@21-22}@18-22]@10-22)@3-22, b@23-24: !If@26-29([c@34-35]@32-35)@26-35, e@43-44: 1@46-47}@0-47',
    [],
  ],
  [
    'functions in the long form, but Condition',
    'a:\n  Ref: b\nc:\n  Fn::Sub: d\n  # e\nCondition:\n  Condition: f\n',
    '{a@0-1: Fn::Ref@5-8(b@10-11)@5-11, c@12-13: Fn::Sub@17-24(d@26-27)@17-27, Condition@34-43: {Condition@47-56: f@58-59}@47-59}@0-59',
    [],
  ],
  [
    'blocks that end before comments and blank lines',
    'a:\n  - b:\n      c: 1\n      # comment\n  # other\n\nd: |\n  e\n\n\nf: >-\n  g\n',
    '{a@0-1: [{b@7-8: {c@16-17: 1@19-20}@16-20}@7-20]@5-20, d@48-49: |\n  e="e\\n"@51-56, f@59-60: >-\n  g="g"@62-68}@0-68',
    [],
  ],
  [
    'empty items and values',
    'a:\n  -\n  - b\nc: # d\ne: {f: , g}\n',
    '{a@0-1: [null@6-6, b@11-12]@5-12, c@13-14: null@15-15, e@20-21: {f@24-25: null@26-26, g@29-30: null@30-30}@23-31}@0-31',
    [],
  ],
  ['an alias as the node of its anchor', 'a: &a [b]\nc: *a\n', '{a@0-1: [b@7-8]@6-9, c@10-11: [b@7-8]@6-9}@0-15', []],
  [
    'merge keys, own keys first',
    'a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\nc:\n  <<: [*a, {z: 4}]\n',
    '{a@0-1: {x@7-8: 1@10-11, y@13-14: 2@16-17}@6-18, b@19-20: {y@33-34: 3@36-37, x@7-8: 1@10-11}@24-37, c@38-39: {x@7-8: 1@10-11, y@13-14: 2@16-17, z@53-54: 4@56-57}@43-59}@0-59',
    [],
  ],
  [
    'an anchor that is set again',
    'a: &x 1\nb: *x\nc: &x 2\nd: *x\n',
    '{a@0-1: 1@6-7, b@8-9: 1@6-7, c@14-15: 2@20-21, d@22-23: 2@20-21}@0-27',
    [],
  ],
  [
    'an anchor that holds itself',
    'a: &x [*x, b]\n',
    '{a@0-1: [null@7-9, b@11-12]@6-13}@0-13',
    ['*x: The anchor &x holds itself here.'],
  ],
  [
    'characters beyond the basic plane',
    '😀: "é😀" # c\nb: 😀\n',
    '{😀@0-2: "é😀"="é😀"@4-9, b@14-15: 😀@17-19}@0-19',
    [],
  ],
  ['a byte order mark', '\uFEFFa: 1\n', '{a@1-2: 1@4-5}@1-5', []],
  [
    'JSON in YAML',
    '{"a": [1, {"Ref": "b"}],\n "c":}',
    '{"a"="a"@1-4: [1@7-8, Fn::Ref@11-16("b"="b"@18-21)@10-22]@6-23, "c"="c"@26-29: null@30-30}@0-31',
    [],
  ],
  ['a plain text over lines', 'a: b\n  c\n', '{a@0-1: b\n  c="b c"@3-8}@0-8', []],
  ['an empty text', '', 'nothing', []],
  ['a text of comments', '# a\n', 'nothing', []],
  ['a text of a document mark', '---\n', 'nothing', []],
  ['CRLF', 'a: |\r\n  b\r\n  c\r\n\r\nd: e\r\n', '{a@0-1: |\r\n  b\r\n  c="b\\nc\\n"@3-14, d@18-19: e@21-22}@0-22', []],
];

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

describe('YAML', () => {
  for (const [name, text, tree, problems] of wellFormed) {
    it(`reads ${name}`, () => {
      const read = parseYaml(text);
      assert.equal(outline(read.root), tree);
      assert.deepEqual(complaints(text, read.problems), problems);
    });
  }

  for (const [name, text, tree, problems] of halfTyped) {
    it(`gets over ${name}`, () => {
      const read = parseYaml(text);
      assert.equal(outline(read.root), tree);
      assert.deepEqual(complaints(text, read.problems), problems);
    });
  }

  it('says what is plain text and what is quoted, and how', () => {
    const { root } = parseYaml('- a\n- "a"\n- \'a\'\n- |\n  a\n- >\n  a\n');
    const styles = root?.type === 'array' ? root.items.map((item) => item.type === 'string' && item.style) : [];
    assert.deepEqual(styles, ['plain', 'double', 'single', 'literal', 'folded']);
  });

  /** Each level holds the one before twice. */
  function doubling(levels: number): string {
    const lines = ['a0: &a0 [x, x]'];
    for (let level = 1; level <= levels; level++) {
      lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
    }
    return lines.join('\n');
  }

  it('shares the nodes of an anchor', () => {
    const { root, problems } = parseYaml(doubling(12));
    assert.deepEqual(problems, []);
    const last = root?.type === 'object' ? root.properties.at(-1)?.value : undefined;
    assert.ok(last?.type === 'array');
    assert.equal(last.items[0], last.items[1]);
  });

  it('follows no alias beyond 100,000 values, and says so of each', () => {
    for (const levels of [15, 60, 2000]) {
      const text = doubling(levels);
      const { root, problems } = parseYaml(text);
      assert.ok(root !== undefined);
      const size = expandedSize(root);
      assert.ok(size > 40_000 && size < 110_000, String(size));
      assert.ok(problems.length > 0);
      for (const { message, span } of problems) {
        assert.match(message, /more than 100000 values/);
        assert.match(text.slice(span.start, span.end), /^\*a\d+$/);
      }
    }
  });

  it('follows no alias deeper than 200 levels', () => {
    const lines = ['a0: &a0 x'];
    for (let level = 1; level <= 50; level++)
      lines.push(`a${level}: &a${level} ${'['.repeat(50)}*a${level - 1}${']'.repeat(50)}`);
    const { root, problems } = parseYaml(lines.join('\n'));
    assert.ok(root !== undefined && deepestOf(root) <= 202);
    // Three fit into each other; the alias behind them is not followed.
    assert.equal(problems.length, 16);
  });

  it('reads nothing of a text nested deeper than 200 levels, and says so once', () => {
    for (const text of ['['.repeat(10_000), '- '.repeat(10_000), '{a: '.repeat(10_000)]) {
      const { root, problems } = parseYaml(text);
      assert.equal(root, undefined);
      assert.deepEqual(
        problems.map((each) => each.message),
        ['This is nested deeper than 200 levels and is not read further.'],
      );
    }
    const { problems } = parseYaml('['.repeat(190) + ']'.repeat(190));
    assert.deepEqual(problems, []);
  });

  it('never throws, and keeps every span inside the text', () => {
    const token = fc.constantFrom(
      ...[
        'a',
        'a: ',
        'Effe\n',
        '- ',
        '\n',
        '\n  ',
        '\n    ',
        '\r\n',
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
        ', ',
        ': ',
        '# b',
        '|',
        '>',
      ],
      ...['&x ', '*x', '!Sub ', '!', '<<: ', '\t', '? ', '%', '@', '---\n', '...\n', '\\', '\uFEFF', '😀', '1', '~'],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        const text = tokens.join('');
        const read = parseYaml(text);
        for (const { span } of [...everyNode(read.root), ...read.problems]) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(text));
        }
        for (const node of everyNode(read.root)) {
          if (node.type === 'string') assert.equal(node.raw, text.slice(node.span.start, node.span.end));
        }
      }),
      { numRuns: 500 },
    );
  });
});

function childrenOf(node: Node): readonly Node[] {
  if (node.type === 'object') return node.properties.map(({ value }) => value);
  if (node.type === 'array') return node.items;
  return node.type === 'intrinsic' ? [node.argument] : [];
}

/** What a walk over the tree sees that knows nothing of aliases. */
function expandedSize(node: Node): number {
  return childrenOf(node).reduce((size, each) => size + expandedSize(each), 1);
}

function deepestOf(node: Node): number {
  return childrenOf(node).reduce((deepest, each) => Math.max(deepest, deepestOf(each) + 1), 1);
}
