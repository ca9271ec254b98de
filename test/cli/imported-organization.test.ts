import assert from 'node:assert/strict';
import { runCli } from './run-cli.ts';
import { withFolder } from './temporary-folder.ts';

const organization = (id: string, loadedAt: Date) =>
  JSON.stringify({
    version: 1,
    id,
    partition: 'aws',
    source: 'file',
    loadedAt: loadedAt.toISOString(),
    root: {
      id: 'r-ab12',
      name: 'Root',
      accounts: [],
      units: [{ id: 'ou-ab12-11111111', name: 'Workloads', units: [], accounts: [] }],
    },
  });

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Resource: 'arn:aws:iam::*:role/A/B',
    Condition: { 'ForAnyValue:StringLike': { 'aws:ResourceOrgPaths': 'o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/*' } },
  },
});

const check = (text: string) =>
  withFolder(
    {
      'policy.json': policy,
      'org/tree.json': text,
      'rolechain.config.json': '{ "organization": { "file": "org/tree.json" } }',
    },
    async (folder) => {
      const { out, err, code } = await runCli(['check', 'policy.json', '--format', 'json'], { folder });
      const [file] = JSON.parse(out).files;
      return { rules: file.findings.map(({ rule }: { rule: string }) => rule), err, code };
    },
  );

describe('an organization that the configuration imports', () => {
  it('tells of units that it does not have', async () => {
    assert.deepEqual(await check(organization('o-a1b2c3d4e5', new Date())), {
      rules: ['org-path-unknown'],
      err: '',
      code: 1,
    });
  });

  it('tells nothing when it was loaded too long ago, or is another one', async () => {
    assert.deepEqual((await check(organization('o-a1b2c3d4e5', new Date(0)))).rules, []);
    assert.deepEqual((await check(organization('o-zzzzzzzzzz', new Date()))).rules, []);
  });

  it('is said to be unreadable, and the rest is checked', async () => {
    const { rules, err, code } = await check('{ "version": 2 }');
    assert.deepEqual([rules, code], [[], 0]);
    assert.match(err, /the organization named in rolechain\.config\.json: .*newer version/);
  });
});
