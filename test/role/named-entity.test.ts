import assert from 'node:assert/strict';
import { parseIamArn } from '../../server/src/role/arn-text.ts';
import { namedEntity } from '../../server/src/role/named-entity.ts';
import type { Unknown } from '../../server/src/role/text.ts';

const account: Unknown = { unknown: 'a.yaml#Other', label: '`${Other}`', type: 'account' };

describe('an ARN of IAM', () => {
  it('is taken apart, unknown parts included', () => {
    assert.deepEqual(parseIamArn(['arn:aws:iam::', account, ':role/a/b/c']), {
      partition: ['aws'],
      account: [account],
      kind: 'role',
      path: ['/a/b/'],
      name: ['c'],
    });
    assert.deepEqual(parseIamArn(['arn:aws:iam::111122223333:role/x*']), {
      partition: ['aws'],
      account: ['111122223333'],
      kind: 'role',
      path: ['/'],
      name: ['x*'],
    });
    assert.deepEqual(parseIamArn(['arn:aws:iam::111122223333:root'])?.kind, 'root');
  });

  it('is not read from anything else', () => {
    assert.equal(parseIamArn(['arn:aws:s3:::bucket']), undefined);
    assert.equal(parseIamArn(['111122223333']), undefined);
    assert.equal(parseIamArn([account]), undefined);
  });
});

describe('an entity that is only named', () => {
  it('is a role whose policies are not in sight', () => {
    const role = namedEntity('role', ['arn:aws:iam::111122223333:role/ops/x']);
    assert.deepEqual(
      [role.id, role.name, role.path, role.places, role.trust, role.source],
      ['arn:aws:iam::111122223333:role/ops/x', ['x'], ['/ops/'], [{ account: ['111122223333'] }], undefined, undefined],
    );
    assert.equal(role.unseen.length, 1);
    assert.deepEqual(namedEntity('role', ['arn:aws:iam::*:role/x']).places, []);
    const linked = 'arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX';
    assert.equal(namedEntity('role', [linked]).isServiceLinked, true);
  });

  it('is a service, a provider or an account', () => {
    const service = namedEntity('service', ['lambda.amazonaws.com']);
    assert.deepEqual([service.name, service.places, service.unseen], [['lambda.amazonaws.com'], [], []]);
    assert.deepEqual(namedEntity('account', [account]).places, [{ account: [account] }]);
  });
});
