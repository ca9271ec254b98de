import assert from 'node:assert/strict';
import { escalationPaths, iamEntityOf } from '../../server/src/catalog/escalation-paths.ts';
import { splitAction } from '../../server/src/catalog/iam-queries.ts';
import { passRoleActions } from '../../server/src/catalog/pass-role-actions.ts';
import { findServicePrincipal } from '../../server/src/catalog/service-principals.ts';
import { iamData } from '../support/iam-data.ts';

function exists(action: string): boolean {
  const { prefix = '', name = '' } = splitAction(action) ?? {};
  return iamData.findService(prefix)?.actions.get(name.toLowerCase())?.name === name;
}

describe('actions that hand over roles, or raise permissions', () => {
  it('are actions of AWS, in its own case', () => {
    const all = [...passRoleActions, ...escalationPaths.flatMap(({ actions }) => actions)];
    assert.deepEqual(
      all.filter((action) => !exists(action)),
      [],
    );
  });

  it('are each there once', () => {
    assert.equal(new Set(passRoleActions).size, passRoleActions.length);
    const paths = escalationPaths.map(({ actions }) => actions.join(' '));
    assert.equal(new Set(paths).size, paths.length);
  });

  it('act on the kind of entity that their resource types say', () => {
    for (const action of escalationPaths.flatMap(({ actions }) => actions)) {
      const entity = iamEntityOf(action);
      if (entity === undefined) continue;
      const { name = '' } = splitAction(action) ?? {};
      const found = iamData.findService('iam')?.actions.get(name.toLowerCase());
      assert.ok(
        found?.resourceTypes.some(({ type }) => type.name === entity),
        action,
      );
    }
  });

  it('go to service principals that are known', () => {
    for (const { passesTo } of escalationPaths)
      if (passesTo !== undefined) assert.ok(findServicePrincipal(passesTo), passesTo);
  });
});
