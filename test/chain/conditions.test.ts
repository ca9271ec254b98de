import assert from 'node:assert/strict';
import {
  A,
  ASSUME,
  B,
  hop,
  type RoleTraits,
  role,
  roleNamed,
  type Statement,
  say,
  unknown,
  type Value,
} from './world.ts';

type Condition = NonNullable<Statement['Condition']>;

/** The hop from A to B with a condition in the trust policy of the target. */
function underTrust(Condition: Condition, source: RoleTraits = {}, target: RoleTraits = {}): string {
  const s = role('s', { path: '/ops/', permissions: [{ ...ASSUME, Resource: '*' }], ...source });
  const t = role('t', { account: B, trust: [{ ...ASSUME, Principal: { AWS: A }, Condition }], ...target });
  return say(hop(s, t));
}

/** Whether an operator holds for a key that is known, with these values. */
function holds(operator: string, key: string, value: Value | readonly Value[]): boolean {
  const answer = underTrust({ [operator]: { [key]: value } });
  assert.ok(answer === 'allowed' || answer === 'blocked', answer);
  return answer === 'allowed';
}

const arn = roleNamed('ops/s');

describe('condition operators on what is known', () => {
  const table: readonly (readonly [string, string, string | readonly string[], boolean])[] = [
    ['StringEquals', 'aws:PrincipalArn', arn, true],
    ['StringEquals', 'aws:PrincipalArn', roleNamed('s'), false],
    ['StringEquals', 'AWS:principalARN', ['x', arn], true],
    ['StringEquals', 'aws:PrincipalArn', roleNamed('ops/*'), false],
    ['StringNotEquals', 'aws:PrincipalArn', arn, false],
    ['StringNotEquals', 'aws:PrincipalArn', ['x', arn], false],
    ['StringNotEquals', 'aws:PrincipalArn', ['x', 'y'], true],
    ['StringEqualsIgnoreCase', 'aws:PrincipalArn', arn.toUpperCase(), true],
    ['StringNotEqualsIgnoreCase', 'aws:PrincipalArn', arn.toUpperCase(), false],
    ['StringLike', 'aws:PrincipalArn', 'arn:*role/ops/?', true],
    ['StringLike', 'aws:PrincipalArn', 'arn:*role/?', false],
    ['StringNotLike', 'aws:PrincipalArn', 'arn:*', false],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/ops/*', true],
    ['ArnEquals', 'aws:PrincipalArn', 'arn:aws:iam::*:role/ops/*', true],
    ['ArnLike', 'aws:PrincipalArn', 'arn:*:role/ops/s', false],
    ['ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/ops/*', false],
    ['ArnNotEquals', 'aws:PrincipalArn', roleNamed('s'), true],
    ['NumericEquals', 'aws:PrincipalAccount', '111111111111.0', true],
    ['NumericNotEquals', 'aws:PrincipalAccount', A, false],
    ['NumericLessThan', 'aws:PrincipalAccount', A, false],
    ['NumericLessThanEquals', 'aws:PrincipalAccount', A, true],
    ['NumericGreaterThan', 'aws:PrincipalAccount', '5', true],
    ['NumericGreaterThanEquals', 'aws:PrincipalAccount', B, false],
    ['NumericEquals', 'aws:PrincipalAccount', 'many', false],
    ['DateEquals', 'aws:PrincipalTag/until', '2026-01-01T00:00:00Z', true],
    ['DateNotEquals', 'aws:PrincipalTag/until', '2026-01-01', false],
    ['DateLessThan', 'aws:PrincipalTag/until', '2026-01-01T00:00:01Z', true],
    ['DateLessThanEquals', 'aws:PrincipalTag/until', '2025-12-31', false],
    ['DateGreaterThan', 'aws:PrincipalTag/until', '1700000000', true],
    ['DateGreaterThanEquals', 'aws:PrincipalTag/until', '2026-01-01T01:00:00+01:00', true],
    ['Bool', 'aws:PrincipalIsAWSService', 'False', true],
    ['Bool', 'aws:PrincipalIsAWSService', 'true', false],
    ['BinaryEquals', 'aws:PrincipalTag/bits', 'QUI=', true],
    ['BinaryEquals', 'aws:PrincipalTag/bits', 'QUI', false],
    ['IpAddress', 'aws:PrincipalTag/ip', '10.0.0.0/8', true],
    ['IpAddress', 'aws:PrincipalTag/ip', ['192.0.2.0/24', '10.1.2.3'], true],
    ['NotIpAddress', 'aws:PrincipalTag/ip', '10.0.0.0/8', false],
    ['NotIpAddress', 'aws:PrincipalTag/ip', '192.0.2.0/24', true],
    ['Null', 'aws:PrincipalTag/ip', 'false', true],
    ['Null', 'aws:PrincipalTag/ip', 'true', false],
    ['Null', 'aws:PrincipalTag/none', 'true', true],
  ];
  const tags = {
    complete: true,
    values: [
      { key: 'until', value: ['2026-01-01T00:00:00Z'] },
      { key: 'bits', value: ['QUI='] },
      { key: 'IP', value: ['10.1.2.3'] },
    ],
  };
  for (const [operator, key, value, expected] of table)
    it(`${operator} ${key} ${value} is ${expected}`, () => {
      assert.equal(underTrust({ [operator]: { [key]: value } }, { tags }), expected ? 'allowed' : 'blocked');
      assert.equal(
        underTrust({ [`ForAnyValue:${operator}`]: { [key]: value } }, { tags }),
        operator === 'Null' ? underTrust({ Null: { [key]: value } }, { tags }) : expected ? 'allowed' : 'blocked',
      );
    });

  it('without the key: positive false, negated true, IfExists true, all true, any false', () => {
    const absent = 'aws:PrincipalTag/none';
    assert.equal(holds('StringEquals', absent, 'x'), false);
    assert.equal(holds('StringNotEquals', absent, 'x'), true);
    assert.equal(holds('StringEqualsIfExists', absent, 'x'), true);
    assert.equal(holds('StringNotEqualsIfExists', absent, 'x'), true);
    assert.equal(holds('ForAllValues:StringEquals', absent, 'x'), true);
    assert.equal(holds('ForAllValues:StringNotEquals', absent, 'x'), true);
    assert.equal(holds('ForAnyValue:StringEquals', absent, 'x'), false);
    assert.equal(holds('ForAnyValue:StringNotEquals', absent, 'x'), false);
    assert.equal(holds('ForAnyValue:StringEqualsIfExists', absent, 'x'), true);
    assert.equal(holds('IpAddress', absent, '10.0.0.0/8'), false);
    assert.equal(holds('NotIpAddress', absent, '10.0.0.0/8'), true);
  });

  it('all keys and all operators must hold', () => {
    const both = (account: string) =>
      underTrust({
        StringEquals: { 'aws:PrincipalAccount': account, 'aws:PrincipalArn': arn },
        Bool: { 'aws:PrincipalIsAWSService': 'false' },
      });
    assert.equal(both(A), 'allowed');
    assert.equal(both(B), 'blocked');
  });

  it('put policy variables in their place', () => {
    const tagged = {
      tags: {
        complete: true,
        values: [
          { key: 'account', value: [B] },
          { key: 'star', value: ['*'] },
        ],
      },
    };
    assert.equal(
      underTrust({ StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalTag/Account}' } }, tagged),
      'allowed',
    );
    assert.equal(
      underTrust({ StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalTag/none}' } }, tagged),
      'blocked',
    );
    assert.equal(
      underTrust({ StringNotEquals: { 'aws:ResourceAccount': '${aws:PrincipalTag/none}' } }, tagged),
      'allowed',
    );
    assert.equal(
      underTrust({ StringEquals: { 'aws:ResourceAccount': `\${aws:PrincipalTag/none, '${B}'}` } }, tagged),
      'allowed',
    );
    assert.equal(underTrust({ StringLike: { 'aws:PrincipalArn': '${aws:PrincipalTag/star}' } }, tagged), 'blocked');
    assert.equal(underTrust({ StringLike: { 'aws:PrincipalTag/star': '${*}' } }, tagged), 'allowed');
    assert.equal(underTrust({ StringLike: { 'aws:PrincipalArn': 'arn:${*}' } }, tagged), 'blocked');
    const byResource = {
      permissions: [{ ...ASSUME, Resource: 'arn:aws:iam::${aws:PrincipalTag/account}:role/t' }],
      ...tagged,
    };
    assert.equal(underTrust({}, byResource), 'allowed');
  });
});

describe('condition keys of a call from role to role', () => {
  const path = 'o-1234567890/r-abcd/ou-abcd-11111111/';
  const place = { organizationPath: [path] };

  it('say who calls', () => {
    assert.equal(underTrust({ StringEquals: { 'aws:PrincipalType': 'AssumedRole' } }), 'allowed');
    assert.equal(underTrust({ StringEquals: { 'aws:PrincipalType': 'User' } }), 'blocked');
    assert.equal(underTrust({ StringLike: { 'aws:username': '*' } }), 'blocked');
    assert.equal(underTrust({ Null: { 'aws:PrincipalServiceName': 'true' } }), 'allowed');
    assert.equal(underTrust({ ArnLike: { 'aws:SourceArn': '*' } }), 'blocked');
    assert.equal(underTrust({ StringEquals: { 'aws:SourceAccount': A } }), 'blocked');
    assert.equal(underTrust({ StringNotEquals: { 'aws:SourceAccount': A } }), 'allowed');
    assert.equal(underTrust({ StringEquals: { 'aws:ResourceAccount': B } }), 'allowed');
  });

  it('say where the accounts are', () => {
    const both = (condition: Condition) => underTrust(condition, { place }, { place });
    assert.equal(both({ StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } }), 'allowed');
    assert.equal(both({ StringEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' } }), 'allowed');
    assert.equal(both({ StringEquals: { 'aws:PrincipalOrgID': 'o-other' } }), 'blocked');
    assert.equal(both({ 'ForAnyValue:StringEquals': { 'aws:ResourceOrgPaths': path } }), 'allowed');
    assert.equal(both({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1234567890/r-abcd/*' } }), 'allowed');
    assert.equal(
      both({ 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-1234567890/r-abcd/ou-*/ou-*' } }),
      'blocked',
    );
    assert.equal(underTrust({ Null: { 'aws:PrincipalOrgID': 'true' } }), 'allowed');
    assert.equal(underTrust({ StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } }), 'blocked');
  });

  it('never say that MFA was used', () => {
    assert.equal(underTrust({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }), 'blocked');
    assert.equal(
      underTrust({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }),
      'allowed\n`aws:MultiFactorAuthPresent` is `false`',
    );
    assert.equal(underTrust({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }), 'allowed');
    assert.equal(
      underTrust({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }),
      'allowed\nthe request has no `aws:MultiFactorAuthPresent`',
    );
  });

  it('let the caller choose only what AssumeRole accepts', () => {
    assert.equal(underTrust({ StringEquals: { 'sts:ExternalId': 'a' } }), 'blocked');
    assert.equal(underTrust({ StringEquals: { 'sts:ExternalId': 'id-*' } }), 'blocked');
    assert.equal(underTrust({ StringLike: { 'sts:ExternalId': 'a?' } }), 'allowed');
    assert.equal(underTrust({ StringEqualsIgnoreCase: { 'sts:RoleSessionName': '*' } }), 'blocked');
    assert.equal(underTrust({ StringEquals: { 'sts:RoleSessionName': 'a:b' } }), 'blocked');
    assert.equal(underTrust({ StringEquals: { 'sts:ExternalId': 'a:b' } }), 'allowed');
    assert.equal(underTrust({ NumericLessThan: { 'sts:DurationSeconds': '900' } }), 'blocked');
    assert.equal(underTrust({ NumericLessThan: { 'sts:DurationSeconds': '901' } }), 'allowed');
    assert.equal(underTrust({ NumericGreaterThan: { 'sts:DurationSeconds': '500' } }), 'allowed');
    assert.equal(underTrust({ NumericGreaterThan: { 'sts:DurationSeconds': '3600' } }), 'blocked');
    assert.equal(underTrust({ StringEquals: { 'sts:ExternalId': [unknown('Id')] } }), 'allowed');
  });

  it('have no variables in a policy of an older version', () => {
    const Condition = { StringEquals: { 'aws:PrincipalAccount': '${aws:PrincipalAccount}' } };
    const trust = (hasVariables?: false): RoleTraits => ({
      trust: [{ ...ASSUME, Principal: { AWS: A }, Condition, ...(hasVariables === false && { hasVariables }) }],
    });
    assert.equal(underTrust({}, {}, trust()), 'allowed');
    assert.equal(underTrust({}, {}, trust(false)), 'blocked');
    const tagged = { StringLike: { 'aws:PrincipalTag/team': '${*' } };
    const plain = { ...ASSUME, Principal: { AWS: A }, Condition: tagged, hasVariables: false } as const;
    assert.equal(
      underTrust({}, { tags: { values: [{ key: 'team', value: ['red'] }], complete: true } }, { trust: [plain] }),
      'blocked',
    );
  });

  it('leave open what a bare wildcard matches under an ARN operator', () => {
    const open = 'which the pages of AWS leave open';
    assert.equal(
      underTrust({ ArnLike: { 'aws:PrincipalArn': '*' } }),
      `allowed\na bare \`*\` under an ARN operator matches every ARN, ${open}`,
    );
    assert.equal(
      underTrust({ ArnNotLike: { 'aws:PrincipalArn': '*' } }),
      `allowed\na bare \`*\` under an ARN operator matches no ARN, ${open}`,
    );
    assert.equal(underTrust({ ArnLike: { 'aws:SourceArn': '*' } }), 'blocked');
  });

  it('let the caller choose the external id once for both sides', () => {
    const external = (...ids: readonly string[]): Condition => ({ StringEquals: { 'sts:ExternalId': ids } });
    const source = (Condition: Condition) => ({ permissions: [{ ...ASSUME, Resource: '*', Condition }] });
    assert.equal(underTrust(external('one')), 'allowed');
    assert.equal(underTrust(external('one', 'two'), source(external('two', 'three'))), 'allowed');
    assert.equal(underTrust(external('one'), source(external('two'))), 'blocked');
    assert.equal(underTrust({ Null: { 'sts:ExternalId': 'false' } }), 'allowed');
    assert.equal(
      underTrust({ Null: { 'sts:ExternalId': 'false' } }, source({ Null: { 'sts:ExternalId': 'true' } })),
      'blocked',
    );
    const like = (pattern: string): Condition => ({ StringLike: { 'sts:ExternalId': pattern } });
    assert.equal(underTrust(like('a*'), source(like('*b'))), 'allowed');
    assert.equal(underTrust(like('a*'), source(like('b*'))), 'blocked');
    assert.equal(underTrust(like('a?c'), source({ StringNotLike: { 'sts:ExternalId': '*b*' } })), 'allowed');
    assert.equal(underTrust(like('abc'), source({ StringNotLike: { 'sts:ExternalId': '*b*' } })), 'blocked');
  });

  it('let the caller choose the name of the session, which is always there', () => {
    assert.equal(underTrust({ StringLike: { 'sts:RoleSessionName': 'ci-*' } }), 'allowed');
    assert.equal(underTrust({ Null: { 'sts:RoleSessionName': 'true' } }), 'blocked');
    assert.equal(underTrust({ StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }), 'blocked');
  });

  it('let the caller set a source identity only where that is allowed on both sides', () => {
    const condition: Condition = { StringEquals: { 'sts:SourceIdentity': 'alice' } };
    const set = ['sts:AssumeRole', 'sts:SetSourceIdentity'];
    const trust = (Action: readonly string[]) => [{ ...ASSUME, Action, Principal: { AWS: A }, Condition: condition }];
    const permissions = (Action: readonly string[]) => [{ ...ASSUME, Action, Resource: '*' }];
    assert.equal(underTrust({}, { permissions: permissions(set) }, { trust: trust(set) }), 'allowed');
    assert.equal(underTrust({}, { permissions: permissions(set) }, { trust: trust(['sts:AssumeRole']) }), 'blocked');
    assert.equal(underTrust({}, { permissions: permissions(['sts:AssumeRole']) }, { trust: trust(set) }), 'blocked');
  });

  it('let the caller pass tags only where that is allowed on both sides', () => {
    const tag = ['sts:AssumeRole', 'sts:TagSession'];
    const trust = (Action: readonly string[], Condition: Condition) => [
      { ...ASSUME, Action, Principal: { AWS: A }, Condition },
    ];
    const permissions = (Action: readonly string[]) => [{ ...ASSUME, Action, Resource: '*' }];
    const passing = (one: readonly string[], two: readonly string[], condition: Condition) =>
      underTrust({}, { permissions: permissions(one) }, { trust: trust(two, condition) });
    const project: Condition = { StringEquals: { 'aws:RequestTag/Project': 'blue' } };
    assert.equal(passing(tag, tag, project), 'allowed');
    assert.equal(passing(['sts:AssumeRole'], tag, project), 'blocked');
    assert.equal(passing(tag, ['sts:AssumeRole'], project), 'blocked');
    const only: Condition = { ...project, 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Project'] } };
    assert.equal(passing(tag, tag, only), 'allowed');
    const others: Condition = { ...project, 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Team'] } };
    assert.equal(passing(tag, tag, others), 'blocked');
    const like: Condition = { ...project, 'ForAllValues:StringLike': { 'aws:TagKeys': ['P*'] } };
    assert.equal(passing(tag, tag, like), 'allowed');
    const transitive: Condition = { 'ForAnyValue:StringEquals': { 'sts:TransitiveTagKeys': ['Project'] } };
    assert.equal(passing(tag, tag, transitive), 'allowed');
    assert.equal(passing(tag, tag, { ...transitive, ...{ Null: { 'aws:RequestTag/Project': 'true' } } }), 'blocked');
    assert.equal(passing(['sts:AssumeRole'], ['sts:AssumeRole'], { Null: { 'aws:TagKeys': 'true' } }), 'allowed');
  });

  it('have the tags of the role, unless sessions may have their own', () => {
    const tagged = { tags: { complete: true, values: [{ key: 'team', value: ['red'] }] } };
    const red: Condition = { StringEquals: { 'aws:PrincipalTag/team': 'red' } };
    assert.equal(underTrust(red, tagged), 'allowed');
    assert.equal(underTrust({ StringEquals: { 'aws:PrincipalTag/team': 'blue' } }, tagged), 'blocked');
    const tagging = { ...tagged, trust: [{ ...ASSUME, Action: 'sts:TagSession', Principal: { AWS: A } }] };
    assert.equal(underTrust(red, tagging), 'allowed\n`aws:PrincipalTag/team` is `red`');
    assert.equal(underTrust({ Null: { 'aws:PrincipalTag/team': 'true' } }, tagging), 'blocked');
    const target = { account: B, tags: tagged.tags };
    const byTag = {
      permissions: [{ ...ASSUME, Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/team': 'red' } } }],
    };
    assert.equal(underTrust({}, byTag, target), 'allowed');
    assert.equal(underTrust({}, byTag, { account: B }), 'blocked');
    const more = { account: B, tags: { complete: false, values: [] } };
    assert.equal(underTrust({}, byTag, more), 'allowed\n`aws:ResourceTag/team` is `red`');
  });

  it('are not known otherwise', () => {
    assert.equal(
      underTrust({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }),
      'allowed\n`aws:SourceIp` is in `10.0.0.0/8`',
    );
    assert.equal(
      underTrust({ NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }),
      'allowed\n`aws:SourceIp` is not in `10.0.0.0/8`',
    );
    assert.equal(
      underTrust({ DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }),
      'allowed\n`aws:CurrentTime` is before `2026-01-01T00:00:00Z`',
    );
    assert.equal(underTrust({ StringEquals: { 'aws:SourceVpc': ['vpc-1'] } }), 'allowed\n`aws:SourceVpc` is `vpc-1`');
    const twice = {
      permissions: [{ ...ASSUME, Resource: '*', Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-2' } } }],
    };
    assert.equal(underTrust({ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, twice), 'blocked');
    const ranges = (...cidrs: readonly string[]) =>
      underTrust({ IpAddress: { 'aws:SourceIp': cidrs[0] ?? '' }, NotIpAddress: { 'aws:SourceIp': cidrs.slice(1) } });
    assert.equal(ranges('10.0.0.0/8', '10.0.0.0/9', '10.128.0.0/9'), 'blocked');
    assert.equal(ranges('10.0.0.0/8', '10.0.0.0/9'), 'allowed\n`aws:SourceIp` is in `10.0.0.0/8`');
  });
});
