import assert from 'node:assert/strict';
import { A, ASSUME, B, control, hop, role, roleNamed, type Statement, say, unknown } from './world.ts';

const grantsTarget = (account: string): Statement => ({ ...ASSUME, Resource: roleNamed('t', account) });
const trusts = (...principals: readonly string[]): Statement => ({ ...ASSUME, Principal: { AWS: principals } });
const session = `arn:aws:sts::${A}:assumed-role/s/work`;
const root = `arn:aws:iam::${A}:root`;
const everything: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
const reading: Statement = { Effect: 'Allow', Action: 's3:Get*', Resource: '*' };

/** As whom the trust policy names the source. */
const ways: Readonly<Record<string, Statement>> = {
  root: trusts(root),
  id: trusts(A),
  exact: trusts(roleNamed('s')),
  star: { ...ASSUME, Principal: '*' },
  awsStar: trusts('*'),
  starWithArn: { ...ASSUME, Principal: '*', Condition: { ArnEquals: { 'aws:PrincipalArn': roleNamed('s') } } },
  session: trusts(session),
  other: trusts(roleNamed('other')),
};

interface Setting {
  readonly account: string;
  readonly allowed?: boolean;
  readonly boundary?: readonly Statement[];
  readonly session?: readonly Statement[];
}

/** The ways in which the hop is allowed, under a setting. */
function allowedWays(
  { account, allowed = true, ...limits }: Setting,
  trustMore: readonly Statement[] = [],
): readonly string[] {
  const s = role('s', { permissions: allowed ? [grantsTarget(account)] : [], ...limits });
  return Object.keys(ways).filter((way) => {
    const t = role('t', { account, trust: [...(ways[way] ? [ways[way]] : []), ...trustMore] });
    const verdict = hop(s, t);
    assert.deepEqual(verdict.assumptions, [], way);
    return verdict.verdict === 'allowed';
  });
}

const named = ['exact', 'star', 'awsStar', 'starWithArn', 'session'];
const all = ['root', 'id', ...named];
const wide = ['star', 'awsStar', 'starWithArn', 'session'];

describe('who may assume whom, all known', () => {
  it('needs both sides between accounts', () => {
    assert.deepEqual(allowedWays({ account: B }), all);
    assert.deepEqual(allowedWays({ account: B, allowed: false }), []);
  });

  it('needs only a trust policy that names the role within an account', () => {
    assert.deepEqual(allowedWays({ account: A }), all);
    assert.deepEqual(allowedWays({ account: A, allowed: false }), named);
  });

  it('is cut by a boundary except where sessions or everyone are named in the account', () => {
    assert.deepEqual(allowedWays({ account: A, boundary: [reading] }), wide);
    assert.deepEqual(allowedWays({ account: A, allowed: false, boundary: [reading] }), wide);
    assert.deepEqual(allowedWays({ account: A, boundary: [everything] }), all);
    assert.deepEqual(allowedWays({ account: B, boundary: [reading] }), []);
    assert.deepEqual(allowedWays({ account: B, boundary: [everything] }), all);
  });

  it('is cut by a session policy as by a boundary', () => {
    assert.deepEqual(allowedWays({ account: A, session: [reading] }), wide);
    assert.deepEqual(allowedWays({ account: B, session: [reading] }), []);
    assert.deepEqual(allowedWays({ account: B, session: [everything] }), all);
  });

  it('is ended by a Deny of the boundary or session whoever is named', () => {
    const deny: Statement = { Effect: 'Deny', Action: 'sts:*', Resource: '*' };
    assert.deepEqual(allowedWays({ account: A, boundary: [everything, deny] }), []);
    assert.deepEqual(allowedWays({ account: A, session: [everything, deny] }), []);
  });

  it('is ended by a Deny of the trust policy', () => {
    const deny = (principal: Statement['Principal']): readonly Statement[] => [
      { Effect: 'Deny', Action: 'sts:AssumeRole', ...(principal && { Principal: principal }) },
    ];
    for (const principal of ['*', { AWS: root }, { AWS: A }, { AWS: roleNamed('s') }, { AWS: '*' }] as const)
      assert.deepEqual(allowedWays({ account: B }, deny(principal)), []);
    assert.deepEqual(allowedWays({ account: B }, deny({ AWS: roleNamed('other') })), all);
    const others: Statement = { Effect: 'Deny', Action: 'sts:AssumeRole', NotPrincipal: { AWS: roleNamed('s') } };
    assert.deepEqual(allowedWays({ account: B }, [others]), all);
    const noneOfThese: Statement = { Effect: 'Deny', Action: '*', NotPrincipal: { AWS: roleNamed('other') } };
    assert.deepEqual(allowedWays({ account: B }, [noneOfThese]), []);
  });

  it('is ended by a Deny of the permission policy', () => {
    const t = role('t', { trust: [trusts(roleNamed('s'))] });
    const s = role('s', { permissions: [everything, { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' }] });
    assert.equal(say(hop(s, t)), 'blocked');
    const elsewhere = role('s', { permissions: [{ Effect: 'Deny', NotAction: 'sts:*', NotResource: roleNamed('t') }] });
    assert.equal(say(hop(elsewhere, t)), 'allowed');
  });

  it('lets a role assume itself only if its trust policy says so', () => {
    assert.equal(
      say(hop(role('s', { permissions: [everything] }), role('s', { permissions: [everything] }))),
      'blocked',
    );
    const own = role('s', { trust: [trusts(roleNamed('s'))] });
    assert.equal(say(hop(own, own)), 'allowed');
  });

  it('takes the path of the source for a part of its ARN', () => {
    const s = role('s', { path: '/ops/', permissions: [grantsTarget(B)] });
    assert.equal(say(hop(s, role('t', { account: B, trust: [trusts(roleNamed('s'))] }))), 'blocked');
    assert.equal(say(hop(s, role('t', { account: B, trust: [trusts(roleNamed('ops/s'))] }))), 'allowed');
    assert.equal(say(hop(s, role('t', { account: B, trust: [trusts(session)] }))), 'allowed');
  });

  it('takes the path of the target for a part of its ARN', () => {
    const t = role('t', { account: B, path: '/ops/', trust: [trusts(A)] });
    assert.equal(say(hop(role('s', { permissions: [grantsTarget(B)] }), t)), 'blocked');
    const s = role('s', { permissions: [{ ...ASSUME, Resource: roleNamed('*/t', '*') }] });
    assert.equal(say(hop(s, t)), 'allowed');
  });

  it('compares the principal without wildcards', () => {
    const s = role('s', { permissions: [everything] });
    assert.equal(say(hop(s, role('t', { account: B, trust: [trusts(roleNamed('*'))] }))), 'blocked');
  });
});

describe('SCPs and RCPs', () => {
  const path = 'o-1234567890/r-abcd/ou-abcd-11111111/ou-abcd-22222222/';
  const place = { organizationPath: [path], isManagement: false };
  const s = role('s', { place, permissions: [everything] });
  const t = role('t', { account: B, place, trust: [trusts(A)] });
  const denied: Statement = { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' };
  const inner = ['o-1234567890/r-abcd/', 'r-abcd', 'ou-abcd-11111111', 'ou-abcd-22222222', path, A];

  it('deny from every level above the account of the source', () => {
    for (const target of inner)
      assert.equal(say(hop(s, t, { controlPolicies: [control('scp', [target], denied)] })), 'blocked', target);
    for (const target of [B, 'ou-abcd-33333333', 'o-1234567890/r-abcd/ou-abcd-22222222/'])
      assert.equal(say(hop(s, t, { controlPolicies: [control('scp', [target], denied)] })), 'allowed', target);
  });

  it('need an Allow at every level where one is in sight', () => {
    for (const target of inner) {
      const lacking = control('scp', [target], reading);
      assert.equal(say(hop(s, t, { controlPolicies: [lacking] })), 'blocked', target);
      assert.equal(
        say(hop(s, t, { controlPolicies: [lacking, control('scp', [target], everything)] })),
        'allowed',
        target,
      );
    }
    const twoLevels = [control('scp', [A], reading), control('scp', ['r-abcd'], everything)];
    assert.equal(say(hop(s, t, { controlPolicies: twoLevels })), 'blocked');
    const sameLevel = [control('scp', ['r-abcd'], reading), control('scp', ['o-1234567890/r-abcd/'], everything)];
    assert.equal(say(hop(s, t, { controlPolicies: sameLevel })), 'allowed');
  });

  it('are of one level where two names may stand for the same account', () => {
    const own = unknown('Own', 'account');
    const lacking = control('scp', [A], reading);
    const controlPolicies = [lacking, control('scp', [[own]], everything)];
    assert.equal(say(hop(s, t, { controlPolicies })), `allowed\n\`\${Own}\` is \`${A}\`, the account of \`s\``);
    assert.equal(say(hop(s, t, { controlPolicies: [lacking, control('scp', [[own]], reading)] })), 'blocked');
    assert.equal(say(hop(s, t, { controlPolicies: [lacking, control('scp', [B], everything)] })), 'blocked');
  });

  it('do not bind the management account or service-linked roles', () => {
    const controlPolicies = [control('scp', ['r-abcd'], denied)];
    const manager = { ...s, places: [{ account: [A], organizationPath: [path], isManagement: true }] };
    assert.equal(say(hop(manager, t, { controlPolicies })), 'allowed');
    assert.equal(say(hop({ ...s, isServiceLinked: true }, t, { controlPolicies })), 'allowed');
    const open = { ...s, places: [{ account: [A], organizationPath: [path] }] };
    const organization = { id: 'o-1234567890', managementAccount: A };
    assert.equal(say(hop(open, t, { controlPolicies, organization })), 'allowed');
    assert.equal(
      say(hop(open, t, { controlPolicies, organization: { ...organization, managementAccount: B } })),
      'blocked',
    );
    // The closed world: nothing says that it is the management account.
    assert.equal(say(hop(open, t, { controlPolicies })), 'blocked');
  });

  it('limit what a trust policy grants by name, too', () => {
    const own = role('t', { place, trust: [trusts(roleNamed('s'))] });
    assert.equal(say(hop(s, own, { controlPolicies: [control('scp', [A], reading)] })), 'blocked');
  });

  it('of the target deny, and only deny', () => {
    const rcp = (...statements: readonly Statement[]) => ({ controlPolicies: [control('rcp', [B], ...statements)] });
    const all = { ...denied, Principal: '*' } as const;
    assert.equal(say(hop(s, t, rcp(all))), 'blocked');
    assert.equal(say(hop(s, t, rcp({ Effect: 'Allow', Action: 's3:*', Resource: '*', Principal: '*' }))), 'allowed');
    assert.equal(say(hop(s, t, { controlPolicies: [control('rcp', [A], all)] })), 'allowed');
    const perimeter: Statement = {
      ...all,
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1234567890' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    };
    assert.equal(say(hop(s, t, rcp(perimeter))), 'allowed');
    const stranger = role('s', { permissions: [everything], place: { organizationPath: ['o-other/r-x/'] } });
    assert.equal(say(hop(stranger, t, rcp(perimeter))), 'blocked');
    const manager = { ...t, places: [{ account: [B], organizationPath: [path], isManagement: true }] };
    assert.equal(say(hop(s, manager, rcp(all))), 'allowed');
  });

  it('are a question where the place of the account is not known', () => {
    const open = { ...s, places: [{ account: [A], isManagement: false }] };
    assert.equal(
      say(hop(open, t, { controlPolicies: [control('scp', ['ou-abcd-11111111'], denied)] })),
      'allowed\nthe organization path of the account of `s` does not match `*/ou-abcd-11111111/*`',
    );
    assert.equal(say(hop(open, t, { controlPolicies: [control('scp', ['ou-abcd-11111111'], everything)] })), 'allowed');
  });
});
