import assert from 'node:assert/strict';
import fc from 'fast-check';
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

describe('YAML', () => {
  for (const [name, text, tree, problems] of wellFormed) {
    it(`reads ${name}`, () => {
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
