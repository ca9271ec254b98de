import type { Organization } from '../../server/src/organization/organization.ts';

/** One unit with the account 111122223333 in it; the management account 999988887777 at the root. */
export function organizationOf(): Organization {
  return {
    id: 'o-abcdefghij',
    partition: 'aws',
    managementAccount: '999988887777',
    root: {
      id: 'r-abcd',
      name: 'Root',
      accounts: [{ id: '999988887777', name: 'management' }],
      units: [
        {
          id: 'ou-abcd-11111111',
          name: 'Workloads',
          accounts: [{ id: '111122223333', name: 'one' }],
          units: [],
        },
      ],
    },
    loadedAt: '2026-01-01T00:00:00Z',
    source: 'file',
  };
}
