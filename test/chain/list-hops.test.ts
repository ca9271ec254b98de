import assert from 'node:assert/strict';
import { listPairs } from '../../server/src/chain/list-hops.ts';
import type { Entity } from '../../server/src/role/entity.ts';
import { A, ASSUME, B, role, roleNamed, world } from './world.ts';

function pairs(...entities: readonly Entity[]): readonly string[] {
  return listPairs(world({ entities })).map(({ source, target }) => `${source.id} -> ${target.id}`);
}

describe('the hops of a workspace', () => {
  const target = (account: string, path: string) => role('t', { account, path });

  it('are with the role of that name where the path is another, as an account has only one', () => {
    const s = role('s', { permissions: [{ ...ASSUME, Resource: roleNamed('t') }] });
    assert.deepEqual(pairs(s, target(A, '/')), ['s -> t']);
    assert.deepEqual(pairs(s, target(A, '/ops/')), ['s -> t']);
    assert.deepEqual(pairs(s, target(B, '/ops/')), [`s -> ${roleNamed('t')}`]);
    const trusting = role('t', { account: B, trust: [{ ...ASSUME, Principal: { AWS: roleNamed('s') } }] });
    assert.deepEqual(pairs(role('s', { path: '/ops/' }), trusting), ['s -> t']);
  });

  it('are with a role that is made up where only a pattern names it', () => {
    const s = role('s', { permissions: [{ ...ASSUME, Resource: roleNamed('team-*', '*') }] });
    const [pair] = listPairs(world({ entities: [s] }));
    assert.deepEqual([pair?.target.id, pair?.target.places], [roleNamed('team-*', '*'), []]);
  });
});
