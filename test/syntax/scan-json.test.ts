import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endOfComment, endOfString, endOfStringInLine, skipSpace } from '../../server/src/syntax/scan-json.ts';
import { splitJson } from '../../server/src/syntax/split-json.ts';

type Scan = (text: string, at: number) => number | undefined;

/** The same as patterns, which say it best but fail on long texts. */
const patterns: readonly {
  readonly scan: Scan;
  readonly pattern: RegExp;
  readonly otherwise?: (at: number) => number;
}[] = [
  { scan: endOfString, pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*"/y },
  { scan: endOfStringInLine, pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*(?:"|\\?(?=[\r\n]|$))/y },
  { scan: endOfComment, pattern: /\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*\*\//y },
  { scan: skipSpace, pattern: /(?:[ \t\r\n]|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)+/y, otherwise: (at) => at },
];

describe('scanning JSON', () => {
  for (const { scan, pattern, otherwise } of patterns) {
    it(`has ${scan.name} end where its pattern does`, () => {
      const text = fc.string({ unit: fc.constantFrom('"', '\\', '/', '*', '\n', '\r', ' ', '\t', 'a') });
      fc.assert(
        fc.property(text, fc.nat(3), (written, at) => {
          pattern.lastIndex = at;
          const end = pattern.test(written) ? pattern.lastIndex : otherwise?.(at);
          assert.equal(scan(written, at), end, JSON.stringify(written));
        }),
        { numRuns: 2_000 },
      );
    });
  }

  it('takes a string, a comment and white space of any length', () => {
    const long = 'a'.repeat(12_000_000);
    const space = ' '.repeat(12_000_000);
    const text = `{"${long}": {}, "Resources": ${space} /*${long}*/ {"A": {"B": "${long}"} //${long}\n, "C": {}}}`;
    assert.deepEqual(
      splitJson(text).map(({ kind }) => kind),
      ['section', 'resources', 'resource', 'resource'],
    );
  });
});
