import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readOrganization } from '../../server/src/organization/organization-file.ts';
import { organizationShellCommand } from '../../server/src/organization/organization-shell.ts';

/** The AWS command line, as far as the command asks it; it puts the pages together itself. */
const fakeAws = `#!${process.execPath}
const [, , service, operation, ...rest] = process.argv;
const parent = rest[rest.indexOf('--parent-id') + 1];
const id = 'o-a1b2c3d4e5';
const answers = {
  'describe-organization': { Organization: { Id: id, Arn: 'arn:aws-cn:organizations::111122223333:organization/' + id, MasterAccountId: '111122223333' } },
  'list-roots': { Roots: [{ Id: 'r-ab12', Name: 'Root' }] },
  'list-organizational-units-for-parent': { OrganizationalUnits: parent === 'r-ab12' ? [{ Id: 'ou-ab12-security', Name: 'Sécurité' }] : [] },
  'list-accounts-for-parent': { Accounts: parent === 'r-ab12' ? [] : [{ Id: '012345678901', Name: 'Audit', Status: 'ACTIVE', State: 'SUSPENDED' }, { Id: '222233334444', Name: 'Old', Status: 'ACTIVE' }] },
};
if (service !== 'organizations') process.exit(2);
console.log(JSON.stringify(answers[operation]));
`;

describe('the command line for AWS CloudShell', () => {
  it('prints an organization that can be imported', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rolechain-shell-'));
    try {
      writeFileSync(path.join(folder, 'aws'), fakeAws, { mode: 0o755 });
      const PATH = [folder, path.dirname(process.execPath), process.env.PATH].join(path.delimiter);
      const { stdout, stderr } = spawnSync('bash', ['-c', organizationShellCommand], {
        encoding: 'utf8',
        env: { ...process.env, PATH },
      });
      const { organization, problem } = readOrganization(stdout);
      assert.ok(organization, `${problem} ${stderr}`);
      assert.deepEqual(
        { ...organization, loadedAt: '' },
        {
          id: 'o-a1b2c3d4e5',
          partition: 'aws-cn',
          managementAccount: '111122223333',
          loadedAt: '',
          source: 'file',
          root: {
            id: 'r-ab12',
            name: 'Root',
            accounts: [],
            units: [
              {
                id: 'ou-ab12-security',
                name: 'Sécurité',
                units: [],
                accounts: [
                  { id: '012345678901', name: 'Audit', status: 'SUSPENDED' },
                  { id: '222233334444', name: 'Old', status: 'ACTIVE' },
                ],
              },
            ],
          },
        },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
