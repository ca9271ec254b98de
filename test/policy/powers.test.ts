import assert from 'node:assert/strict';
import { identityAdministration } from '../../server/src/catalog/identity-administration.ts';
import {
  type Answer,
  allowsAction,
  joinPowers,
  noPowers,
  powersOfPolicy,
  unknownPowers,
} from '../../server/src/policy/powers.ts';
import { policyOf, statementOf } from './reading.ts';

describe('powers', () => {
  const answers: readonly (readonly [elements: string, action: string, answer: Answer])[] = [
    ['Action: sts:AssumeRole', 'sts:AssumeRole', 'yes'],
    ['Action: STS:ASSUMEROLE', 'sts:AssumeRole', 'yes'],
    ['Action: [s3:*, "sts:Assume*"]', 'sts:AssumeRole', 'yes'],
    ['Action: [s3:*]', 'sts:AssumeRole', 'no'],
    ['Action: []', 'sts:AssumeRole', 'no'],
    ['Action: !Ref A', 'sts:AssumeRole', 'unknown'],
    ['Action: [!Ref A, "sts:*"]', 'sts:AssumeRole', 'yes'],
    ['Action: [!Sub "${A}:Get", s3:*]', 'sts:AssumeRole', 'unknown'],
    ['Action: "<action>"', 'sts:AssumeRole', 'unknown'],
    ['NotAction: s3:*', 'sts:AssumeRole', 'yes'],
    ['NotAction: [sts:*, s3:*]', 'sts:AssumeRole', 'no'],
    ['NotAction: !Ref A', 'sts:AssumeRole', 'unknown'],
    ['NotAction: [!Ref A, sts:*]', 'sts:AssumeRole', 'no'],
    ['Resource: "*"', 'sts:AssumeRole', 'no'],
  ];
  for (const [elements, action, answer] of answers)
    it(`${elements} allows ${action}: ${answer}`, () =>
      assert.equal(allowsAction(statementOf(`{ Effect: Allow, ${elements} }`), action), answer));

  const powersOf = (...statements: readonly string[]) =>
    powersOfPolicy(policyOf(`{ Statement: [${statements.join(', ')}] }`));

  it('are told apart', () => {
    assert.deepEqual(powersOf('{ Effect: Allow, Action: s3:* }'), noPowers);
    assert.deepEqual(powersOf('{ Effect: Allow, Action: sts:AssumeRole }'), { ...noPowers, assumesRoles: 'yes' });
    assert.deepEqual(powersOf('{ Effect: Allow, Action: iam:PassRole }'), { ...noPowers, passesRoles: 'yes' });
    for (const action of identityAdministration)
      assert.deepEqual(
        powersOf(`{ Effect: Allow, Action: ${action} }`),
        { ...noPowers, administersIam: 'yes' },
        action,
      );
    assert.deepEqual(powersOf('{ Effect: Allow, Action: iam:* }'), {
      ...noPowers,
      passesRoles: 'yes',
      administersIam: 'yes',
    });
  });

  it('come from Allow statements and from those of which the effect is not known', () => {
    assert.deepEqual(powersOf('{ Effect: Deny, Action: "*" }'), noPowers);
    assert.equal(powersOf('{ Effect: !Ref E, Action: sts:* }').assumesRoles, 'yes');
  });

  it('are not known where more may stand in the policy than is written', () => {
    for (const policy of [
      '{ Statement: !Ref S }',
      '{ Statement: [!Ref S] }',
      '{ Statement: [{ Effect: Allow, Action: s3:*, "Fn::Transform": { Name: x } }] }',
      '{ Statement: [], "Fn::Transform": { Name: x } }',
      '{ "Fn::ForEach::A": [], Statement: [] }',
    ])
      assert.deepEqual(powersOfPolicy(policyOf(policy)), unknownPowers, policy);
    assert.deepEqual(powersOf('{ Effect: Allow, Action: "*" }', '!Ref S').assumesRoles, 'yes');
    assert.deepEqual(powersOfPolicy(policyOf('{ Statement: "text" }')), noPowers);
    assert.deepEqual(powersOfPolicy(policyOf('{}')), noPowers);
  });

  it('add up', () => {
    assert.deepEqual(joinPowers([]), noPowers);
    assert.deepEqual(joinPowers([unknownPowers, { ...noPowers, passesRoles: 'yes' }]), {
      ...unknownPowers,
      passesRoles: 'yes',
    });
  });
});
