import assert from 'node:assert/strict';
import { parseJson } from '../../server/src/syntax/json.ts';
import { child, property, stringValue } from '../../server/src/syntax/node.ts';

describe('a property of an object', () => {
  for (const count of [3, 100]) {
    const others = Array.from({ length: count }, (_, index) => `"key${index}": "${index}"`).join(', ');
    const { root } = parseJson(`{"key1": "first", ${others}, "__proto__": "a", "key2": "last"}`, { comments: false });

    it(`is the last of its name, of ${count} and more`, () => {
      assert.equal(stringValue(child(root, 'key1')), '1');
      assert.equal(stringValue(child(root, 'key2')), 'last');
      assert.equal(stringValue(child(root, '__proto__')), 'a');
    });

    it(`is none where no key has the name, of ${count} and more`, () => {
      assert.equal(property(root, 'constructor'), undefined);
      assert.equal(property(root, 'Key1'), undefined);
    });
  }
});
