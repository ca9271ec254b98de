import type { Account, Organization, Unit } from '../../../server/src/organization/organization.ts';

/** A small organization with the units that many have, five levels deep in one place. */
export const exampleOrganization: Organization = {
  id: 'o-a1b2c3d4e5',
  partition: 'aws',
  managementAccount: '111122223333',
  root: {
    id: 'r-ab12',
    name: 'Root',
    accounts: [{ id: '111122223333', name: 'Management', status: 'ACTIVE' }],
    units: [
      {
        id: 'ou-ab12-security',
        name: 'Security',
        accounts: [
          { id: '222233334444', name: 'Audit', status: 'ACTIVE' },
          { id: '333344445555', name: 'Log archive', status: 'ACTIVE' },
        ],
        units: [],
      },
      {
        id: 'ou-ab12-workload',
        name: 'Workloads',
        accounts: [],
        units: [
          {
            id: 'ou-ab12-devdevde',
            name: 'Dev',
            accounts: [{ id: '444455556666', name: 'Shop dev', status: 'ACTIVE' }],
            units: [],
          },
          {
            id: 'ou-ab12-prodprod',
            name: 'Prod',
            accounts: [
              { id: '555566667777', name: 'Shop', status: 'ACTIVE' },
              { id: '012345678901', name: 'Warehouse', status: 'CLOSED' },
            ],
            units: [
              {
                id: 'ou-ab12-europe00',
                name: 'Europe',
                accounts: [],
                units: [
                  {
                    id: 'ou-ab12-germany0',
                    name: 'Germany',
                    accounts: [],
                    units: [
                      {
                        id: 'ou-ab12-berlin00',
                        name: 'Berlin',
                        accounts: [{ id: '666677778888', name: 'Berlin shop', status: 'ACTIVE' }],
                        units: [],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  loadedAt: '2026-11-22T08:00:00.000Z',
  source: 'aws',
};

/** An organization with so many units, each unit holding so many at most, and so many accounts in each. */
export function growOrganization({
  units,
  width,
  accounts,
}: Record<'units' | 'width' | 'accounts', number>): Organization {
  const childrenOf = (index: number): readonly number[] =>
    Array.from({ length: width }, (_, nth) => index * width + nth + 1).filter((child) => child <= units);
  const grow = (index: number): Unit => ({
    id: index === 0 ? 'r-ab12' : `ou-ab12-${String(index).padStart(8, '0')}`,
    name: index === 0 ? 'Root' : `Unit ${index}`,
    units: childrenOf(index).map(grow),
    accounts: index === 0 ? [] : Array.from({ length: accounts }, (_, nth) => growAccount(index * accounts + nth)),
  });
  return { ...exampleOrganization, root: grow(0) };
}

function growAccount(index: number): Account {
  return { id: String(200_000_000_000 + index), name: `Account ${index}`, status: 'ACTIVE' };
}
