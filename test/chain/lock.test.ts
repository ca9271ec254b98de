import assert from 'node:assert/strict';
import { buildGraph } from '../../server/src/chain/graph.ts';
import type { Locked } from '../../server/src/chain/lock.ts';
import { A, ASSUME, B, role, roleNamed, type Statement, unknown, world } from './world.ts';

/** How the hop from the first role to the second is locked. */
function locked(permission: Statement, trust: Statement): Locked | undefined {
  const source = role('s', { path: '/S/', permissions: [{ ...ASSUME, ...permission }] });
  const target = role('t', { path: '/P/', account: B, trust: [{ ...ASSUME, ...trust }] });
  return buildGraph(world({ entities: [source, target] })).hops.find((hop) => hop.source === source)?.locked;
}

const one = roleNamed('P/t', B);
const anywhere = roleNamed('P/t', '*');
const source = roleNamed('S/s');

describe('the source side of a hop', () => {
  const unit = 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*';
  const paths = (...values: readonly string[]) => ({ 'ForAnyValue:StringLike': { 'aws:ResourceOrgPaths': values } });
  const cases: readonly (readonly [name: string, permission: Statement, isLocked: boolean])[] = [
    ['one role of one account', { Resource: one }, true],
    ['one role in any account', { Resource: anywhere }, false],
    ['any role below a path', { Resource: roleNamed('P/*', B) }, false],
    ['every role but some', { NotResource: roleNamed('Q/*', '*') }, false],
    ['one role, inside one unit', { Resource: anywhere, Condition: paths(unit) }, true],
    [
      'one role, inside two units',
      { Resource: anywhere, Condition: paths(unit, unit.replaceAll('1111', '2222')) },
      true,
    ],
    ['one role, inside one organization', { Resource: anywhere, Condition: paths('o-a1b2c3d4e5/*') }, true],
    ['a path of any organization', { Resource: anywhere, Condition: paths('o-*/r-ab12/ou-ab12-11111111/*') }, false],
    ['any path beside one', { Resource: anywhere, Condition: paths(unit, 'o-*') }, false],
    ['any path', { Resource: anywhere, Condition: paths('*') }, false],
    [
      'a path that is not known',
      {
        Resource: anywhere,
        Condition: { 'ForAnyValue:StringLike': { 'aws:ResourceOrgPaths': [[unknown('Path'), '*']] } },
      },
      true,
    ],
    [
      'paths that may be missing',
      { Resource: anywhere, Condition: { 'ForAllValues:StringLike': { 'aws:ResourceOrgPaths': unit } } },
      false,
    ],
    [
      'every other path',
      { Resource: anywhere, Condition: { 'ForAnyValue:StringNotLike': { 'aws:ResourceOrgPaths': unit } } },
      false,
    ],
    [
      'one organization',
      { Resource: anywhere, Condition: { StringEquals: { 'aws:ResourceOrgID': 'o-a1b2c3d4e5' } } },
      true,
    ],
    ['any organization', { Resource: anywhere, Condition: { StringLike: { 'aws:ResourceOrgID': 'o-*' } } }, false],
    ['one account', { Resource: anywhere, Condition: { StringEquals: { 'aws:ResourceAccount': B } } }, true],
    [
      'accounts that begin alike',
      { Resource: anywhere, Condition: { StringLike: { 'aws:ResourceAccount': '2*' } } },
      false,
    ],
    [
      'the organization that it is in',
      { Resource: anywhere, Condition: { StringEquals: { 'aws:ResourceOrgID': '${aws:ResourceOrgID}' } } },
      false,
    ],
    [
      'the own organization',
      { Resource: anywhere, Condition: { StringEquals: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' } } },
      true,
    ],
  ];
  for (const [name, permission, isLocked] of cases)
    it(`is ${isLocked ? 'locked' : 'open'} where it may assume ${name}`, () =>
      assert.equal(locked(permission, { Principal: { AWS: source } })?.source, isLocked));
});

describe('the target side of a hop', () => {
  const arn = (operator: string, value: string) => ({
    Principal: { AWS: A },
    Condition: { [operator]: { 'aws:PrincipalArn': value } },
  });
  const cases: readonly (readonly [name: string, trust: Statement, isLocked: boolean])[] = [
    ['the source', { Principal: { AWS: source } }, true],
    ['the account', { Principal: { AWS: A } }, false],
    ['the source and its account', { Principal: { AWS: [source, A] } }, false],
    ['everyone', { Principal: '*' }, false],
    ['the account, narrowed to the source', arn('ArnEquals', source), true],
    ['the account, narrowed to its roles', arn('ArnLike', roleNamed('S/*')), false],
    ['the account, narrowed to the source where there is one', arn('ArnEqualsIfExists', source), false],
    [
      'the account, narrowed to the source of its own account',
      arn('ArnEquals', 'arn:aws:iam::${aws:ResourceAccount}:role/S/s'),
      false,
    ],
    ['everyone but another account', { NotPrincipal: { AWS: B } }, false],
  ];
  for (const [name, trust, isLocked] of cases)
    it(`is ${isLocked ? 'locked' : 'open'} where it trusts ${name}`, () =>
      assert.equal(locked({ Resource: one }, trust)?.target, isLocked));
});
