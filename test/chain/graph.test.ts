import assert from 'node:assert/strict';
import { buildGraph, type Verdicts } from '../../server/src/chain/graph.ts';
import type { Entity, Place } from '../../server/src/role/entity.ts';
import { A, ASSUME, B, role, roleNamed, type Statement, say, unknown, world } from './world.ts';

describe('verdicts that are known', () => {
  const pinned: Statement = {
    ...ASSUME,
    Principal: { AWS: A },
    Condition: { ArnEquals: { 'lambda:SourceFunctionArn': `arn:aws:lambda:eu-west-1:${A}:function:run` } },
  };
  const source = role('s', {
    trust: [{ ...ASSUME, Principal: { Service: 'lambda.amazonaws.com' } }],
    permissions: [{ ...ASSUME, Resource: roleNamed('t', B) }],
    functions: ['f'],
  });
  const target = role('t', { account: B, trust: [pinned] });
  const { path: _, trust: __, ...plain } = role('f');
  const run = (name: string): Entity => ({
    ...plain,
    kind: 'function',
    runsAs: 's',
    arn: [`arn:aws:lambda:eu-west-1:${A}:function:${name}`],
  });

  it('are judged anew where a function of the source has another ARN', () => {
    const known: Verdicts = new WeakMap();
    const verdictOf = (name: string) =>
      buildGraph(world({ entities: [source, target, run(name)] }), known).hops.find((hop) => hop.source === source)
        ?.verdict;
    const first = verdictOf('run');
    assert.equal(first?.verdict, 'allowed');
    assert.equal(verdictOf('run'), first);
    assert.equal(verdictOf('walk')?.verdict, 'blocked');
    assert.equal(verdictOf('run')?.verdict, 'allowed');
  });
});

describe('roles of a stack set', () => {
  const own = unknown('a.yaml#AWS::AccountId', 'account', 'the account of `s`');
  const inAccounts = (...accounts: readonly string[]): readonly Place[] =>
    accounts.map((account) => ({ account: [account], standsFor: own.unknown }));
  const both = (places: readonly Place[]): readonly [Entity, Entity] => [
    role('s', { places, permissions: [{ ...ASSUME, Resource: ['arn:aws:iam::', own, ':role/t'] }] }),
    role('t', { places, trust: [{ ...ASSUME, Principal: { AWS: ['arn:aws:iam::', own, ':root'] } }] }),
  ];
  const verdict = (source: Entity, target: Entity) =>
    buildGraph(world({ entities: [source, target] })).hops.find((hop) => hop.target === target)?.verdict;

  it('have the account of their place in their own texts', () => {
    const [source, target] = both(inAccounts(A, B));
    const found = verdict(source, target);
    assert.equal(found && say(found).split('\n')[0], 'allowed');
    const other = role('t', { account: B, trust: [{ ...ASSUME, Principal: { AWS: A } }] });
    const toOther = verdict(source, other);
    // In A it reaches its own account only, in B it is not trusted.
    assert.equal(toOther?.verdict, 'blocked');
  });

  it('are judged once in places that nothing tells apart', () => {
    const units = Array.from({ length: 200 }, (_, index): Place => {
      const unit = `ou-abcd-${String(index).padStart(8, '0')}`;
      return { account: [own], organizationPath: [`o-1234567890/r-abcd/${unit}/`], unit, standsFor: own.unknown };
    });
    const [source, target] = both(units);
    assert.equal(verdict(source, target)?.verdict, 'allowed');
    const silent = role('t', { places: units, trust: [{ ...ASSUME, Principal: { Service: 'ec2.amazonaws.com' } }] });
    assert.equal(verdict(source, silent)?.verdict, 'blocked');
  });
});
