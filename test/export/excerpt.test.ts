import assert from 'node:assert/strict';
import { renderExcerpt } from '../../server/src/export/excerpt.ts';
import { plainPaint } from '../../server/src/export/paint.ts';

/** The excerpt of the text between `<|` and `|>`. */
function excerpt(marked: string, width = 60): string {
  const start = marked.indexOf('<|');
  const text = marked.replace('<|', '').replace('|>', '');
  const end = marked.replace('<|', '').indexOf('|>');
  const place = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  const range = { start: place(start), end: place(end) };
  return renderExcerpt(text.split('\n'), range, { paint: plainPaint, tone: 'error', width }).join('\n');
}

function rows(...lines: readonly string[]): string {
  return lines.join('\n');
}

describe('excerpt', () => {
  it('underlines a range of one line', () => {
    assert.equal(excerpt('{\n  "Effect": <|"Alow"|>\n}'), rows('2 |   "Effect": "Alow"', '  |             ^^^^^^'));
  });

  it('shows an empty range as one mark, also at the end of a line and of the text', () => {
    assert.equal(excerpt('a: <||>b'), rows('1 | a: b', '  |    ^'));
    assert.equal(excerpt('a:<||>\nb'), rows('1 | a:', '  |   ^'));
    assert.equal(excerpt('a\n<||>'), rows('2 |', '  | ^'));
  });

  it('widens the numbers for the longest of them', () => {
    const text = `${'\n'.repeat(8)}  <|a:\n  b|>`;
    assert.equal(excerpt(text), rows(' 9 |   a:', '   |   ^^', '10 |   b', '   |   ^'));
  });

  it('shows three lines whole, and of more the first two and the last', () => {
    assert.equal(excerpt('<|a\nb\nc|>'), rows('1 | a', '  | ^', '2 | b', '  | ^', '3 | c', '  | ^'));
    assert.equal(
      excerpt('x: <|{\n  a\n  b\n  c\n}|>'),
      rows('1 | x: {', '  |    ^', '2 |   a', '  |   ^', '...', '5 | }', '  | ^'),
    );
  });

  it('leaves blank lines and blanks at the ends of lines without a mark', () => {
    assert.equal(excerpt('<|a  \n\n  b|>'), rows('1 | a', '  | ^', '2 |', '3 |   b', '  |   ^'));
    assert.equal(excerpt('<|a: b\n|>c'), rows('1 | a: b', '  | ^^^^'));
  });

  it('shows tabs as columns, four at most', () => {
    assert.equal(excerpt('\ta\t<|b|>'), rows('1 |     a   b', '  |         ^'));
  });

  it('counts wide characters twice and combining ones not at all', () => {
    assert.equal(excerpt('漢字 <|字|>.'), rows('1 | 漢字 字.', '  |      ^^'));
    assert.equal(excerpt('e\u0301 <|x|>'), rows('1 | e\u0301 x', '  |   ^'));
    assert.equal(excerpt('👩‍👩‍👧 <|👍🏽|> <'), rows('1 | 👩‍👩‍👧 👍🏽 <', '  |    ^^'));
  });

  it('shows characters that steer a terminal as marks', () => {
    assert.equal(excerpt('a\u001b[2J<|b\u202e|>'), rows('1 | a␛[2Jb\ufffd', '  |      ^^'));
  });

  it('cuts a long line around the range', () => {
    const long = `"start": "${'a'.repeat(30)}", <|"here"|>: "${'b'.repeat(30)}"`;
    assert.equal(
      excerpt(long, 44),
      rows('1 | …aaaaaaaaaaaaaa", "here": "bbbbbbbbbbbb…', '  |                   ^^^^^^'),
    );
    const early = `<|"here"|>: "${'b'.repeat(60)}"`;
    assert.equal(excerpt(early, 44), rows('1 | "here": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…', '  | ^^^^^^'));
    const late = `"${'b'.repeat(60)}": <|"here"|>`;
    assert.equal(excerpt(late, 44), rows(`1 | …${'b'.repeat(30)}": "here"`, `  | ${' '.repeat(34)}^^^^^^`));
  });

  it('cuts a long range at the end of the window', () => {
    const long = `a: <|${'b'.repeat(200)}|>`;
    assert.equal(excerpt(long, 44), rows(`1 | a: ${'b'.repeat(36)}…`, `  |    ${'^'.repeat(36)}`));
  });

  it('is quick on a line of a megabyte, and never cuts a character in two', () => {
    const line = `${'😀'.repeat(250_000)}<|x|>${'😀'.repeat(250_000)}`;
    const shown = excerpt(line, 44);
    assert.doesNotMatch(shown, /\p{Surrogate}/u);
    assert.match(shown, /^1 \| …(😀)+x(😀)+…\n {2}\| +\^$/u);
  });
});
