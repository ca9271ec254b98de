import assert from 'node:assert/strict';
import {
  countAccounts,
  describePath,
  findAccount,
  findUnit,
  isComplete,
  type Organization,
  pathOf,
  placeAtPath,
  walk,
} from '../../server/src/organization/organization.ts';
import { withAccounts, withUnits } from '../../server/src/organization/organization-merge.ts';

const whole: Organization = {
  id: 'o-a1b2c3d4e5',
  partition: 'aws',
  managementAccount: '111122223333',
  loadedAt: '2026-11-22T08:00:00Z',
  source: 'aws',
  root: {
    id: 'r-ab12',
    name: 'Root',
    accounts: [{ id: '111122223333', name: 'Management' }],
    units: [
      {
        id: 'ou-ab12-workload',
        name: 'Workloads',
        accounts: [],
        units: [
          {
            id: 'ou-ab12-prodprod',
            name: 'Prod',
            accounts: [
              { id: '222233334444', name: 'Shop' },
              { id: '333344445555', name: 'Warehouse' },
            ],
            units: [],
          },
        ],
      },
      { id: 'ou-ab12-security', name: 'Security', accounts: [{ id: '444455556666', name: 'Audit' }], units: [] },
    ],
  },
};

/** As it is after the first list. */
const first: Organization = {
  ...whole,
  root: {
    id: 'r-ab12',
    name: 'Root',
    units: [
      { id: 'ou-ab12-workload', name: 'Workloads' },
      { id: 'ou-ab12-security', name: 'Security' },
    ],
  },
};

describe('an organization', () => {
  it('is walked from the root down', () => {
    assert.deepEqual(
      [...walk(whole)].map(({ unit, above }) => [...above, unit].map(({ name }) => name).join('/')),
      ['Root', 'Root/Workloads', 'Root/Workloads/Prod', 'Root/Security'],
    );
  });

  it('is complete when every level is loaded', () => {
    assert.equal(isComplete(whole), true);
    assert.equal(isComplete(first), false);
    assert.equal(isComplete(withUnits(whole, 'ou-ab12-security', [{ id: 'ou-ab12-newnewne', name: 'New' }])), false);
  });

  it('knows the path of each unit', () => {
    assert.equal(pathOf(whole, 'r-ab12'), 'o-a1b2c3d4e5/r-ab12/');
    assert.equal(pathOf(whole, 'ou-ab12-prodprod'), 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload/ou-ab12-prodprod/');
    assert.equal(pathOf(first, 'ou-ab12-prodprod'), undefined);
  });

  const paths = [
    ['o-a1b2c3d4e5/r-ab12/', 'Root'],
    ['o-a1b2c3d4e5/r-ab12/ou-ab12-workload/', 'Workloads'],
    ['o-a1b2c3d4e5/r-ab12/ou-ab12-workload/ou-ab12-prodprod/', 'Workloads / Prod'],
    ['o-a1b2c3d4e5/r-ab12/ou-ab12-prodprod/', undefined],
    ['o-a1b2c3d4e5/r-ab12/ou-ab12-workload', undefined],
    ['o-a1b2c3d4e5/r-zz99/', undefined],
    ['o-zzzzzzzzzz/r-ab12/', undefined],
    ['o-a1b2c3d4e5/r-ab12/ou-ab12-workload/*', undefined],
  ] as const;
  for (const [path, name] of paths)
    it(`says ${name ?? 'nothing'} for ${path}`, () => assert.equal(describePath(whole, path), name));

  it('finds units and accounts by id', () => {
    assert.equal(findUnit(whole, 'ou-ab12-prodprod')?.unit.name, 'Prod');
    assert.equal(findUnit(whole, 'ou-ab12-nonenone'), undefined);
    const { account, place } = findAccount(whole, '333344445555') ?? {};
    assert.deepEqual([account?.name, place?.unit.name], ['Warehouse', 'Prod']);
    assert.equal(findAccount(whole, '999999999999'), undefined);
    assert.equal(placeAtPath(whole, 'o-a1b2c3d4e5/r-ab12/')?.unit, whole.root);
  });

  it('counts accounts only where all are loaded', () => {
    assert.equal(countAccounts(whole.root), 4);
    assert.equal(countAccounts(first.root), undefined);
    assert.equal(countAccounts(withAccounts(first, 'r-ab12', []).root), undefined);
  });
});

describe('loading more of an organization', () => {
  it('adds what is in a unit and leaves the value before as it was', () => {
    const units = [{ id: 'ou-ab12-prodprod', name: 'Prod' }];
    const more = withUnits(first, 'ou-ab12-workload', units);
    assert.equal(pathOf(more, 'ou-ab12-prodprod'), 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload/ou-ab12-prodprod/');
    assert.equal(pathOf(first, 'ou-ab12-prodprod'), undefined);
    const accounts = [{ id: '222233334444', name: 'Shop' }];
    assert.deepEqual(findUnit(withAccounts(more, 'ou-ab12-prodprod', accounts), 'ou-ab12-prodprod')?.unit, {
      id: 'ou-ab12-prodprod',
      name: 'Prod',
      accounts,
    });
  });

  it('keeps the inside of units that are still there, and takes their new names', () => {
    const renamed = withUnits(whole, 'r-ab12', [{ id: 'ou-ab12-workload', name: 'Work' }]);
    assert.equal(describePath(renamed, 'o-a1b2c3d4e5/r-ab12/ou-ab12-workload/ou-ab12-prodprod/'), 'Work / Prod');
    assert.equal(findUnit(renamed, 'ou-ab12-security'), undefined);
  });

  it('changes nothing for a unit that is not there', () => {
    assert.equal(withUnits(whole, 'ou-ab12-nonenone', []), whole);
    assert.equal(withAccounts(whole, 'ou-ab12-nonenone', []), whole);
  });
});
