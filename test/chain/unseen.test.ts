import assert from 'node:assert/strict';
import type { Entity, UnseenPolicy } from '../../server/src/role/entity.ts';
import type { Text } from '../../server/src/role/text.ts';
import { A, ASSUME, B, control, grants, hop, role, roleNamed, type Statement, say, unknown, unseen } from './world.ts';

const everything: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
/** One principal, of parts. */
const trusts = (...parts: Text): Statement => ({ ...ASSUME, Principal: { AWS: parts } });

const s = role('s', { permissions: [everything] });

describe('assumptions about what is not in sight', () => {
  const t = role('t', { account: B, trust: [trusts(A)] });
  const policy: UnseenPolicy = { id: 'policy:Ops', label: '`arn:aws:iam::111111111111:policy/Ops`' };

  it('name the policy', () => {
    const name = '`arn:aws:iam::111111111111:policy/Ops`, which is not in sight,';
    assert.equal(say(hop({ ...role('s'), unseen: [policy] }, t)), `allowed\n${name} allows assuming \`t\``);
    assert.equal(say(hop({ ...s, unseen: [policy] }, t)), `allowed\n${name} does not deny assuming \`t\``);
    const harmless = { ...policy, known: { mayAllow: false, mayDeny: false } };
    assert.equal(say(hop({ ...s, unseen: [harmless] }, t)), 'allowed');
    assert.equal(say(hop({ ...role('s'), unseen: [harmless] }, t)), 'blocked');
    const bound: Entity = { ...s, boundary: { type: 'unseen', policy } };
    assert.equal(say(hop(bound, t)), `allowed\n${name} allows assuming \`t\``);
    assert.equal(say(hop({ ...bound, boundary: { type: 'unseen', policy: harmless } }, t)), 'blocked');
  });

  it('name the role', () => {
    assert.equal(
      say(hop(s, unseen(role('t', { account: B })))),
      'allowed\nthe trust policy of `t`, which is not in sight, lets `s` assume it',
    );
    assert.equal(
      say(hop(role('s'), unseen(role('t')))),
      'allowed\nthe trust policy of `t`, which is not in sight, names `s` itself',
    );
    assert.equal(say(hop(role('s'), unseen(role('t', { account: B })))), 'blocked');
    assert.equal(
      say(hop(unseen(role('s')), t)),
      'allowed\nthe permissions of `s`, which are not in sight, allow assuming `t`',
    );
    assert.equal(
      say(hop(unseen(role('s')), role('t', { trust: [trusts(roleNamed('s'))] }))),
      'allowed\nthe permissions of `s`, which are not in sight, do not deny assuming `t`',
    );
    assert.equal(say(hop(unseen(role('s')), role('t', { account: B }))), 'blocked');
  });

  it('are about statements that are not read', () => {
    const hidden: Statement = { ...everything, complete: false };
    assert.equal(
      say(hop(role('s', { permissions: [hidden] }), t)),
      'allowed\nwhat is not known of statement 1 of the permission policy of `s` lets it apply to `s` assuming `t`',
    );
    const denying: Statement = { ...hidden, Effect: 'Deny' };
    assert.equal(
      say(hop(role('s', { permissions: [everything, denying] }), t)),
      'allowed\nwhat is not known of statement 2 of the permission policy of `s` keeps it from applying to `s` assuming `t`',
    );
    const either: Statement = { ...everything, noEffect: true };
    assert.equal(
      say(hop(role('s', { permissions: [either] }), t)),
      'allowed\nthe `Effect` of statement 1 of the permission policy of `s` is `Allow`',
    );
    assert.equal(
      say(hop(role('s', { permissions: [everything, either] }), t)),
      'allowed\nthe `Effect` of statement 2 of the permission policy of `s` is `Allow`',
    );
    const [grant] = grants('the list', { ...ASSUME, Resource: 'x' });
    assert.ok(grant?.resources);
    const more = { ...grant, resources: { ...grant.resources, complete: false } };
    assert.equal(
      say(hop({ ...role('s'), permissions: [more] }, t)),
      'allowed\nthe unknown values of `Resource` in statement 1 of the list fit this call',
    );
    const not = { ...more, resources: { ...more.resources, negated: true } };
    assert.equal(
      say(hop({ ...role('s'), permissions: [not] }, t)),
      'allowed\nthe unknown values of `Resource` in statement 1 of the list do not fit this call',
    );
  });

  it('are about what AWS does not say', () => {
    const user: Entity = {
      ...role('u', { boundary: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }),
      kind: 'user',
    };
    const own = role('t', { trust: [trusts(`arn:aws:iam::${A}:user/u`)] });
    assert.equal(
      say(hop(user, own)),
      'allowed\nthe permissions boundary of `u` does not limit what a trust policy grants to the user by its ARN',
    );
    const id = role('t', { account: B, trust: [trusts('AROAEXAMPLEID')] });
    assert.equal(say(hop(s, id)), 'allowed\n`AROAEXAMPLEID` is the unique id of `s`');
    const paths = { StringLike: { 'aws:PrincipalOrgPaths': 'o-1/*' } };
    const single = role('t', { account: B, trust: [{ ...trusts(A), Condition: paths }] });
    const placed = role('s', { permissions: [everything], place: { organizationPath: ['o-1/r-1/'] } });
    assert.equal(
      say(hop(placed, single)),
      'allowed\n`StringLike` on `aws:PrincipalOrgPaths`, which lacks `ForAnyValue:`, holds in statement 1 of the trust policy of `t`',
    );
  });
});

describe('roles that live in many places', () => {
  const places = ['ou-1', 'ou-2'].map((unit, index) => ({
    account: [unknown(`account-in:${unit}`, 'account', `an account in \`${unit}\``)],
    organizationPath: [`o-1/r-1/${unit}/`],
    isManagement: false,
    unit,
    index,
  }));
  const t: Entity = { ...role('t', { trust: [trusts(A)] }), places };
  const scoped = (path: string) =>
    role('s', {
      permissions: [{ ...everything, Condition: { 'ForAnyValue:StringLike': { 'aws:ResourceOrgPaths': path } } }],
    });

  it('are assumed in some, named by the unit', () => {
    assert.equal(say(hop(scoped('o-1/r-1/*'), t)), 'allowed');
    assert.equal(say(hop(scoped('o-1/r-1/ou-2/*'), t)), 'allowed\n`t` is the one in `ou-2`');
    assert.equal(say(hop(scoped('o-1/r-1/ou-3/*'), t)), 'blocked');
  });
});

describe('other callers', () => {
  const lambda: Statement = { ...ASSUME, Principal: { Service: 'lambda.amazonaws.com' } };
  const arn = `arn:aws:lambda:eu-west-1:${A}:function:f`;
  const f: Entity = { ...role('f'), kind: 'function', arn: [arn], runsAs: 't' };

  it('a function: its service, for its ARN', () => {
    const pinned = (value: string): Statement => ({
      ...lambda,
      Condition: { ArnLike: { 'aws:SourceArn': value }, StringEquals: { 'aws:SourceAccount': A } },
    });
    assert.equal(say(hop(f, role('t', { trust: [lambda] }))), 'allowed');
    assert.equal(say(hop(f, role('t', { trust: [pinned(arn)] }))), 'allowed');
    assert.equal(say(hop(f, role('t', { trust: [pinned(`${arn}x`)] }))), 'blocked');
    assert.equal(say(hop(f, role('t', { trust: [trusts(A)] }))), 'blocked');
    const scp = control('scp', [A], { Effect: 'Deny', Action: '*', Resource: '*' });
    assert.equal(say(hop(f, role('t', { trust: [lambda] }), { controlPolicies: [scp] })), 'allowed');
    const rcp = control('rcp', [A], {
      Effect: 'Deny',
      Action: 'sts:*',
      Resource: '*',
      Principal: '*',
      Condition: { StringNotEquals: { 'aws:SourceAccount': B }, Bool: { 'aws:PrincipalIsAWSService': 'true' } },
    });
    assert.equal(say(hop(f, role('t', { trust: [lambda] }), { controlPolicies: [rcp] })), 'blocked');
  });

  it('a service: for a resource of its choice, where it is known to say for which', () => {
    const service = (name: string): Entity => ({ ...role(name), kind: 'service' });
    const pin = (name: string): Statement => ({
      ...ASSUME,
      Principal: { Service: name },
      Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:*:*:*:*' } },
    });
    const to = (name: string) => say(hop(service(name), role('t', { trust: [pin(name)] })));
    assert.equal(to('states.amazonaws.com'), 'allowed');
    assert.equal(to('ec2.amazonaws.com'), 'blocked');
    assert.equal(to('unheard-of.amazonaws.com'), 'allowed\n`aws:SourceArn` matches `arn:aws:*:*:*:*`');
  });

  it('an identity provider: what it says is chosen', () => {
    const provider = `arn:aws:iam::${A}:oidc-provider/token.actions.githubusercontent.com`;
    const idp: Entity = { ...role('idp', { name: provider }), kind: 'federated' };
    const trust: Statement = {
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: provider },
      Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:org/*' } },
    };
    assert.equal(say(hop(idp, role('t', { trust: [trust] }))), 'allowed');
    assert.equal(say(hop(idp, role('t', { trust: [{ ...trust, Action: 'sts:AssumeRole' }] }))), 'blocked');
  });

  it('an account: some principal of it', () => {
    const account: Entity = { ...role('a'), kind: 'account' };
    assert.equal(say(hop(account, role('t', { account: B, trust: [trusts(A)] }))), 'allowed');
    assert.equal(say(hop(account, role('t', { account: B, trust: [trusts(B)] }))), 'blocked');
    const only: Statement = { ...trusts(A), Condition: { ArnLike: { 'aws:PrincipalArn': roleNamed('ops/*') } } };
    assert.equal(say(hop(account, role('t', { account: B, trust: [only] }))), 'allowed');
    const elsewhere: Statement = {
      ...trusts(A),
      Condition: { ArnLike: { 'aws:PrincipalArn': roleNamed('ops/*', B) } },
    };
    assert.equal(say(hop(account, role('t', { account: B, trust: [elsewhere] }))), 'blocked');
  });

  it('to anyone: some role that is not in sight', () => {
    const { source: _source, trust: _trust, ...named } = role('anyone', { places: [] });
    const anyone: Entity = { ...named, kind: 'anyone' };
    const sentence = 'the trust policy of some role that `s` may assume lets `s` assume it';
    assert.equal(say(hop(s, anyone)), `allowed\n${sentence}`);
    assert.equal(
      say(hop(role('s', { permissions: [{ ...ASSUME, Resource: roleNamed('*', '*') }] }), anyone)),
      `allowed\n${sentence}`,
    );
    const deny: Statement = { Effect: 'Deny', Action: 'sts:*', Resource: '*' };
    assert.equal(say(hop(role('s', { permissions: [everything, deny] }), anyone)), 'blocked');
  });

  it('from the code of a function', () => {
    const permissions: readonly Statement[] = [
      { ...everything, Condition: { ArnEquals: { 'lambda:SourceFunctionArn': arn } } },
    ];
    const t = role('t', { account: B, trust: [trusts(A)] });
    const trust = [lambda];
    const source = role('s', { permissions, trust, functions: ['f'] });
    assert.equal(say(hop(source, t, { entities: [source, t, f] })), 'allowed');
    assert.equal(say(hop(role('s', { permissions, trust: [trusts(B)] }), t)), 'blocked');
    assert.equal(say(hop(role('s', { permissions, trust }), t)), `allowed\n\`lambda:SourceFunctionArn\` is \`${arn}\``);
  });
});
