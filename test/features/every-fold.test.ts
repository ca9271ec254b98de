import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Fold, foldSpans } from '../../server/src/features/folding/fold-spans.ts';
import { readFile } from '../../server/src/syntax/read.ts';

function check(text: string, folds: readonly Fold[]): void {
  for (const { span } of folds) {
    const at = `${span.start}-${span.end} of ${text.length}`;
    assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length, at);
    assert.match(text.charAt(span.start), /\S|[ \t]/, at);
  }
}

describe('folding', () => {
  it('answers for every half-typed text, with spans of that text', () => {
    for (const [name, format] of [
      ['samples/before/source-account.yaml', 'yaml'],
      ['samples/before/source-role.trust.json', 'json'],
    ] as const) {
      const text = readFileSync(name, 'utf8');
      for (let length = 0; length <= text.length; length++) {
        const part = text.slice(0, length);
        check(part, foldSpans(part, readFile(part, format)));
      }
    }
  });
});
