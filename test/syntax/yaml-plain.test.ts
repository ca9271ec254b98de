import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { longFormIntrinsic } from '../../server/src/syntax/intrinsic.ts';
import { splitYaml } from '../../server/src/syntax/split-yaml.ts';
import { parseYamlInFull, parseYamlPropertiesInFull } from '../../server/src/syntax/yaml.ts';
import { readPlainYaml } from '../../server/src/syntax/yaml-plain.ts';
import { yamlTemplates } from './templates.ts';

/** False where the text is left to the parser; else both read the same of it. */
function isReadTheSame(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  const said = JSON.stringify(text);
  const properties = { properties: plain.properties, problems: [] };
  assert.deepEqual(properties, parseYamlPropertiesInFull(text), said);
  assert.deepEqual({ root: longFormIntrinsic(plain), problems: [] }, parseYamlInFull(text), said);
  return true;
}

/** The pieces that a file is read in. */
function pieces(text: string): readonly string[] {
  return splitYaml(text)
    .flat()
    .map(({ start, end }) => text.slice(start, end));
}

const folder = 'samples';

const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ya?ml$/.test(name))
  .map((name) => readFileSync(path.join(folder, name), 'utf8'));

const texts = [...samples, ...Object.values(yamlTemplates)].flatMap(pieces);

/** One of each that is read without the parser. */
const plainTexts: readonly string[] = [
  'A: b\n',
  "Role:\n  Type: AWS::IAM::Role # it's a role\n\n  # about it\n  Properties:\n    Name: 'it''s'\n    Path: \"/a b/\"\n",
  '  Role:\r\n    Action:\r\n    - s3:GetObject\r\n    -   "s3:Put*"\r\n    Resource: arn:aws:s3:::${Name}/*\r\n',
  'A:\n  - B: 1\n    C: true\n  - D: null\n    E:\n    - 2012-10-17\n    - 012345678901\nF: Null\n',
  'A: !Sub "${X}"\nB: !If\n  - Yes\n  - !Ref X\n  - Fn::Sub: y\nC: !GetAtt X.Arn\nD: !Ref 12\n',
  "A: [ s3:Get*, 's3:x', !Ref B, [a, \"b\"], 12 ]\nB: !Join [ '', [ a b, c ] ]\n",
  'A:\n  aws:PrincipalOrgID: o-1\n  ForAnyValue:StringLike:\n    x: y\n# end',
  '__proto__: a\nconstructor: b\nA: c\nA: d\n',
];

/** What means something in YAML, to be put anywhere. */
const marks = [
  ...[
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '-',
    '- ',
    '?',
    ':',
    ': ',
    '#',
    ' #',
    "'",
    '"',
    '[',
    ']',
    '{',
    '}',
    ',',
    '!',
  ],
  ...[
    '!Ref ',
    '!!str ',
    '&a ',
    '*',
    '*a',
    '|',
    '>',
    '|\n',
    'x',
    '1',
    '~',
    '.',
    '%',
    '@',
    '\\',
    '`',
    '<<',
    '---\n',
    '...',
  ],
  ...['\n  ', '\n- ', '0x1', '1.5', '1e3', '-1', 'true', 'NULL', '\u2028', '\u00a0', '\uFEFF', '\0', 'key: value\n'],
];

/** A text with some of it taken away and something put there. */
const changed = fc
  .record({
    text: fc.constantFrom(...plainTexts, ...texts),
    edits: fc.array(fc.record({ at: fc.nat(), remove: fc.nat({ max: 12 }), insert: fc.constantFrom('', ...marks) }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ text, edits }) =>
    edits.reduce((now, { at, remove, insert }) => {
      const start = at % (now.length + 1);
      return now.slice(0, start) + insert + now.slice(start + (remove > 6 ? 0 : remove));
    }, text),
  );

describe('a plain YAML text', () => {
  for (const text of plainTexts) {
    it(`is read without the parser, as the parser reads it: ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.ok(isReadTheSame(text));
    });
  }

  for (const text of [
    '',
    '# only a comment\n',
    'A:\n',
    'A: a\n  b\n',
    'A: *x\n',
    'A: |\n  b\n',
    'A: "\\n"\n',
    'A:\tb\n',
    '- a\n',
  ])
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(readPlainYaml(text), undefined));

  it('is most of what the samples hold', () => {
    const all = samples.flatMap(pieces);
    const plain = all.filter(isReadTheSame);
    assert.ok(plain.length > all.length * 0.5, `${plain.length} of ${all.length}`);
  });

  it('nested deeper than any policy is left to the parser', () => {
    const deep = Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
    assert.equal(readPlainYaml(deep), undefined);
    assert.equal(readPlainYaml(`A: ${'['.repeat(300)}a${']'.repeat(300)}\n`), undefined);
  });

  it('says the same as the parser after any edit', function () {
    this.timeout(60_000);
    let read = 0;
    fc.assert(
      fc.property(changed, (text) => {
        if (isReadTheSame(text)) read++;
      }),
      { numRuns: 20_000 },
    );
    assert.ok(read > 1_000, `${read} were plain`);
  });
});
