import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { analyse } from '../../server/src/service/analysis.ts';
import { Configurations } from '../../server/src/service/configurations.ts';
import { Workspace } from '../../server/src/service/workspace.ts';

const settings = new Configurations({ readText: () => undefined }).settingsOf('/');

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
});

describe('the memory of a workspace', () => {
  it('holds no tree of a file that nobody else holds', async () => {
    const workspace = new Workspace((rule, error) => {
      throw new Error(rule, { cause: error });
    });
    const set = () => {
      const analysis = analyse({ path: '/a.trust.json', text: trust }, { rules: {} });
      assert.equal(workspace.set('/a.trust.json', analysis, settings), true);
      assert.equal(workspace.set('/a.trust.json', analysis, settings), false);
      assert.ok(analysis.state);
      return new WeakRef(analysis.state);
    };
    const state = set();
    // What was looked at is held to the end of the turn.
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    assert.equal(state.deref(), undefined);
    assert.deepEqual(workspace.paths(), ['/a.trust.json']);
  });
});

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  assert.ok(typeof collect === 'function');
  collect();
}
