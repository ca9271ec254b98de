import assert from 'node:assert/strict';
import { demandsKey, entriesOn, isPositive, letsAnyValueThrough } from '../../server/src/policy/condition.ts';
import type { ConditionBlock, ConditionEntry } from '../../server/src/policy/statement.ts';
import { statementOf } from './reading.ts';

const block = (condition: string): ConditionBlock =>
  statementOf(`{ Effect: Allow, Condition: ${condition} }`).condition;

function entry(condition: string): ConditionEntry {
  const [only, ...others] = block(condition).entries;
  assert.ok(only !== undefined && others.length === 0, condition);
  return only;
}

describe('conditions', () => {
  const operators: readonly (readonly [operator: string, positive: boolean, demands: boolean])[] = [
    ['StringEquals', true, true],
    ['StringLike', true, true],
    ['stringlike', true, true],
    ['ArnEquals', true, true],
    ['NumericEquals', true, true],
    ['Bool', true, true],
    ['IpAddress', true, true],
    ['ForAnyValue:StringLike', true, true],
    ['ForAllValues:StringLike', true, false],
    ['StringEqualsIfExists', true, false],
    ['ForAnyValue:StringLikeIfExists', true, false],
    ['StringNotEquals', false, false],
    ['ArnNotLike', false, false],
    ['NotIpAddress', false, false],
    ['StringNotEqualsIfExists', false, false],
    ['ForAnyValue:StringNotLike', false, false],
    ['Null', false, false],
    ['NullIfExists', false, false],
    ['StringMatches', false, false],
  ];
  for (const [operator, positive, demands] of operators)
    it(`${operator} is ${positive ? '' : 'not '}positive and ${demands ? 'demands' : 'does not demand'} the key`, () => {
      const read = entry(`{ "${operator}": { aws:SourceArn: x } }`);
      assert.deepEqual([isPositive(read), demandsKey(read)], [positive, demands]);
    });

  it('are found by their key, whatever its case', () => {
    const conditions = block(
      '{ StringEquals: { AWS:sourcearn: a, aws:SourceAccount: b }, Bool: { aws:Sourcearn: c } }',
    );
    assert.deepEqual(
      entriesOn(conditions, ['aws:SourceArn']).map(({ key }) => key),
      ['AWS:sourcearn', 'aws:Sourcearn'],
    );
    assert.deepEqual(entriesOn(conditions, []), []);
  });

  it('let any value through by a wildcard, where the operator has wildcards', () => {
    const lets = (condition: string) => letsAnyValueThrough(entry(condition));
    assert.equal(lets('{ StringLike: { k: "*" } }'), true);
    assert.equal(lets('{ StringLike: { k: [a, "**"] } }'), true);
    assert.equal(lets('{ StringLike: { k: "a*" } }'), false);
    assert.equal(lets('{ StringEquals: { k: "*" } }'), false);
    assert.equal(lets('{ StringLike: { k: !Ref A } }'), false);
    assert.equal(lets('{ StringMatches: { k: "*" } }'), false);
  });

  it('let any value through where the key is compared with itself', () => {
    const lets = (condition: string) => letsAnyValueThrough(entry(condition));
    assert.equal(lets('{ StringEquals: { aws:ResourceAccount: "${aws:ResourceAccount}" } }'), true);
    assert.equal(lets('{ StringEquals: { AWS:resourceaccount: ["111122223333", "${aws:ResourceAccount}"] } }'), true);
    assert.equal(lets('{ StringEquals: { aws:ResourceAccount: "${aws:PrincipalAccount}" } }'), false);
    assert.equal(lets('{ StringEquals: { aws:ResourceAccount: "aws:ResourceAccount}}}" } }'), false);
  });

  it('are read as far as they can be', () => {
    const read = (condition: string) => {
      const { entries, complete } = block(condition);
      return [entries.map(({ operatorNode, key }) => `${operatorNode.value} ${key}`), complete];
    };
    assert.deepEqual(read('{ StringEquals: { a: x, b: y } }'), [['StringEquals a', 'StringEquals b'], true]);
    assert.deepEqual(read('{}'), [[], true]);
    assert.deepEqual(read('text'), [[], true]);
    assert.deepEqual(read('{ StringEquals: text, Bool: { a: x } }'), [['Bool a'], true]);
    assert.deepEqual(read('!Ref C'), [[], false]);
    assert.deepEqual(read('{ StringEquals: !Ref C, Bool: { a: x } }'), [['Bool a'], false]);
    assert.deepEqual(read('!If [C, { Bool: { a: x } }, !Ref AWS::NoValue]'), [['Bool a'], false]);
    assert.deepEqual(read('{ Bool: !If [C, { a: x }, { b: x }] }'), [['Bool a', 'Bool b'], false]);
    assert.deepEqual(read('{ Bool: { a: !If [C, x, y] } }'), [['Bool a'], true]);
  });

  it('are complete and empty where there are none', () => {
    assert.deepEqual(statementOf('{ Effect: Allow }').condition, { entries: [], complete: true });
  });
});
