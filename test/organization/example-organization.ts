import type { KnownOrganizations } from '../../server/src/lint/known-organizations.ts';
import type { Organization } from '../../server/src/organization/organization.ts';

/**
 * An organization, completely loaded:
 * Root r-ab12: Management 111122223333
 *   Security ou-ab12-11111111: Security Operations 222233334444
 *   Workloads ou-ab12-22222222
 *     Prod ou-ab12-33333333: Shop Prod 333344445555, Billing 444455556666 (suspended)
 *       Europe ou-ab12-55555555: Shop Europe 012345678901
 *     Test ou-ab12-44444444
 */
export const exampleOrganization: Organization = {
  id: 'o-a1b2c3d4e5',
  partition: 'aws',
  managementAccount: '111122223333',
  loadedAt: '2026-11-20T08:00:00.000Z',
  source: 'aws',
  root: {
    id: 'r-ab12',
    name: 'Root',
    accounts: [{ id: '111122223333', name: 'Management', status: 'ACTIVE' }],
    units: [
      {
        id: 'ou-ab12-11111111',
        name: 'Security',
        accounts: [{ id: '222233334444', name: 'Security Operations', status: 'ACTIVE' }],
        units: [],
      },
      {
        id: 'ou-ab12-22222222',
        name: 'Workloads',
        accounts: [],
        units: [
          {
            id: 'ou-ab12-33333333',
            name: 'Prod',
            accounts: [
              { id: '333344445555', name: 'Shop Prod', status: 'ACTIVE' },
              { id: '444455556666', name: 'Billing', status: 'SUSPENDED' },
            ],
            units: [
              {
                id: 'ou-ab12-55555555',
                name: 'Europe',
                accounts: [{ id: '012345678901', name: 'Shop Europe', status: 'ACTIVE' }],
                units: [],
              },
            ],
          },
          { id: 'ou-ab12-44444444', name: 'Test', accounts: [], units: [] },
        ],
      },
    ],
  },
};

/** Two days after the example was loaded. */
export const exampleTime = Date.parse('2026-11-22T09:00:00.000Z');

/** The example as rules may rely on it. */
export const exampleKnown: KnownOrganizations = {
  whole: [exampleOrganization],
  hasOthers: false,
  accounts: ['999988887777'],
};
