import assert from 'node:assert/strict';
import { readOrganization } from '../../server/src/organization/organization-file.ts';
import { useAws } from '../aws/support/environment.ts';
import { exampleOrganization } from '../aws/support/organizations.ts';
import { runCli } from './run-cli.ts';

describe('rolechain org', () => {
  const aws = useAws();
  const run = (...words: readonly string[]) => runCli(['org', ...words], { folder: '.', env: aws.variables() });

  it('prints the organization as a tree', async () => {
    await aws.serve();
    assert.deepEqual(await run(), {
      code: 0,
      err: '',
      out: `o-a1b2c3d4e5  management account 111122223333
└─ Root  r-ab12  7 accounts
   ├─ Security  ou-ab12-security  2 accounts
   │  ├─ 222233334444  Audit
   │  └─ 333344445555  Log archive
   ├─ Workloads  ou-ab12-workload  4 accounts
   │  ├─ Dev  ou-ab12-devdevde  1 account
   │  │  └─ 444455556666  Shop dev
   │  └─ Prod  ou-ab12-prodprod  3 accounts
   │     ├─ Europe  ou-ab12-europe00  1 account
   │     │  └─ Germany  ou-ab12-germany0  1 account
   │     │     └─ Berlin  ou-ab12-berlin00  1 account
   │     │        └─ 666677778888  Berlin shop
   │     ├─ 555566667777  Shop
   │     └─ 012345678901  Warehouse  CLOSED
   └─ 111122223333  Management
`,
    });
  }).timeout(20_000);

  it('prints the paths', async () => {
    await aws.serve();
    const { code, out } = await run('--format', 'paths');
    assert.equal(code, 0);
    assert.deepEqual(out.split('\n').slice(0, 3), [
      'o-a1b2c3d4e5/r-ab12/',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-security/',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-workload/',
    ]);
  }).timeout(20_000);

  it('prints what can be imported', async () => {
    await aws.serve();
    aws.write({ credentials: '[reader]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n' });
    const { code, out } = await run('--profile', 'reader', '--format', 'json');
    assert.equal(code, 0);
    assert.deepEqual(readOrganization(out).organization?.root, exampleOrganization.root);
  }).timeout(20_000);

  it('shows names so that they cannot draw on the terminal', async () => {
    const root = { id: 'r-ab12', name: 'Ro\u001b[2Jot', units: [], accounts: [] };
    await aws.serve({ organization: { ...exampleOrganization, root } });
    const { out } = await run();
    assert.match(out, /Ro\u241b\[2Jot/);
  }).timeout(20_000);

  it('prints what it has where the accounts are refused', async () => {
    await aws.serve({
      mishap: ({ operation }) =>
        operation === 'ListAccountsForParent'
          ? {
              type: 'AccessDeniedException',
              message: 'User: x is not authorized to perform: organizations:ListAccountsForParent',
            }
          : undefined,
    });
    const { code, out, err } = await run();
    assert.equal(code, 1);
    assert.match(out, /Berlin {2}ou-ab12-berlin00\n/);
    assert.equal(
      err,
      'rolechain: The default credentials may not call organizations:ListAccountsForParent: ask for a policy that allows it, or choose another profile.\nrolechain: not all of the organization could be loaded: what is missing is left out\n',
    );
  }).timeout(20_000);

  it('says in one sentence why there is nothing', async () => {
    await aws.serve({ mishap: () => ({ type: 'AWSOrganizationsNotInUseException' }) });
    assert.deepEqual(await run(), {
      code: 2,
      out: '',
      err: 'rolechain: The account of the default credentials is in no organization: choose a profile of an account that is in one.\n',
    });
  }).timeout(20_000);

  it('writes no secret', async () => {
    await aws.serve({
      mishap: () => ({ type: 'InvalidSignatureException', message: 'secret-of-the-tests AKIAEXAMPLEEXAMPLE12' }),
    });
    const { out, err } = await run();
    assert.ok(!/secret-of-the-tests|AKIA/.test(out + err), err);
  }).timeout(20_000);

  const wrong: readonly (readonly [string, string])[] = [
    ['extra', '"rolechain org" takes options only.'],
    ['--format xml', '--format takes one of tree, json, paths, not "xml".'],
    ['--kind scp', '--kind belongs to "rolechain check".'],
    ['--profile', '--profile needs a value after it.'],
  ];
  for (const [words, message] of wrong)
    it(`refuses org ${words}`, async () => {
      const { code, err } = await run(...words.split(' '));
      assert.deepEqual([code, err], [2, `rolechain: ${message} More: rolechain --help\n`]);
    });

  it('has --profile for itself', async () => {
    const { code, err } = await runCli(['check', '--profile', 'x'], { folder: '.' });
    assert.deepEqual([code, err], [2, 'rolechain: --profile belongs to "rolechain org". More: rolechain --help\n']);
  });
});
