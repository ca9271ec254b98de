import assert from 'node:assert/strict';
import { elementsOf, findElement, takesPrincipal } from '../../server/src/catalog/grammar.ts';
import { inlinePolicyTotals, roleLimits, sessionLimits, sizeLimitOf } from '../../server/src/catalog/limits.ts';
import { policyKinds } from '../../server/src/catalog/policy-kind.ts';

const STATEMENT_ELEMENTS = [
  'Action',
  'Condition',
  'Effect',
  'NotAction',
  'NotPrincipal',
  'NotResource',
  'Principal',
  'Resource',
  'Sid',
];

describe('grammar', () => {
  for (const kind of policyKinds) {
    it(`of ${kind} policies says of every element of IAM what it is`, () => {
      const grammar = elementsOf(kind);
      assert.equal(grammar.kind, kind);
      assert.ok(grammar.source.length > 10);
      assert.deepEqual(grammar.statement.map((each) => each.name).sort(), STATEMENT_ELEMENTS);
      assert.deepEqual(grammar.document.map((each) => each.name).sort(), ['Id', 'Statement', 'Version']);
      assert.equal(findElement(kind, 'document', 'Statement')?.use, 'required');
      assert.equal(findElement(kind, 'statement', 'Effect')?.use, 'required');
    });

    it(`of ${kind} policies requires nothing that it forbids`, () => {
      const uses = new Map(elementsOf(kind).statement.map((each) => [each.name, each.use]));
      for (const choice of elementsOf(kind).choices) {
        for (const name of choice.names) assert.notEqual(uses.get(name), 'forbidden', name);
      }
    });
  }

  it('knows elements by their exact names', () => {
    assert.equal(findElement('identity', 'statement', 'action'), undefined);
    assert.equal(findElement('identity', 'statement', 'Resources'), undefined);
    assert.equal(findElement('identity', 'document', 'Effect'), undefined);
  });

  it('keeps principals out of the kinds that are attached to an identity', () => {
    assert.deepEqual(
      policyKinds.filter((kind) => takesPrincipal(kind)),
      ['trust', 'resource', 'rcp', 'endpoint'],
    );
    assert.deepEqual(
      elementsOf('identity').choices.map((each) => each.required),
      [true, true],
    );
  });

  it('gives the elements that a trust policy forbids to rules of their own', () => {
    assert.equal(findElement('trust', 'statement', 'Principal')?.use, 'required');
    assert.equal(findElement('trust', 'statement', 'NotPrincipal')?.reportedBy, 'trust-not-principal');
    assert.equal(findElement('trust', 'statement', 'Resource')?.reportedBy, 'trust-has-resource');
    assert.equal(findElement('trust', 'statement', 'NotResource')?.reportedBy, 'trust-has-resource');
  });

  it('asks a resource policy for a principal, not for a resource', () => {
    assert.deepEqual(
      elementsOf('resource').choices.map((each) => [each.names[0], each.required]),
      [
        ['Principal', true],
        ['Action', true],
        ['Resource', false],
      ],
    );
    assert.equal(findElement('resource', 'statement', 'NotPrincipal')?.onlyWithEffect, 'Deny');
    assert.equal(findElement('resource', 'document', 'Id')?.use, 'optional');
    assert.equal(findElement('identity', 'document', 'Id')?.use, 'forbidden');
  });

  it('holds resource control policies to Action and the newer version, and takes the Allow of an example by AWS', () => {
    const grammar = elementsOf('rcp');
    assert.deepEqual(grammar.effects, ['Allow', 'Deny']);
    assert.deepEqual(grammar.versions, ['2012-10-17']);
    assert.equal(findElement('rcp', 'document', 'Version')?.use, 'required');
    assert.equal(findElement('rcp', 'statement', 'NotAction')?.use, 'forbidden');
    assert.equal(findElement('rcp', 'statement', 'Action')?.use, 'required');
    assert.deepEqual(elementsOf('scp').effects, ['Allow', 'Deny']);
  });

  it('takes letters and digits in the Sid of an IAM policy, anything elsewhere', () => {
    assert.ok(elementsOf('identity').sidPattern?.test('AllowAll1'));
    assert.ok(elementsOf('identity').sidPattern?.test(''));
    assert.ok(!elementsOf('trust').sidPattern?.test('allow all'));
    assert.equal(elementsOf('resource').sidPattern, undefined);
    assert.equal(elementsOf('resource').sidsAreUnique, false);
  });
});

describe('limits', () => {
  it('are those of each kind', () => {
    assert.equal(sizeLimitOf('identity')?.characters, 6144);
    assert.deepEqual([sizeLimitOf('trust')?.characters, sizeLimitOf('trust')?.raisableTo], [2048, 8192]);
    assert.deepEqual([sizeLimitOf('scp')?.characters, sizeLimitOf('scp')?.countsWhiteSpace], [10240, true]);
    assert.equal(sizeLimitOf('rcp')?.characters, 5120);
    assert.equal(sizeLimitOf('resource'), undefined);
    assert.equal(inlinePolicyTotals.role, 10240);
  });

  it('hold the session of a chained role to an hour', () => {
    assert.equal(sessionLimits.chainedDuration, 3600);
    assert.ok(!sessionLimits.sourceIdentityPattern.test('aws:alice'));
    assert.ok(sessionLimits.sourceIdentityPattern.test('alice'));
    assert.ok(!sessionLimits.externalIdPattern.test('x'));
    assert.ok(sessionLimits.externalIdPattern.test('arn:aws:redshift:us-east-1:111122223333:dbuser:a/b'));
  });

  it('know a role name and a path', () => {
    assert.ok(roleLimits.namePattern.test('security+audit@x'));
    assert.ok(!roleLimits.namePattern.test('a/b'));
    assert.ok(roleLimits.pathPattern.test('/'));
    assert.ok(roleLimits.pathPattern.test('/security/audit/'));
    assert.ok(!roleLimits.pathPattern.test('security/'));
    assert.ok(!roleLimits.pathPattern.test('/security'));
  });
});
