import assert from 'node:assert/strict';
import { alternatives, isNoValue, listItems } from '../../server/src/policy/alternatives.ts';
import { readValue } from '../../server/src/policy/read-value.ts';
import { describeParts } from '../../server/src/policy/value.ts';
import type { Node } from '../../server/src/syntax/node.ts';
import { nodeOf } from './reading.ts';

const texts = (nodes: readonly Node[]) => nodes.map((node) => describeParts(readValue(node).parts));

describe('alternatives', () => {
  const cases: readonly (readonly [written: string, texts: readonly string[]])[] = [
    ['a', ['a']],
    ['!If [C, a, b]', ['a', 'b']],
    ['{ "Fn::If": [C, a, b] }', ['a', 'b']],
    ['!If [C, a, !Ref AWS::NoValue]', ['a']],
    ['!Ref AWS::NoValue', []],
    ['!If [C, !If [D, a, b], !If [E, c, !Ref F]]', ['a', 'b', 'c', '${F}']],
    ['!If [C, a]', ['a']],
    ['!If [C, a, b, c]', ['a', 'b']],
    ['!If C', ['${If(C)}']],
  ];
  for (const [written, expected] of cases)
    it(`are the branches of ${written}`, () => assert.deepEqual(texts(alternatives(nodeOf(written))), expected));

  it('end where conditions are nested beyond use', () => {
    const deep = `${'!If [C, a, '.repeat(50)}b${']'.repeat(50)}`;
    assert.ok(alternatives(nodeOf(deep)).length < 20);
  });

  it('are opened in lists', () => {
    assert.deepEqual(texts(listItems(nodeOf('[a, !If [C, b, !Ref AWS::NoValue], c]'))), ['a', 'b', 'c']);
    assert.deepEqual(texts(listItems(nodeOf('!If [C, [a, b], c]'))), ['a', 'b', 'c']);
    assert.deepEqual(texts(listItems(nodeOf('a'))), ['a']);
    assert.deepEqual(texts(listItems(nodeOf('[]'))), []);
  });

  it('know what CloudFormation leaves out', () => {
    assert.equal(isNoValue(nodeOf('{ Ref: AWS::NoValue }')), true);
    assert.equal(isNoValue(nodeOf('AWS::NoValue')), false);
  });
});
