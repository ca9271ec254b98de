import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insertProperty } from '../../server/src/edit/insert-property.ts';
import { edited, json, yaml } from './edited.ts';
import { objectAt, open, type Place, plainValue } from './opened.ts';

/** Strings near to what policies hold, and to what YAML could take for something else. */
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...` :#-?,[]{}&*!|>'"%@\`<=~.0123456789_eExyYnNtf/\\$\n\t`) }),
  fc.constantFrom(
    '2012-10-17',
    'null',
    '~',
    'yes',
    '0x1f',
    '1:20',
    'arn:aws:iam::123456789012:role/x',
    '${aws:username}',
  ),
);

const places: readonly (Place & { readonly name: string; readonly before: string })[] = [
  { name: 'YAML block', ...yaml, before: 'a: 1\nb:\n  - c\n' },
  { name: 'YAML block with double quotes', ...yaml, before: 'a: "1"\nb:\n- "c"\n' },
  { name: 'YAML flow', ...yaml, before: "{ a: 1, b: ['c'] }\n" },
  { name: 'JSON', ...json, before: '{"a": 1, "b": ["c"]}' },
];

describe('any string', () => {
  for (const { name, before, ...place } of places) {
    it(`is read back as it was written in ${name}`, () => {
      const property = fc.property(text, text, (key, value) => {
        fc.pre(key !== 'a' && key !== 'b' && key !== '__proto__' && key !== 'kind');
        const after = edited(before, place, ({ target, root }) =>
          insertProperty(target, objectAt(root), `k${key}`, { [key]: value, list: [value, key] }),
        );
        assert.ok(after !== undefined);
        const expected = {
          ...Object(plainValue(open(before, place).root)),
          [`k${key}`]: { [key]: value, list: [value, key] },
        };
        assert.deepEqual(plainValue(open(after, place).root), expected, after);
      });
      fc.assert(property, { seed: 20121017, numRuns: 500 });
    });
  }
});
