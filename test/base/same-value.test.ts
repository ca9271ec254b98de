import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSameValue } from '../../server/src/base/same-value.ts';

describe('values that say the same', () => {
  it('are those that read the same, whatever the order of their keys', () => {
    assert.ok(isSameValue({ a: [1, { b: 'x' }], c: undefined }, { c: undefined, a: [1, { b: 'x' }] }));
    assert.ok(isSameValue([], []));
  });

  it('differ in a key, an item, a type or an end', () => {
    const pairs: readonly (readonly [unknown, unknown])[] = [
      [{ a: 1 }, { b: 1 }],
      [{ a: undefined }, {}],
      [{ a: undefined }, { b: undefined }],
      [[1, 2], [1]],
      [[1], [1, undefined]],
      [[], {}],
      [{}, null],
      ['1', 1],
      [{ length: 0 }, []],
      [{ constructor: 1 }, { other: 1 }],
    ];
    for (const [one, other] of pairs) {
      assert.ok(!isSameValue(one, other), JSON.stringify([one, other]));
      assert.ok(!isSameValue(other, one), JSON.stringify([other, one]));
    }
  });

  it('are those of the same JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        assert.ok(isSameValue(one, structuredClone(one)));
        const normal = (value: unknown) => JSON.parse(JSON.stringify(value));
        let isEqual = true;
        try {
          assert.deepEqual(normal(one), normal(other));
        } catch {
          isEqual = false;
        }
        assert.equal(isSameValue(normal(one), normal(other)), isEqual);
      }),
    );
  });
});
