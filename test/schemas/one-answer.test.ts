import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseOperator } from '../../server/src/catalog/condition-operators.ts';
import { type PolicyKind, policyKinds } from '../../server/src/policy/kind.ts';
import { grammarFindings } from './support/grammar-findings.ts';
import { policiesAround, rightPolicies } from './support/policies.ts';
import { schemaErrors } from './support/schema.ts';

/** Both say the same; answers whether they take the policy. */
function isTaken(policy: unknown, kind: PolicyKind): boolean {
  const findings = grammarFindings(policy, kind);
  const errors = schemaErrors(policy, kind);
  const said = [`rules: ${findings.join(' ')}`, `schema: ${errors.join(' ')}`, JSON.stringify(policy)].join('\n');
  assert.equal(errors.length === 0, findings.length === 0, said);
  return errors.length === 0;
}

const base = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };
const bucket = { ...base, Principal: '*' };
const policy = (statement: unknown) => ({ Version: '2012-10-17', Statement: statement });

interface Case {
  readonly name: string;
  readonly policy: unknown;
  readonly takenAs: readonly PolicyKind[];
}

const identities: readonly PolicyKind[] = ['identity', 'scp', 'boundary', 'session'];
const resources: readonly PolicyKind[] = ['resource', 'endpoint'];

const cases: readonly Case[] = [
  { name: 'an identity policy', policy: policy([base]), takenAs: identities },
  { name: 'one statement without a list', policy: policy(base), takenAs: identities },
  { name: 'no version', policy: { Statement: [base] }, takenAs: identities },
  { name: 'an own version', policy: { ...policy(base), Version: '2024-01-01' }, takenAs: [] },
  { name: 'a version that is a number', policy: { ...policy(base), Version: 20121017 }, takenAs: [] },
  { name: 'the older version', policy: { ...policy(bucket), Version: '2008-10-17' }, takenAs: resources },
  { name: 'an id', policy: { ...policy(base), Id: 'Example' }, takenAs: ['scp'] },
  { name: 'nothing', policy: {}, takenAs: [] },
  { name: 'no statement', policy: { Version: '2012-10-17' }, takenAs: [] },
  { name: 'an empty list of statements', policy: policy([]), takenAs: [] },
  { name: 'a list in the list of statements', policy: policy([[base]]), takenAs: [] },
  { name: 'an element beside Statement', policy: { ...policy(base), Effect: 'Allow' }, takenAs: [] },
  { name: 'a key for editors', policy: { ...policy(base), $schema: './schema.json' }, takenAs: [] },
  { name: 'a trust policy', policy: policy(trust), takenAs: ['trust', ...resources] },
  { name: 'a trust policy with Resource', policy: policy({ ...trust, Resource: '*' }), takenAs: resources },
  { name: 'a trust policy with NotResource', policy: policy({ ...trust, NotResource: '*' }), takenAs: resources },
  {
    name: 'a trust policy that denies, with Resource',
    policy: policy({ ...trust, Effect: 'Deny', Resource: '*' }),
    takenAs: resources,
  },
  {
    name: 'NotPrincipal',
    policy: policy({ Effect: 'Deny', NotPrincipal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }),
    takenAs: resources,
  },
  { name: 'Principal and NotPrincipal', policy: policy({ ...bucket, NotPrincipal: '*' }), takenAs: [] },
  { name: 'everyone', policy: policy(bucket), takenAs: [...resources, 'rcp'] },
  { name: 'everyone as an object', policy: policy({ ...bucket, Principal: { AWS: '*' } }), takenAs: resources },
  { name: 'an account as Principal', policy: policy({ ...bucket, Principal: '111122223333' }), takenAs: [] },
  { name: 'a list as Principal', policy: policy({ ...bucket, Principal: ['*'] }), takenAs: [] },
  { name: 'an empty Principal', policy: policy({ ...bucket, Principal: {} }), takenAs: resources },
  { name: 'a misspelt principal type', policy: policy({ ...bucket, Principal: { Aws: '*' } }), takenAs: [] },
  { name: 'a canonical user', policy: policy({ ...bucket, Principal: { CanonicalUser: 'a' } }), takenAs: resources },
  {
    name: 'a canonical user who assumes a role',
    policy: policy({ ...trust, Principal: { CanonicalUser: 'a' } }),
    takenAs: resources,
  },
  { name: 'an account id as a number', policy: policy({ ...bucket, Principal: { AWS: 111122223333 } }), takenAs: [] },
  { name: 'no Effect', policy: policy({ Action: '*', Resource: '*' }), takenAs: [] },
  { name: 'an effect in small letters', policy: policy({ ...base, Effect: 'allow' }), takenAs: [] },
  { name: 'a list of effects', policy: policy({ ...base, Effect: ['Allow'] }), takenAs: [] },
  { name: 'no Action', policy: policy({ Effect: 'Allow', Resource: '*' }), takenAs: [] },
  { name: 'an element in small letters', policy: policy({ ...base, condition: {} }), takenAs: [] },
  { name: 'Action and NotAction', policy: policy({ ...base, NotAction: '*' }), takenAs: [] },
  { name: 'an empty list of actions', policy: policy({ ...base, Action: [] }), takenAs: identities },
  { name: 'a number among the actions', policy: policy({ ...base, Action: ['*', 1] }), takenAs: [] },
  { name: 'null as Resource', policy: policy({ ...base, Resource: null }), takenAs: [] },
  {
    name: 'NotAction',
    policy: policy({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*', Principal: '*' }),
    takenAs: resources,
  },
  { name: 'an empty Condition', policy: policy({ ...base, Condition: {} }), takenAs: identities },
  { name: 'a list as Condition', policy: policy({ ...base, Condition: [{}] }), takenAs: [] },
  {
    name: 'condition values that are no strings',
    policy: policy({ ...base, Condition: { Bool: { 'aws:SecureTransport': [true, 1] } } }),
    takenAs: identities,
  },
  { name: 'null as a condition value', policy: policy({ ...base, Condition: { Bool: { a: null } } }), takenAs: [] },
  { name: 'a condition without a key', policy: policy({ ...base, Condition: { Bool: 'true' } }), takenAs: [] },
];

describe('schemas and rules', () => {
  for (const { name, policy: given, takenAs } of cases)
    it(`agree on ${name}`, () => {
      assert.deepEqual(
        policyKinds.filter((kind) => isTaken(given, kind)),
        policyKinds.filter((kind) => takenAs.includes(kind)),
      );
    });

  for (const kind of policyKinds) {
    it(`take right policies: ${kind}`, () => {
      fc.assert(
        fc.property(rightPolicies(kind), (each) => isTaken(each, kind)),
        { numRuns: 300 },
      );
    });

    it(`agree on policies that are wrong by a few changes: ${kind}`, () => {
      const counts = { taken: 0, refused: 0 };
      fc.assert(
        fc.property(policiesAround(kind), (each) => {
          counts[isTaken(each, kind) ? 'taken' : 'refused'] += 1;
        }),
        { numRuns: 1500 },
      );
      assert.ok(counts.taken > 100 && counts.refused > 100, JSON.stringify(counts));
    }).timeout(20_000);
  }
});

describe('schemas', () => {
  it('take the condition operators that the table has, in any case, and no others', () => {
    const prefixes = ['', 'ForAnyValue:', 'ForAllValues:', 'forallvalues:', 'ForAny:', 'IfExists'];
    const names = ['StringEquals', 'Stringlike', 'NULL', 'Bool', 'StringMatches', 'IpAddress', 'BinaryLike', ''];
    for (const prefix of prefixes)
      for (const name of names)
        for (const suffix of ['', 'IfExists', 'ifexists', 'IfExist']) {
          const operator = `${prefix}${name}${suffix}`;
          const given = policy({ ...base, Condition: { [operator]: { 'aws:PrincipalArn': 'x' } } });
          assert.equal(schemaErrors(given, 'identity').length === 0, parseOperator(operator) !== undefined, operator);
        }
  });

  it('take a Sid of letters and digits only where IAM reads it', () => {
    const given = policy({ ...bucket, Sid: 'Read the bucket' });
    assert.deepEqual(schemaErrors(given, 'resource'), []);
    assert.deepEqual(schemaErrors(policy({ ...base, Sid: 'Read the bucket' }), 'identity'), [
      '/Statement/Sid: must match pattern "^[A-Za-z0-9]*$"',
      '/Statement: must be array',
      '/Statement: must match a schema in anyOf',
    ]);
  });
});
