import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createScanner } from 'jsonc-parser';
import { createCursor, kinds } from '../../server/src/syntax/json-cursor.ts';

interface Token {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  readonly string?: { readonly value: string; readonly error: number };
}

describe('the tokens of a JSON text', () => {
  const piece = fc.constantFrom(
    ...'{}[]:, \t\r\n"\'\\/*',
    '\\"',
    '\\u0041',
    '"a"',
    '"\u0007"',
    '//',
    '/*',
    '*/',
    'true',
    '-1.5e3',
    'é',
    '\u00a0',
  );

  it('are those of the scanner alone, white space and comments left out', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        assert.deepEqual(tokensOf(text), scannedTokens(text), JSON.stringify(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('are found again behind any place', () => {
    const text = '{ "a": ["b\\n", "c"], // d\n "e": 1 }';
    const all = tokensOf(text);
    const cursor = createCursor(text, createScanner(text, false), () => {});
    for (const { start, kind, end } of all.toReversed()) {
      cursor.moveTo(start, 0);
      assert.deepEqual([cursor.kind, cursor.start, cursor.end, cursor.previousEnd], [kind, start, end, 0]);
    }
  });
});

function tokensOf(text: string): readonly Token[] {
  const cursor = createCursor(text, createScanner(text, false), () => {});
  const tokens: Token[] = [];
  for (; cursor.kind !== kinds.end; cursor.advance()) {
    const { kind, start, end } = cursor;
    tokens.push({ kind, start, end, ...(kind === kinds.string && { string: cursor.stringValue() }) });
  }
  return tokens;
}

function scannedTokens(text: string): readonly Token[] {
  const scanner = createScanner(text, true);
  const tokens: Token[] = [];
  for (let kind = scanner.scan(); kind !== kinds.end; kind = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const string = { value: scanner.getTokenValue(), error: scanner.getTokenError() };
    const end = Math.min(scanner.getPosition(), text.length);
    tokens.push({ kind, start, end, ...(kind === kinds.string && { string }) });
  }
  return tokens;
}
