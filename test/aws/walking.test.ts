import assert from 'node:assert/strict';
import { openOrganizations } from '../../server/src/aws/index.ts';
import type { Organization } from '../../server/src/organization/organization.ts';
import { useAws } from './support/environment.ts';
import { exampleOrganization, growOrganization } from './support/organizations.ts';

describe('walking an organization', () => {
  const aws = useAws();

  it('shows the first list after three calls', async () => {
    const { calls } = await aws.serve({ organization: growOrganization({ units: 45, width: 45, accounts: 0 }) });
    const source = await openOrganizations({});
    const callsAtFirst: number[] = [];
    const firsts: Organization[] = [];
    const whole = await source.loadFirst((first) => {
      callsAtFirst.push(calls.length);
      firsts.push(first);
    });
    assert.deepEqual(callsAtFirst, [3]);
    assert.equal(firsts[0]?.root.units?.length, 20);
    assert.equal(whole.root.units?.length, 45);
    assert.deepEqual(calls.map(({ operation }) => operation).sort(), [
      'DescribeOrganization',
      ...Array(3).fill('ListOrganizationalUnitsForParent'),
      'ListRoots',
    ]);
  });

  it('has the root and its units by name, without their insides', async () => {
    await aws.serve();
    const { loadedAt, ...organization } = await (await openOrganizations({})).loadFirst();
    assert.ok(Math.abs(Date.parse(loadedAt) - Date.now()) < 60_000);
    assert.deepEqual(organization, {
      id: 'o-a1b2c3d4e5',
      partition: 'aws',
      managementAccount: '111122223333',
      source: 'aws',
      root: {
        id: 'r-ab12',
        name: 'Root',
        units: [
          { id: 'ou-ab12-security', name: 'Security' },
          { id: 'ou-ab12-workload', name: 'Workloads' },
        ],
      },
    });
  });

  it('asks for pages until no token is left, empty pages included', async () => {
    const grown = growOrganization({ units: 41, width: 41, accounts: 0 });
    const { calls } = await aws.serve({ organization: grown, emptyPages: true });
    const source = await openOrganizations({});
    const organization = await source.loadFirst();
    assert.deepEqual(
      organization.root.units?.map(({ name }) => name),
      Array.from({ length: 41 }, (_, index) => `Unit ${index + 1}`),
    );
    const asked = calls.filter(({ operation }) => operation === 'ListOrganizationalUnitsForParent');
    assert.deepEqual(
      asked.map(({ input }) => input.NextToken),
      [undefined, '1', '2', '3', '4', '5', '6'],
    );
    assert.ok(asked.every(({ input }) => input.MaxResults === 20));
  });

  it('lists the accounts of a unit by name, with their state', async () => {
    await aws.serve();
    const source = await openOrganizations({});
    assert.deepEqual(await source.loadAccounts('ou-ab12-prodprod'), [
      { id: '555566667777', name: 'Shop', status: 'ACTIVE' },
      { id: '012345678901', name: 'Warehouse', status: 'CLOSED' },
    ]);
    assert.deepEqual(await source.loadUnits('ou-ab12-workload'), [
      { id: 'ou-ab12-devdevde', name: 'Dev' },
      { id: 'ou-ab12-prodprod', name: 'Prod' },
    ]);
  });

  it('takes the status of an account where there is no state', async () => {
    await aws.serve({ accountsHaveStatusOnly: true });
    const accounts = await (await openOrganizations({})).loadAccounts('ou-ab12-prodprod');
    assert.equal(accounts[1]?.status, 'SUSPENDED');
  });

  it('knows whose credentials these are', async () => {
    const { calls } = await aws.serve({ callerAccount: '222233334444' });
    assert.deepEqual(await (await openOrganizations({})).describe(), {
      organization: { id: 'o-a1b2c3d4e5', managementAccount: '111122223333' },
      partition: 'aws',
      callerAccount: '222233334444',
    });
    assert.equal(calls.length, 2);
  });

  it('does without STS', async () => {
    await aws.serve({
      mishap: ({ operation }) => (operation === 'GetCallerIdentity' ? { type: 'AccessDenied' } : undefined),
    });
    assert.deepEqual(await (await openOrganizations({})).describe(), {
      organization: { id: 'o-a1b2c3d4e5', managementAccount: '111122223333' },
      partition: 'aws',
    });
  });

  it('does without a description of the organization: the ARN of the root has the ids', async () => {
    await aws.serve({
      mishap: ({ operation }) => (operation === 'DescribeOrganization' ? { type: 'AccessDeniedException' } : undefined),
    });
    const { id, managementAccount, partition } = await (await openOrganizations({})).loadFirst();
    assert.deepEqual(
      { id, managementAccount, partition },
      {
        id: exampleOrganization.id,
        managementAccount: '111122223333',
        partition: 'aws',
      },
    );
  });

  describe('the path of a unit', () => {
    const path = 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload/ou-ab12-prodprod/ou-ab12-europe00/';

    for (const describesPath of ['own', 'parent'] as const)
      it(`comes from the description of the unit (path of ${describesPath})`, async () => {
        const { calls } = await aws.serve({ describesPath });
        assert.equal(await (await openOrganizations({})).findPath('ou-ab12-europe00'), path);
        assert.deepEqual(
          calls.map(({ operation }) => operation),
          ['DescribeOrganizationalUnit'],
        );
      });

    it('comes from the parents where the description has none', async () => {
      const { calls } = await aws.serve({ emptyPages: true });
      assert.equal(await (await openOrganizations({})).findPath('ou-ab12-europe00'), path);
      assert.ok(calls.filter(({ operation }) => operation === 'ListParents').length >= 3);
    });

    it('comes from the parents where describing is refused', async () => {
      await aws.serve({
        describesPath: 'own',
        mishap: ({ operation }) =>
          operation === 'DescribeOrganizationalUnit'
            ? {
                type: 'AccessDeniedException',
                message: 'User is not authorized to perform: organizations:DescribeOrganizationalUnit',
              }
            : undefined,
      });
      assert.equal(await (await openOrganizations({})).findPath('ou-ab12-europe00'), path);
    });

    it('of the root needs the organization only', async () => {
      await aws.serve();
      assert.equal(await (await openOrganizations({})).findPath('r-ab12'), 'o-a1b2c3d4e5/r-ab12/');
    });
  });
});
