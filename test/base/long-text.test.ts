import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editBetween, editText, type LongText, longText, type TextEdit } from '../../server/src/base/long-text.ts';

const shares = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(9), fc.string({ maxLength: 6 }));

function placed(length: number, [share, removed, inserted]: readonly [number, number, string]): TextEdit {
  const start = Math.floor(share * length);
  return { start, end: Math.min(start + removed, length), inserted };
}

function apply(text: string, { start, end, inserted }: TextEdit): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

describe('a long text', () => {
  // Both nearer to each other and farther than what one text takes up.
  for (const size of [30, 100_000])
    it(`is what the edits make of ${size} characters, and tells what was edited`, () => {
      const first = 'abcdefghij'.repeat(size / 10);
      fc.assert(
        fc.property(fc.array(shares, { minLength: 1, maxLength: 8 }), fc.nat(7), (all, asked) => {
          const versions: [LongText, string][] = [[longText(first), first]];
          for (const [index, each] of all.entries()) {
            const [text, expected] = versions.at(-1) ?? [longText(''), ''];
            // Some are read from end to end on the way.
            if (index === asked) assert.equal(text.whole(), expected);
            const edit = placed(text.length, each);
            versions.push([editText(text, edit), apply(expected, edit)]);
          }
          for (const [text, expected] of versions) {
            assert.equal(text.length, expected.length);
            for (const at of [0, 0.3, 0.6].map((share) => Math.floor(share * expected.length)))
              assert.equal(text.slice(at, at + 13), expected.slice(at, at + 13));
          }
          for (const [before, was] of versions)
            for (const [after, is] of versions) {
              const edit = editBetween(before, after);
              if (edit !== undefined) assert.equal(apply(was, edit), is);
            }
          for (const [text, expected] of versions) assert.equal(text.whole(), expected);
        }),
        { numRuns: 50 },
      );
    });

  it('tells of edits near each other no more than what they change', () => {
    const text = longText('x'.repeat(50_000));
    const one = editText(text, { start: 100, end: 100, inserted: 'a' });
    const two = editText(one, { start: 2000, end: 2001, inserted: 'bc' });
    assert.deepEqual(editBetween(one, two), { start: 2000, end: 2001, inserted: 'bc' });
    assert.deepEqual(editBetween(text, one), { start: 100, end: 100, inserted: 'a' });
    const same = editBetween(two, two);
    assert.deepEqual([same?.inserted, same?.start], ['', same?.end]);
  });

  it('tells of an edit far from those before where the text was read whole in between', () => {
    const text = editText(longText('x'.repeat(50_000)), { start: 100, end: 100, inserted: 'a' });
    const far = editText(text, { start: 40_000, end: 40_000, inserted: 'b' });
    assert.deepEqual(editBetween(text, far), { start: 40_000, end: 40_000, inserted: 'b' });
    assert.equal(editBetween(longText('x'), far), undefined);
  });
});
