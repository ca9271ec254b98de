import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { touches } from '../../../server/src/base/span.ts';
import { selectionsIn } from '../../../server/src/features/selection/selection-spans.ts';
import { formatOf } from '../../../server/src/syntax/format.ts';
import type { SyntaxFile } from '../../../server/src/syntax/fragment.ts';
import { readFile } from '../../../server/src/syntax/read.ts';

interface Text {
  readonly path: string;
  readonly text: string;
  readonly file: SyntaxFile | undefined;
}

function read(file: string, text: string): Text {
  const format = formatOf(file, undefined, text);
  return { path: file, text, file: format && readFile(text, format) };
}

/** All texts of the samples and of the fixtures, with either end of line. */
const texts = ['samples', 'test/fixtures']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:json|ya?ml)$/.test(name))
      .map((name) => path.join(folder, name)),
  )
  .flatMap((name) => {
    const text = readFileSync(name, 'utf8').replaceAll('\r\n', '\n');
    return [read(name, text), read(name, text.replaceAll('\n', '\r\n'))];
  });

/** Each range holds the place and the former, none comes twice, and the last is the whole text. */
function check({ path: name, text, file }: Text, offset: number): void {
  const spans = selectionsIn(text, file)(offset);
  const at = `${name}:${offset}`;
  for (const [index, span] of spans.entries()) {
    const inner = spans[index - 1];
    assert.ok(touches(span, offset) && span.end > span.start, at);
    if (inner === undefined) continue;
    assert.ok(span.start <= inner.start && inner.end <= span.end, at);
    assert.ok(span.end - span.start > inner.end - inner.start, at);
  }
  assert.deepEqual(spans.at(-1), text === '' ? undefined : { start: 0, end: text.length }, at);
}

describe('selecting at every place', () => {
  it('nests what it offers, in all samples and fixtures', () => {
    const places = fc
      .constantFrom(...texts)
      .chain((text) => fc.record({ text: fc.constant(text), offset: fc.nat(text.text.length) }));
    fc.assert(
      fc.property(places, ({ text, offset }) => check(text, offset)),
      { numRuns: 4000 },
    );
  });

  it('answers behind every half-typed text', () => {
    for (const name of ['samples/before/source-account.yaml', 'samples/before/source-role.trust.json']) {
      const text = readFileSync(name, 'utf8');
      for (let length = 0; length <= text.length; length++) check(read(name, text.slice(0, length)), length);
    }
  });

  it('answers in texts of random characters', () => {
    const characters = fc.constantFrom(...'{}[]()"\'\\:,-#*&!|>/\n\r\t ab$<');
    const random = fc.record({
      text: fc.array(characters, { maxLength: 60 }).map((each) => each.join('')),
      name: fc.constantFrom('a.yaml', 'a.json', 'a.jsonc', 'a.txt'),
      place: fc.nat(60),
    });
    fc.assert(
      fc.property(random, ({ text, name, place }) => check(read(name, text), Math.min(place, text.length))),
      { numRuns: 3000 },
    );
  });

  it('answers for one of many places what it answers for that place alone', () => {
    const policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'] }] });
    const own = [
      read(
        'a.yaml',
        '# one\n# two\nA: 1 # three\n# four\n\n# five\nB: [*x, "# six", &x [1, 2], *x]\n  # seven\n  # eight',
      ),
      read('a.jsonc', '// one\n// two\n{ // three\n  // four\n/* five\n// six\n// seven */ "A": "// eight" // nine\n}'),
      read('a.json', JSON.stringify({ Resources: { One: { Properties: { PolicyDocument: policy } } } })),
      read('b.yaml', 'A:\n  - &x [1, 2]\n  - *x\n\n  -   3\n  - B: 1\n    <<: { C: 2 }\n'),
    ];
    const places = fc
      .constantFrom(...own, ...own, ...texts)
      .chain((text) => fc.record({ text: fc.constant(text), offsets: fc.array(fc.nat(text.text.length)) }));
    fc.assert(
      fc.property(places, ({ text: { text, file }, offsets }) => {
        const shared = selectionsIn(text, file);
        for (const offset of offsets) assert.deepEqual(shared(offset), selectionsIn(text, file)(offset), `${offset}`);
      }),
      { numRuns: 300 },
    );
  });
});
