import assert from 'node:assert/strict';
import type { Answers } from '../../server/src/scaffold/answers.ts';
import { iamData } from '../support/iam-data.ts';
import { lab, targetAccount } from './support/answers-table.ts';
import { writtenFiles } from './support/written.ts';

function statementOf(answers: Answers) {
  const [statement] = JSON.parse(writtenFiles(answers).get('protect-target-role.scp.json') ?? '').Statement;
  return statement;
}

describe('the SCP that protects the target role', () => {
  it('denies every call that changes a role, as far as IAM documents them', () => {
    const actions = [...(iamData.findService('iam')?.actions.values() ?? [])];
    const changing = actions
      .filter(({ resourceTypes }) => resourceTypes.some(({ type }) => type.name === 'role'))
      .filter(({ accessLevel }) => accessLevel !== 'Read' && accessLevel !== 'List')
      .map(({ name }) => `iam:${name}`);
    // Service-linked roles have paths of AWS's own; and a role that trusts one role can be passed to no service.
    const left = ['iam:CreateServiceLinkedRole', 'iam:DeleteServiceLinkedRole', 'iam:PassRole'];
    assert.deepEqual([...statementOf(lab).Action, ...left].sort(), changing.sort());
  });

  it('exempts the role that deploys and those of stack sets, which nobody else may make', () => {
    const statement = statementOf(lab);
    assert.deepEqual(statement.Resource, [
      'arn:aws:iam::*:role/SecurityOperations/*',
      'arn:aws:iam::*:role/stacksets-exec-*',
    ]);
    assert.deepEqual(statement.Condition, {
      ArnNotLike: {
        'aws:PrincipalArn': [
          'arn:aws:iam::*:role/Deployment',
          'arn:aws:iam::*:role/stacksets-exec-*',
          'arn:aws:iam::*:role/aws-service-role/member.org.stacksets.cloudformation.amazonaws.com/*',
        ],
      },
    });
  });

  it('exempts the role that deploys alone where there is no stack set', () => {
    const statement = statementOf({ ...lab, targets: { account: targetAccount } });
    assert.deepEqual(statement.Resource, ['arn:aws:iam::*:role/SecurityOperations/*']);
    assert.deepEqual(statement.Condition.ArnNotLike['aws:PrincipalArn'], ['arn:aws:iam::*:role/Deployment']);
  });

  it('protects the name alone where the role has no path: below "/" are all roles', () => {
    const [resource] = statementOf({ ...lab, targetRole: { name: 'Target' } }).Resource;
    assert.equal(resource, 'arn:aws:iam::*:role/Target');
  });
});
