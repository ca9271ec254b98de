import assert from 'node:assert/strict';
import { assemble, entity, grants, show } from './assembled.ts';

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }],
};
const assume = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }] };
const deny = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' }] };
const trusted = 'Allow | principal AWS=111122223333 | action sts:AssumeRole';
const allowed = 'Allow | action sts:AssumeRole | resource *';
const denied = 'Deny | action sts:AssumeRole | resource *';

const roleOf = (account: string, more: object = {}) => ({
  Path: '/ops/',
  RoleName: 'deploy',
  Arn: `arn:aws:iam::${account}:role/ops/deploy`,
  AssumeRolePolicyDocument: trust,
  ...more,
});
const json = (value: object) => JSON.stringify(value, undefined, 1);

describe('an account dump', () => {
  const dump = (account: string) =>
    json({
      UserDetailList: [
        {
          UserName: 'ann',
          Path: '/',
          Arn: `arn:aws:iam::${account}:user/ann`,
          UserPolicyList: [{ PolicyName: 'own', PolicyDocument: deny }],
          GroupList: ['admins'],
        },
      ],
      GroupDetailList: [
        {
          GroupName: 'admins',
          Path: '/',
          Arn: `arn:aws:iam::${account}:group/admins`,
          GroupPolicyList: [{ PolicyName: 'all', PolicyDocument: assume }],
          AttachedManagedPolicies: [{ PolicyName: 'given', PolicyArn: `arn:aws:iam::${account}:policy/given` }],
        },
      ],
      RoleDetailList: [
        roleOf(account, {
          RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: assume }],
          AttachedManagedPolicies: [
            { PolicyName: 'given', PolicyArn: `arn:aws:iam::${account}:policy/given` },
            { PolicyName: 'other', PolicyArn: `arn:aws:iam::${account}:policy/other` },
          ],
          PermissionsBoundary: {
            PermissionsBoundaryType: 'Policy',
            PermissionsBoundaryArn: `arn:aws:iam::${account}:policy/given`,
          },
          Tags: [{ Key: 'team', Value: 'blue' }],
        }),
      ],
      Policies: [
        {
          PolicyName: 'given',
          Arn: `arn:aws:iam::${account}:policy/given`,
          DefaultVersionId: 'v2',
          PolicyVersionList: [
            { VersionId: 'v1', IsDefaultVersion: false, Document: assume },
            { VersionId: 'v2', IsDefaultVersion: true, Document: deny },
          ],
        },
      ],
    });

  it('has its roles with all that is attached to them', () => {
    const role = entity(assemble({ 'dump.json': dump('111122223333') }), 'deploy');
    assert.equal(show(role.arn), 'arn:aws:iam::111122223333:role/ops/deploy');
    assert.deepEqual(role.places, [{ account: ['111122223333'] }]);
    assert.deepEqual(grants(role.trust), [trusted]);
    assert.deepEqual(grants(role.permissions), [allowed, denied]);
    assert.deepEqual(
      role.unseen.map(({ id }) => id),
      ['arn:aws:iam::111122223333:policy/other'],
    );
    assert.deepEqual(role.boundary?.type === 'seen' && grants(role.boundary.grants), [denied]);
    assert.deepEqual(role.tags, { values: [{ key: 'team', value: ['blue'] }], complete: true });
  });

  it('has its users with what their groups have', () => {
    const user = entity(assemble({ 'dump.json': dump('111122223333') }), 'ann');
    assert.equal(show(user.arn), 'arn:aws:iam::111122223333:user/ann');
    assert.deepEqual(grants(user.permissions), [denied, allowed, denied]);
    assert.deepEqual(user.unseen, []);
  });

  it('stands beside that of another account', () => {
    const world = assemble({ 'a.json': dump('111122223333'), 'b.json': dump('444455556666') });
    assert.equal(show(entity(world, 'a.json#deploy').arn), 'arn:aws:iam::111122223333:role/ops/deploy');
    const other = entity(world, 'b.json#deploy');
    assert.equal(show(other.arn), 'arn:aws:iam::444455556666:role/ops/deploy');
    assert.deepEqual(grants(other.permissions), [allowed, denied]);
  });
});

describe('get-role', () => {
  const getRole = (account = '111122223333') => json({ Role: roleOf(account) });
  const getPolicy = json({ RoleName: 'deploy', PolicyName: 'inline', PolicyDocument: assume });

  it('does not tell what is attached', () => {
    const role = entity(assemble({ 'role.json': getRole() }), 'deploy');
    assert.deepEqual(grants(role.trust), [trusted]);
    assert.deepEqual(role.permissions, []);
    assert.deepEqual(
      role.unseen.map(({ label }) => label),
      ['what is attached to `deploy`'],
    );
  });

  it('goes with get-role-policy of the same role', () => {
    const role = entity(assemble({ 'role.json': getRole(), 'policy.json': getPolicy }), 'deploy');
    assert.deepEqual(grants(role.permissions), [allowed]);
    assert.deepEqual(role.unseen, []);
    assert.deepEqual(role.permissions[0]?.origin.file, 'policy.json');
  });

  it('goes with the one in its folder where accounts stand side by side', () => {
    const world = assemble({
      'one/role.json': getRole(),
      'one/policy.json': getPolicy,
      'two/role.json': getRole('444455556666'),
    });
    assert.deepEqual(grants(entity(world, 'one/role.json#deploy').permissions), [allowed]);
    assert.deepEqual(entity(world, 'two/role.json#deploy').permissions, []);
    const apart = assemble({ 'a.json': getRole(), 'b.json': getRole('444455556666'), 'c.json': getPolicy });
    assert.deepEqual(grants(entity(apart, 'a.json#deploy').permissions), [`maybe ${allowed}`]);
  });

  it('gives way to a dump that has the same role', () => {
    const details = json({ RoleDetailList: [roleOf('111122223333', { RolePolicyList: [] })] });
    const world = assemble({ 'role.json': getRole(), 'dump.json': details });
    assert.deepEqual(
      world.entities.map(({ id, source }) => [id, source?.file]),
      [['deploy', 'dump.json']],
    );
    assert.deepEqual(world.entities[0]?.unseen, []);
  });
});

describe('files that make one role', () => {
  const texts = { 'r/deploy.trust.json': json(trust), 'r/deploy.permissions.json': json(assume) };

  it('are found by their names', () => {
    const role = entity(assemble(texts), 'deploy');
    assert.deepEqual(grants(role.trust), [trusted]);
    assert.deepEqual(grants(role.permissions), [allowed]);
    // Nothing names a path: it has none.
    assert.equal(show(role.arn), 'arn:aws:iam::{r/deploy.trust.json#AWS::AccountId}:role/deploy');
    const limited = entity(assemble({ ...texts, 'r/deploy.boundary.json': json(deny) }), 'deploy');
    assert.deepEqual(limited.boundary?.type === 'seen' && grants(limited.boundary.grants), [denied]);
  });

  it('are none where one of the two is missing, or stands elsewhere', () => {
    assert.deepEqual(assemble({ 'r/deploy.trust.json': json(trust) }).entities, []);
    assert.deepEqual(
      assemble({ 'a/deploy.trust.json': json(trust), 'b/deploy.permissions.json': json(assume) }).entities,
      [],
    );
  });

  it('are named by the configuration', () => {
    const configuration = {
      accounts: { security: '111122223333' },
      roles: [
        {
          name: 'x',
          account: 'security',
          trust: 'r/deploy.trust.json',
          permissions: ['r/deploy.permissions.json', 'gone.json'],
          boundary: 'gone.json',
        },
      ],
    };
    const world = assemble(texts, { configuration });
    assert.deepEqual(
      world.entities.map(({ id }) => id),
      ['x'],
    );
    const role = entity(world, 'x');
    assert.equal(show(role.arn), 'arn:aws:iam::111122223333:role/x');
    assert.deepEqual(grants(role.permissions), [allowed]);
    assert.deepEqual(
      role.unseen.map(({ label }) => label),
      ['the permissions of `x`'],
    );
    assert.equal(role.boundary?.type, 'unseen');
  });

  it('are none without the trust policy that the configuration names: whom it lets in is not known', () => {
    const roles = [{ name: 'x', trust: 'gone.json', permissions: ['r/deploy.permissions.json'] }];
    assert.deepEqual(assemble(texts, { configuration: { roles } }).entities, []);
  });

  it('may have no permissions at all', () => {
    const configuration = { roles: [{ name: 'x', trust: 'r/deploy.trust.json' }] };
    const role = entity(assemble(texts, { configuration }), 'x');
    assert.deepEqual([role.permissions, role.unseen], [[], []]);
  });

  it('are the role that a template makes or an output prints', () => {
    const template = json({
      Resources: {
        Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'deploy', AssumeRolePolicyDocument: trust } },
      },
    });
    const sources = (account: string, path = '/') => {
      const configuration = { roles: [{ name: 'deploy', path, account, trust: 'r/deploy.trust.json' }] };
      const files = { 't.json': { deployments: [{ account: '111122223333' }] } };
      const world = assemble({ ...texts, 't.json': template }, { configuration, files });
      return world.entities.map(({ source }) => source?.file);
    };
    assert.deepEqual(sources('111122223333'), ['t.json']);
    assert.deepEqual(sources('444455556666'), ['t.json', 'r/deploy.trust.json']);
    assert.deepEqual(sources('111122223333', '/ops/'), ['t.json', 'r/deploy.trust.json']);
  });

  it('know of policies without variables', () => {
    const versions = ['2012-10-17', '2008-10-17', undefined].map((Version) => {
      const policy = json({ ...(Version && { Version }), Statement: assume.Statement });
      const role = entity(assemble({ ...texts, 'r/deploy.permissions.json': policy }), 'deploy');
      return role.permissions[0]?.hasVariables;
    });
    assert.deepEqual(versions, [undefined, false, false]);
  });
});
