import assert from 'node:assert/strict';
import type { Entity, Place } from '../../server/src/role/entity.ts';
import type { Text } from '../../server/src/role/text.ts';
import { A, ASSUME, B, hop, role, roleNamed, type Statement, say, unknown } from './world.ts';

const X = unknown('SecurityOperationsAccountID', 'account');
const Y = unknown('WorkloadAccountID', 'account');
const accountOfS = unknown('account-of:s', 'account', 'the account of `s`');
const accountOfT = unknown('account-of:t', 'account', 'the account of `t`');
const everything: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };
/** One principal, of parts. */
const trusts = (...parts: Text): Statement => ({ ...ASSUME, Principal: { AWS: parts } });

const s = role('s', { permissions: [everything] });
const sOfUnknown = role('s', { account: [accountOfS], permissions: [everything] });

describe('assumptions about what is not known', () => {
  it('name a parameter and the account that it must be', () => {
    const t = role('t', { account: B, trust: [trusts('arn:aws:iam::', X, ':root')] });
    assert.equal(say(hop(sOfUnknown, t)), 'allowed\n`${SecurityOperationsAccountID}` is the account of `s`');
    assert.equal(say(hop(s, t)), `allowed\n\`\${SecurityOperationsAccountID}\` is \`${A}\`, the account of \`s\``);
    const byId = role('t', { account: B, trust: [trusts(X)] });
    assert.equal(say(hop(sOfUnknown, byId)), 'allowed\n`${SecurityOperationsAccountID}` is the account of `s`');
    assert.deepEqual(
      hop(sOfUnknown, t).assumptions.map(({ about }) => about),
      ['SecurityOperationsAccountID'],
    );
  });

  it('are none where both are the same symbol', () => {
    const source = role('s', { account: [X], permissions: [{ ...ASSUME, Resource: ['arn:aws:iam::', Y, ':role/t'] }] });
    const t = role('t', { account: [Y], trust: [trusts('arn:aws:iam::', X, ':role/s')] });
    assert.equal(say(hop(source, t)), 'allowed');
  });

  it('are none where a wildcard covers what is not known', () => {
    const source = role('s', { permissions: [{ ...ASSUME, Resource: roleNamed('t', '*') }] });
    assert.equal(say(hop(source, role('t', { account: [X], trust: [trusts(roleNamed('s'))] }))), 'allowed');
    const digits = role('s', { permissions: [{ ...ASSUME, Resource: roleNamed('t', '????????????') }] });
    assert.equal(say(hop(digits, role('t', { account: [X], trust: [trusts(roleNamed('s'))] }))), 'allowed');
  });

  it('are not made where no value helps', () => {
    const mismatch = role('s', { permissions: [{ ...ASSUME, Resource: ['arn:aws:iam::', X, ':role/other'] }] });
    assert.equal(say(hop(mismatch, role('t', { account: B, trust: [trusts(A)] }))), 'blocked');
    const inName = role('s', { permissions: [{ ...ASSUME, Resource: ['arn:aws:iam::', X, 'x:role/t'] }] });
    assert.equal(say(hop(inName, role('t', { account: B, trust: [trusts(A)] }))), 'blocked');
    const name = unknown('Name', 'name');
    const pathed = role('s', { permissions: [{ ...ASSUME, Resource: [`arn:aws:iam::${B}:role/`, name] }] });
    assert.equal(say(hop(pathed, role('t', { account: B, path: '/ops/', trust: [trusts(A)] }))), 'blocked');
    assert.equal(say(hop(pathed, role('t', { account: B, trust: [trusts(A)] }))), 'allowed\n`${Name}` is `t`');
  });

  it('tell a `*` for itself from one that stands for anything', () => {
    const limits = (Condition: NonNullable<Statement['Condition']>) => {
      const source = role('s', { permissions: [{ ...everything, Condition }] });
      return hop({ ...source, places: [{ account: [A] }] }, role('t', { trust: [trusts(A)] }));
    };
    const id = { 'aws:PrincipalOrgID': 'o-*' };
    assert.equal(limits({ StringNotEquals: id, StringLike: id }).verdict, 'allowed');
    assert.equal(limits({ StringEquals: id, StringLike: id }).verdict, 'allowed');
    assert.equal(limits({ StringEquals: id, StringNotLike: id }).verdict, 'blocked');
  });

  it('are the same on both sides: one value for one symbol', () => {
    const source = role('s', { permissions: [{ ...ASSUME, Resource: ['arn:aws:iam::', X, ':role/t'] }] });
    const t = role('t', { account: B, trust: [trusts('arn:aws:iam::', X, ':root')] });
    assert.equal(say(hop(source, t)), 'blocked');
    const both = role('t', { account: B, trust: [trusts('arn:aws:iam::', X, ':root'), trusts(A)] });
    assert.equal(
      say(hop(source, both)),
      `allowed\n\`\${SecurityOperationsAccountID}\` is \`${B}\`, the account of \`t\``,
    );
  });

  it('say that two accounts are one, or are not', () => {
    const t = role('t', { account: [accountOfT], trust: [trusts('arn:aws:iam::', accountOfS, ':role/s')] });
    const without = role('s', { account: [accountOfS] });
    assert.equal(say(hop(without, t)), 'allowed\nthe account of `s` is the account of `t`');
    assert.equal(say(hop(sOfUnknown, t)), 'allowed');
    const elsewhere: Statement = { Effect: 'Deny', Action: '*', Resource: ['arn:aws:iam::', accountOfS, ':*'] };
    const denying = role('s', { account: [accountOfS], permissions: [everything, elsewhere] });
    assert.equal(say(hop(denying, t)), 'allowed\nthe account of `s` is not the account of `t`');
  });

  it('take the ARN of a role for a parameter as a whole', () => {
    const Arn = unknown('SourceArn');
    const t = role('t', { account: B, trust: [trusts(Arn)] });
    assert.equal(say(hop(s, t)), `allowed\n\`\${SourceArn}\` is \`${roleNamed('s')}\`, the ARN of \`s\``);
    assert.equal(say(hop(sOfUnknown, t)), 'allowed\n`${SourceArn}` is the ARN of `s`');
    const byResource = role('s', { permissions: [{ ...ASSUME, Resource: [Arn] }] });
    assert.equal(
      say(hop(byResource, role('t', { account: B, trust: [trusts(A)] }))),
      `allowed\n\`\${SourceArn}\` is \`${roleNamed('t', B)}\`, the ARN of \`t\``,
    );
  });

  it('are never about the partition', () => {
    const partition = unknown('partition', 'name', 'the partition');
    const source = role('s', { permissions: [{ ...ASSUME, Resource: roleNamed('t', B) }] });
    const t = role('t', { account: B, trust: [trusts(roleNamed('s'))] });
    assert.equal(say(hop(source, t, { partition: [partition] })), 'allowed');
    const symbolic = role('t', { account: B, trust: [trusts('arn:', partition, `:iam::${A}:role/s`)] });
    assert.equal(say(hop(source, symbolic, { partition: [partition] })), 'allowed');
    const chinese = role('t', { account: B, trust: [trusts(`arn:aws-cn:iam::${A}:role/s`)] });
    assert.equal(say(hop(source, chinese, { partition: [partition] })), 'blocked');
  });

  it('are as few as can be', () => {
    const long: Statement = {
      ...trusts('arn:aws:iam::', X, ':root'),
      Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
    };
    const short = trusts('arn:aws:iam::', Y, ':root');
    const t = role('t', { account: B, trust: [long, short] });
    assert.equal(say(hop(sOfUnknown, t)), 'allowed\n`${WorkloadAccountID}` is the account of `s`');
    const only = role('t', { account: B, trust: [long] });
    assert.equal(
      say(hop(sOfUnknown, only)),
      'allowed\n`${SecurityOperationsAccountID}` is the account of `s`\n`aws:SourceVpc` is `vpc-1`',
    );
  });

  it('know that a path below a unit may go on', () => {
    const tail = unknown('Unit', 'path');
    const unit = 'o-aaaaaaaaaa/r-aaaa/ou-aaaa-11111111/';
    const place = { organizationPath: [unit, tail] };
    const ask = (operator: string) => ({
      ...trusts(roleNamed('s')),
      Condition: { [operator]: { 'aws:PrincipalOrgPaths': unit } },
    });
    const verdict = (operator: string) =>
      say(hop(role('s', { place, permissions: [everything] }), role('t', { place, trust: [ask(operator)] })));
    assert.equal(verdict('ForAnyValue:StringEquals'), 'allowed\n`${Unit}` is empty');
    assert.equal(verdict('ForAnyValue:StringNotEquals'), 'allowed\n`${Unit}` is not empty');
    assert.equal(verdict('ForAllValues:StringNotLike'), 'allowed\n`${Unit}` is not empty');
  });

  it('find a word in another case where case is ignored', () => {
    const asking = (unlike: string | readonly string[]) => {
      const Condition = {
        StringEqualsIgnoreCase: { 'sts:ExternalId': 'alpha' },
        StringNotLike: { 'sts:ExternalId': unlike },
      };
      return say(hop(s, role('t', { account: B, trust: [{ ...trusts(A), Condition }] })));
    };
    assert.equal(asking('alpha'), 'allowed');
    assert.equal(asking(['alpha', 'ALPHA']), 'allowed');
    assert.equal(asking('al*'), 'allowed');
    assert.equal(asking('*'), 'blocked');
  });

  it('give a name no wildcard', () => {
    const stage = unknown('Stage', 'name');
    const source = role('s', { name: [stage], permissions: [everything] });
    assert.equal(say(hop(source, role('t', { trust: [trusts(roleNamed('al*'))] }))), 'blocked');
    const tagged = { StringEquals: { 'aws:PrincipalTag/team': '?eta' } };
    const open: Entity = { ...s, tags: { values: [], complete: false } };
    const asking = role('t', { account: B, trust: [{ ...trusts(A), Condition: tagged }] });
    assert.equal(say(hop(open, asking)), 'blocked');
  });

  it('are about a value that may be a wildcard where it is read as one', () => {
    const unlike = { StringNotLike: { 'sts:RoleSessionName': [unknown('Value')] } };
    assert.equal(
      say(hop(s, role('t', { account: B, trust: [{ ...trusts(A), Condition: unlike }] }))),
      'allowed\n`${Value}` is not the `sts:RoleSessionName` that the caller chooses',
    );
  });

  it('are possible together: an account is in one place', () => {
    const at = (organizationPath: string) => ({ organizationPath: [organizationPath] });
    const here = at('o-aaaaaaaaaa/r-aaaa/ou-aaaa-11111111/');
    const there = at('o-aaaaaaaaaa/r-aaaa/ou-aaaa-22222222/');
    const t = (place: Partial<Place>) => role('t', { account: [X], place, trust: [trusts(roleNamed('s'))] });
    const silent = (place: Partial<Place>) => role('s', { place });
    assert.equal(
      say(hop(silent(here), t(here))),
      `allowed\n\`\${SecurityOperationsAccountID}\` is \`${A}\`, the account of \`s\``,
    );
    assert.equal(say(hop(silent(here), t(there))), 'blocked');
    assert.equal(say(hop(silent({ ...here, isManagement: true }), t({ ...here, isManagement: false }))), 'blocked');
  });

  it('suit patterns in common', () => {
    const Id = unknown('ExternalId');
    const condition = (operator: string, value: readonly string[]): NonNullable<Statement['Condition']> => ({
      [operator]: { 'aws:PrincipalTag/team': value },
    });
    const source = role('s', {
      permissions: [{ ...everything, Condition: { StringLike: { 'sts:ExternalId': 'a*' } } }],
    });
    const t = role('t', {
      account: B,
      trust: [{ ...trusts(A), Condition: { StringEquals: { 'sts:ExternalId': [Id] } } }],
    });
    assert.equal(say(hop(source, t)), 'allowed\n`${ExternalId}` matches `a*`');
    const tagging: Statement = { Effect: 'Allow', Action: 'sts:TagSession', Principal: { AWS: A } };
    const tagged = role('s', {
      trust: [tagging],
      permissions: [{ ...everything, Condition: condition('StringLike', ['a*']) }],
    });
    const like = role('t', { account: B, trust: [{ ...trusts(A), Condition: condition('StringLike', ['*b']) }] });
    assert.equal(say(hop(tagged, like)), 'allowed\n`aws:PrincipalTag/team` matches `*b` and `a*`');
    const never = role('t', { account: B, trust: [{ ...trusts(A), Condition: condition('StringLike', ['b*']) }] });
    assert.equal(say(hop(tagged, never)), 'blocked');
  });

  it('join organizations that are not known', () => {
    const t = role('t', {
      account: B,
      place: { organizationPath: ['o-1/r-1/ou-1/'] },
      trust: [
        { ...ASSUME, Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' } } },
      ],
    });
    const open = (entity: Entity): Entity => ({ ...entity, places: entity.places.map(({ account }) => ({ account })) });
    assert.equal(say(hop(open(s), t)), 'allowed\nthe organization path of the account of `s` matches `o-1/*`');
    assert.equal(
      say(hop(open(s), open(t))),
      'allowed\nthe organization path of the account of `s` is the organization path of the account of `t`\n' +
        'the account of `t` is in an organization',
    );
    const stranger = role('s', { permissions: [everything], place: { organizationPath: ['o-2/r-2/'] } });
    assert.equal(say(hop(stranger, t)), 'blocked');
    const tail = unknown('unit', 'path', 'the unit of `t`');
    const below = role('t', { account: B, place: { organizationPath: ['o-1/r-1/', tail] }, trust: [trusts(A)] });
    const scoped = (path: string) =>
      role('s', {
        permissions: [{ ...everything, Condition: { 'ForAnyValue:StringLike': { 'aws:ResourceOrgPaths': path } } }],
      });
    assert.equal(say(hop(scoped('o-1/r-1/*'), below)), 'allowed');
    assert.equal(say(hop(scoped('o-1/r-2/*'), below)), 'blocked');
    assert.equal(say(hop(scoped('o-1/r-1/ou-1/*'), below)), 'allowed\nthe unit of `t` matches `ou-1/*`');
  });
});

describe('the search', () => {
  const conditions = Array.from({ length: 12 }, (_, index) => `key:k${index}`);
  const entangled = role('t', {
    account: B,
    trust: conditions.map((key) => ({ ...trusts(A), Condition: { StringEquals: { [key]: 'a', 'key:z': key } } })),
  });
  const never = role('s', {
    permissions: [{ ...everything, Condition: { StringEquals: { 'key:z': 'none of them' } } }],
  });

  it('answers the same every time', () => {
    const one = hop(s, entangled);
    for (let time = 0; time < 3; time++) assert.deepEqual(hop(s, entangled), one);
    assert.equal(say(one), 'allowed\n`key:k0` is `a`\n`key:z` is `key:k0`');
  });

  it('proves that no value helps', () => {
    assert.equal(say(hop(never, entangled)), 'blocked');
  });

  it('never says blocked where it gave up', () => {
    const parameters = Array.from({ length: 40 }, (_, index) => unknown(`p${index}`));
    const parity = parameters.slice(1).map(
      (parameter, index): Statement => ({
        Effect: 'Deny',
        Action: '*',
        Principal: '*',
        Condition: { StringEquals: { 'sts:ExternalId': [parameters[index] ?? parameter, '-', parameter] } },
      }),
    );
    const t = role('t', {
      account: B,
      trust: [{ ...trusts(A), Condition: { StringLike: { 'sts:ExternalId': '?-?' } } }, ...parity],
    });
    const answer = hop(s, t);
    assert.equal(answer.verdict, 'allowed');
  });
});
