import assert from 'node:assert/strict';
import { roleUsers, roleUsersOf } from '../../server/src/catalog/role-users.ts';
import { isServicePrincipalName } from '../../server/src/catalog/service-principals.ts';

describe('resources for which a service assumes a role', () => {
  it('are each written down once, with a principal that AWS has', () => {
    const keys = roleUsers.map(({ type, path }) => `${type} ${path.join('.')}`);
    assert.deepEqual(keys, [...new Set(keys)]);
    assert.deepEqual(
      roleUsers.filter(({ service }) => !isServicePrincipalName(service)).map(({ service }) => service),
      [],
    );
    assert.ok(roleUsers.every(({ source }) => source.length > 0));
  });

  it('may name several roles', () => {
    assert.deepEqual(
      roleUsersOf('AWS::ECS::TaskDefinition').map(({ path }) => path.join('.')),
      ['TaskRoleArn', 'ExecutionRoleArn'],
    );
    assert.deepEqual(roleUsersOf('AWS::S3::Bucket'), []);
  });
});
