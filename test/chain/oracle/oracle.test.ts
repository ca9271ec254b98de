import assert from 'node:assert/strict';
import { holds } from './conditions.ts';
import { requestContext } from './context.ts';
import { type Call, type Caller, succeeds } from './evaluate.ts';
import type { OraclePolicy, OracleStatement } from './policy.ts';

const here = '111122223333';
const there = '444455556666';
const targetArn = `arn:aws:iam::${there}:role/ops/Target`;
const sameArn = `arn:aws:iam::${here}:role/ops/Target`;

const caller: Caller = {
  kind: 'role',
  account: here,
  arn: `arn:aws:iam::${here}:role/app/Source`,
  sessionArn: `arn:aws:sts::${here}:assumed-role/Source/one`,
};

const policy = (...Statement: readonly OracleStatement[]): OraclePolicy => ({ Statement });
const everything = policy({ Effect: 'Allow', Action: ['*'], Resource: ['*'] });
const onlyStorage = policy({ Effect: 'Allow', Action: ['s3:*'], Resource: ['*'] });
const mayAssume = (arn: string): OraclePolicy =>
  policy({ Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: [arn] });
const trusting = (value: string, type = 'AWS'): OraclePolicy =>
  policy({ Effect: 'Allow', Principal: [{ type, value }], Action: ['sts:AssumeRole'] });

interface Difference {
  readonly account?: string;
  readonly trust: OraclePolicy;
  readonly others?: Readonly<Record<string, readonly string[]>>;
  readonly rest?: Partial<Call>;
}

function isAllowed({ account = here, trust, others = {}, rest = {} }: Difference): boolean {
  const who = rest.caller ?? caller;
  return succeeds({
    caller: who,
    identity: [],
    session: [],
    serviceControl: [],
    resourceControl: [],
    target: { account, arn: account === here ? sameArn : targetArn, trust },
    context: requestContext(who, { account, path: undefined }, undefined, new Map(Object.entries(others))),
    ...rest,
  });
}

describe('the concrete evaluator: who must allow', () => {
  const cases: readonly { readonly says: string; readonly is: boolean; readonly call: Difference }[] = [
    { says: 'same account, the role named: the trust suffices', is: true, call: { trust: trusting(caller.arn) } },
    {
      says: 'same account, the session named: the trust suffices',
      is: true,
      call: { trust: trusting(caller.sessionArn) },
    },
    { says: 'same account, the account named: not without permission', is: false, call: { trust: trusting(here) } },
    {
      says: 'same account, the account named: with permission',
      is: true,
      call: { trust: trusting(`arn:aws:iam::${here}:root`), rest: { identity: [mayAssume(sameArn)] } },
    },
    {
      says: 'a permission alone never suffices',
      is: false,
      call: { trust: trusting(there), rest: { identity: [everything] } },
    },
    {
      says: 'other accounts: the trust alone does not suffice',
      is: false,
      call: { account: there, trust: trusting(caller.arn) },
    },
    {
      says: 'other accounts: both sides',
      is: true,
      call: { account: there, trust: trusting(caller.arn), rest: { identity: [mayAssume(targetArn)] } },
    },
    {
      says: 'the path is part of the principal',
      is: false,
      call: {
        account: there,
        trust: trusting(`arn:aws:iam::${here}:role/Source`),
        rest: { identity: [everything] },
      },
    },
    {
      says: 'the path is part of the resource',
      is: false,
      call: {
        account: there,
        trust: trusting(caller.arn),
        rest: { identity: [mayAssume(`arn:aws:iam::${there}:role/Target`)] },
      },
    },
    {
      says: 'an explicit deny decides',
      is: false,
      call: {
        trust: trusting(caller.arn),
        rest: { identity: [policy({ Effect: 'Deny', NotAction: ['s3:*'], Resource: ['*'] })] },
      },
    },
    {
      says: 'a boundary cuts a grant to the role',
      is: false,
      call: { trust: trusting(caller.arn), rest: { identity: [everything], boundary: onlyStorage } },
    },
    {
      says: 'a boundary does not cut a grant to the session',
      is: true,
      call: { trust: trusting(caller.sessionArn), rest: { boundary: onlyStorage } },
    },
    {
      says: 'a boundary does not cut a grant to everyone in the same account',
      is: true,
      call: { trust: trusting('*'), rest: { boundary: onlyStorage } },
    },
    {
      says: 'a boundary cuts across accounts',
      is: false,
      call: { account: there, trust: trusting('*'), rest: { identity: [everything], boundary: onlyStorage } },
    },
    {
      says: 'a session policy cuts a grant to the role',
      is: false,
      call: { trust: trusting(caller.arn), rest: { session: [onlyStorage] } },
    },
    {
      says: 'an SCP that does not allow cuts',
      is: false,
      call: { trust: trusting(caller.arn), rest: { serviceControl: [[everything], [onlyStorage]] } },
    },
    {
      says: 'SCPs that allow at every level let through',
      is: true,
      call: { trust: trusting(caller.arn), rest: { serviceControl: [[everything], [onlyStorage, everything]] } },
    },
    {
      says: 'an RCP that denies decides',
      is: false,
      call: {
        trust: trusting(caller.arn),
        rest: { resourceControl: [policy({ Effect: 'Deny', Action: ['sts:*'], Resource: ['*'] })] },
      },
    },
    {
      says: 'a service needs the trust only, and no SCP bears on it',
      is: true,
      call: {
        trust: trusting('lambda.amazonaws.com', 'Service'),
        rest: { caller: { kind: 'service', service: 'lambda.amazonaws.com' }, serviceControl: [[onlyStorage]] },
      },
    },
    {
      says: 'tags need sts:TagSession',
      is: false,
      call: { trust: trusting(caller.arn), others: { 'aws:RequestTag/team': ['a'], 'aws:TagKeys': ['team'] } },
    },
    {
      says: 'a deny that names the account is about its roles',
      is: false,
      call: {
        trust: policy(...trusting(caller.arn).Statement, {
          Effect: 'Deny',
          Principal: [{ type: 'AWS', value: here }],
          Action: ['sts:AssumeRole'],
        }),
      },
    },
  ];
  for (const { says, is, call } of cases) it(says, () => assert.equal(isAllowed(call), is));
});

describe('the concrete evaluator: conditions', () => {
  // The tables of the examples for multivalued keys, and of the operators' page:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition_examples-multi-valued-context-keys.html
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
  const cases: readonly (readonly [string, string, readonly string[], readonly string[] | undefined, boolean])[] = [
    ['ForAllValues:StringNotLike', 'aws:TagKeys', ['key1*'], ['key1:legal'], false],
    ['ForAllValues:StringNotLike', 'aws:TagKeys', ['key1*'], ['key1:hr', 'key1:personnel'], false],
    ['ForAllValues:StringNotLike', 'aws:TagKeys', ['key1*'], ['key2:audit'], true],
    ['ForAllValues:StringNotLike', 'aws:TagKeys', ['key1*'], undefined, true],
    ['ForAnyValue:StringEquals', 'aws:TagKeys', ['environment', 'webserver'], ['webserver', 'x'], true],
    ['ForAnyValue:StringEquals', 'aws:TagKeys', ['environment'], ['x'], false],
    ['ForAnyValue:StringEquals', 'aws:TagKeys', ['environment'], undefined, false],
    ['ForAnyValue:StringNotEquals', 'aws:TagKeys', ['a'], ['a', 'b'], true],
    ['ForAnyValue:StringNotEquals', 'aws:TagKeys', ['a'], ['a'], false],
    ['StringNotEquals', 'sts:ExternalId', ['a', 'b'], ['b'], false],
    ['StringNotEquals', 'sts:ExternalId', ['a', 'b'], undefined, true],
    ['StringEquals', 'STS:externalid', ['a', 'b'], ['b'], true],
    ['StringEquals', 'sts:ExternalId', ['*'], ['b'], false],
    ['StringEquals', 'sts:ExternalId', ['${*}'], ['*'], true],
    ['StringLike', 'sts:ExternalId', ['?b*'], ['ab'], true],
    ['StringLike', 'sts:ExternalId', ['a'], ['A'], false],
    ['StringEqualsIgnoreCase', 'sts:ExternalId', ['a'], ['A'], true],
    ['StringEqualsIfExists', 'sts:ExternalId', ['a'], undefined, true],
    ['StringEqualsIfExists', 'sts:ExternalId', ['a'], ['b'], false],
    ['StringEquals', 'sts:ExternalId', ['a'], undefined, false],
    ['Null', 'sts:ExternalId', ['true'], undefined, true],
    ['Null', 'sts:ExternalId', ['false'], undefined, false],
    ['Null', 'sts:ExternalId', ['false'], ['a'], true],
    ['Bool', 'aws:MultiFactorAuthPresent', ['true'], undefined, false],
    ['BoolIfExists', 'aws:MultiFactorAuthPresent', ['true'], undefined, true],
    ['Bool', 'aws:SecureTransport', ['TRUE'], ['true'], true],
    ['NumericLessThanEquals', 'sts:DurationSeconds', ['3600'], ['900'], true],
    ['NumericEquals', 'sts:DurationSeconds', ['3600'], ['3600.0'], true],
    ['DateGreaterThan', 'aws:CurrentTime', ['2024-01-01T00:00:00Z'], ['2025-01-01T00:00:00Z'], true],
    ['DateLessThan', 'aws:EpochTime', ['2024-01-01T00:00:00Z'], ['1735689600'], false],
    ['IpAddress', 'aws:SourceIp', ['203.0.113.0/24'], ['203.0.113.9'], true],
    ['NotIpAddress', 'aws:SourceIp', ['203.0.113.0/24'], ['203.0.113.9'], false],
    ['IpAddress', 'aws:SourceIp', ['203.0.113.1'], ['203.0.113.9'], false],
    ['ArnEquals', 'aws:PrincipalArn', ['arn:aws:iam::*:role/a*'], ['arn:aws:iam::111122223333:role/ab'], true],
    ['ArnLike', 'aws:PrincipalArn', ['arn:aws:*:role/ab'], ['arn:aws:iam::111122223333:role/ab'], false],
    ['StringLike', 'aws:PrincipalArn', ['arn:aws:*:role/ab'], ['arn:aws:iam::111122223333:role/ab'], true],
    ['ArnNotLike', 'aws:SourceArn', ['arn:aws:s3:::a'], undefined, true],
    ['StringEquals', 'sts:RoleSessionName', ['${aws:PrincipalTag/who}'], ['ann'], true],
    ['StringEquals', 'sts:RoleSessionName', ['${aws:PrincipalTag/none}'], ['ann'], false],
    ['StringNotEquals', 'sts:RoleSessionName', ['${aws:PrincipalTag/none}'], ['ann'], true],
    ['StringEquals', 'sts:RoleSessionName', ["${aws:PrincipalTag/none, 'ann'}"], ['ann'], true],
    ['BinaryEquals', 'x:blob', ['QQ=='], ['QQ=='], true],
  ];
  for (const [operator, key, values, present, is] of cases) {
    it(`${operator} ${key} ${values.join()} over ${present?.join() ?? 'no value'} is ${is}`, () => {
      const context = new Map<string, readonly string[]>([['aws:principaltag/who', ['ann']]]);
      if (present !== undefined) context.set(key.toLowerCase(), present);
      assert.equal(holds({ operator, key, values }, context), is);
    });
  }

  it('knows the organization of both accounts', () => {
    const context = requestContext(caller, { account: there, path: 'o-a/r-b/ou-c/' }, undefined, new Map());
    assert.deepEqual(context.get('aws:resourceorgid'), ['o-a']);
    assert.deepEqual(context.get('aws:resourceorgpaths'), ['o-a/r-b/ou-c/']);
    assert.equal(context.has('aws:principalorgid'), false);
  });
});
