import assert from 'node:assert/strict';
import table from '../../server/src/catalog/generated/managed-policy-powers.json' with { type: 'json' };
import { managedPolicyPowers } from '../../server/src/catalog/managed-policy-powers.ts';
import { readPowerLetters, writePowerLetters } from '../../server/src/catalog/power-letters.ts';
import { powersOfDocument } from '../../server/tools/managed-policy-document.ts';

const NONE = {
  assumesRoles: false,
  passesRoles: false,
  administersIam: false,
  administersIamFreely: false,
  allowsEverything: false,
  holdsDeny: false,
};

describe('powers of managed policies: the table', () => {
  it('names every policy once, under letters that it can read back', () => {
    const names = Object.values(table.policies).flat();
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.length > 1600);
    for (const letters of Object.keys(table.policies)) {
      assert.equal(writePowerLetters(readPowerLetters(letters)), letters);
    }
  });

  it('says where it is from, and of when', () => {
    assert.match(table.date, /^\d{4}-\d\d-\d\d$/);
    assert.match(table.source, /iam-dataset/);
  });
});

describe('powers of managed policies: the query', () => {
  it('finds by ARN of any partition, with and without a path, and by name', () => {
    const basic = managedPolicyPowers('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole');
    assert.deepEqual(basic, NONE);
    assert.equal(managedPolicyPowers('AWSLambdaBasicExecutionRole'), basic);
    assert.equal(managedPolicyPowers('arn:aws-cn:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'), basic);
  });

  it('does not know the policies of a customer', () => {
    assert.equal(managedPolicyPowers('arn:aws:iam::111122223333:policy/AdministratorAccess'), undefined);
    assert.equal(managedPolicyPowers('arn:aws:iam::aws:role/AdministratorAccess'), undefined);
    assert.equal(managedPolicyPowers('NoSuchPolicy'), undefined);
    assert.equal(managedPolicyPowers(''), undefined);
  });

  it('gives the administrator everything', () => {
    assert.deepEqual(managedPolicyPowers('arn:aws:iam::aws:policy/AdministratorAccess'), {
      assumesRoles: true,
      passesRoles: true,
      administersIam: true,
      administersIamFreely: true,
      allowsEverything: true,
      holdsDeny: false,
    });
  });

  it('reads the NotAction of the power user: roles to assume, none to pass', () => {
    assert.deepEqual(managedPolicyPowers('PowerUserAccess'), { ...NONE, assumesRoles: true });
  });

  it('tells free administration of IAM from a narrow one', () => {
    assert.equal(managedPolicyPowers('IAMFullAccess')?.administersIamFreely, true);
    assert.equal(managedPolicyPowers('IAMFullAccess')?.assumesRoles, false);
    assert.equal(managedPolicyPowers('AmazonConnectFullAccess')?.administersIam, true);
    assert.equal(managedPolicyPowers('AmazonConnectFullAccess')?.administersIamFreely, false);
    assert.equal(managedPolicyPowers('IAMReadOnlyAccess')?.administersIam, false);
  });

  it('tells Deny statements', () => {
    assert.deepEqual(managedPolicyPowers('AWSDenyAll'), { ...NONE, holdsDeny: true });
  });
});

describe('powers of a document', () => {
  const allow = (statement: object) =>
    powersOfDocument({ Statement: { Effect: 'Allow', Resource: '*', ...statement } });

  it('matches wildcards and any case', () => {
    assert.equal(allow({ Action: 'STS:assume*' }).assumesRoles, true);
    assert.equal(allow({ Action: ['s3:Get*', 'iam:Pass?ole'] }).passesRoles, true);
    assert.equal(allow({ Action: 'sts:AssumeRoleWithSAML' }).assumesRoles, false);
    assert.equal(allow({ Action: 'sts.AssumeRole' }).assumesRoles, false);
  });

  it('takes NotAction as all but what it names', () => {
    assert.equal(allow({ NotAction: 's3:*' }).assumesRoles, true);
    assert.equal(allow({ NotAction: 'sts:*' }).assumesRoles, false);
  });

  it('does not take what is denied as granted', () => {
    const denied = powersOfDocument({ Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] });
    assert.deepEqual(denied, { ...NONE, holdsDeny: true });
  });

  it('takes administration as free without condition, on every identity of some type', () => {
    const attach = { Action: 'iam:AttachRolePolicy' };
    assert.equal(allow(attach).administersIamFreely, true);
    assert.equal(allow({ ...attach, Resource: 'arn:aws:iam::*:role/*' }).administersIamFreely, true);
    assert.equal(allow({ ...attach, Resource: 'arn:aws:iam::*:role/app-*' }).administersIamFreely, false);
    assert.equal(
      allow({ ...attach, Condition: { Null: { 'aws:PrincipalTag/x': 'false' } } }).administersIamFreely,
      false,
    );
    assert.equal(allow({ ...attach, Resource: 'arn:aws:iam::*:role/app-*' }).administersIam, true);
  });
});
