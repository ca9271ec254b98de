import assert from 'node:assert/strict';
import { completeAt } from '../features/completion/support/accept.ts';
import { iamData } from '../support/iam-data.ts';
import { analysed } from './analysed.ts';

/** What takes the square of the length would not end before the test is given up. */
const length = 60_000;

/** Beyond what a regular expression goes back over. */
const veryLong = 12_000_000;

const long = (piece: string, size = length) => piece.repeat(Math.ceil(size / piece.length));

const json = (value: string) =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Sid":${value}}]}`;
const yaml = (value: string) => `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: "*"
    Sid: ${value}
`;

/** One line, or lines, of so many characters. */
const jsonLines: Readonly<Record<string, string>> = {
  'a string': `"${long('a')}"`,
  'a string that is not closed': `"${long('a')}`,
  escapes: `"${long('\\\\')}"`,
  'quotes that are escaped': `"${long('\\"')}`,
  quotes: long('"'),
  colons: long(':'),
  brackets: long('['),
  lists: long('[],'),
  'comments that are not closed': long('/*'),
  slashes: long('/'),
  'lone CR': long('\r'),
  'substitutions that are not closed': `"${long('${')}"`,
  'a key': `"x","${long('k')}":1`,
};

const yamlLines: Readonly<Record<string, string>> = {
  'a string': `"${long('a')}"`,
  'a string that is not closed': `"${long('a')}`,
  'quotes that are escaped': `"${long('\\"')}`,
  'quotes that are doubled': `'${long("''")}'`,
  'quotes that are doubled and not closed': `'${long("''")}`,
  'a plain text': long('a'),
  words: long('a b'),
  blanks: `${long(' ')}a`,
  tabs: `${long('\t')}a`,
  'blanks in quotes': `"a${long(' ')}a"`,
  dashes: long('- '),
  brackets: long('['),
  braces: long('{'),
  items: `[${long('a,')}]`,
  anchors: long('&a '),
  colons: long(':'),
  comments: long(' #'),
  'number signs': long('#'),
  'lone CR': `a${long('\r')}`,
  'substitutions that are not closed': `[${long('${')}`,
  'quotes in brackets that are not closed': `[${long('"a\\')}`,
  'a key in quotes': `x\n    "${long('k')}": 1`,
};

describe(`a line of ${length} characters`, () => {
  for (const [path, write, lines] of [
    ['a.json', json, jsonLines],
    ['a.yaml', yaml, yamlLines],
  ] as const)
    for (const [what, value] of Object.entries(lines))
      it(`is analysed and completed in ${path}: ${what}`, () => {
        const text = write(value);
        const { findings } = analysed({ path, text }, { rules: {}, iamData });
        assert.ok(findings.every(({ span }) => 0 <= span.start && span.start <= span.end && span.end <= text.length));
        for (const at of [text.indexOf('Sid') + 8, text.length >> 1, text.length]) {
          const { found, start } = completeAt(path, `${text.slice(0, at)}<|>${text.slice(at)}`);
          for (const { replace } of found?.items ?? [])
            assert.ok(start + replace.start <= at && at <= start + replace.end, 'the cursor is in what is replaced');
        }
      });
});

describe(`a value of ${veryLong} characters`, () => {
  for (const [what, path, text] of [
    ['JSON', 'a.json', json(`"${long('a', veryLong)}"`)],
    ['JSON, not closed', 'a.json', json(`"${long('a', veryLong)}`)],
    ['double quotes', 'a.yaml', yaml(`"${long('a', veryLong)}"`)],
    ['double quotes, not closed', 'a.yaml', yaml(`"${long('a', veryLong)}`)],
    ['single quotes', 'a.yaml', yaml(`'${long('a', veryLong)}'`)],
    ['single quotes, doubled', 'a.yaml', yaml(`'${long("''", veryLong)}'`)],
    ['plain', 'a.yaml', yaml(long('a', veryLong))],
    ['a block', 'a.yaml', yaml(`|\n      ${long('a', veryLong)}`)],
    ['a key', 'a.yaml', yaml(`x\n    "${long('k', veryLong)}": 1`)],
  ] as const)
    it(`is read: ${what}`, () => {
      const { findings } = analysed({ path, text }, { rules: {}, iamData });
      assert.ok(findings.every(({ span }) => 0 <= span.start && span.start <= span.end && span.end <= text.length));
    });
});
