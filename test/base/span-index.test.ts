import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexSpans } from '../../server/src/base/span-index.ts';

const span = fc.tuple(fc.nat(20), fc.nat(6)).map(([start, length]) => ({ start, end: start + length }));

describe('many spans', () => {
  it('are asked as each of them would be', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), span, (spans, asked) => {
        const { start, end } = asked;
        const { holds, overlaps } = indexSpans(spans);
        assert.equal(
          holds(asked),
          spans.some((each) => each.start <= start && end <= each.end),
        );
        assert.equal(
          overlaps(asked),
          spans.some((each) => each.start < end && start < each.end),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
