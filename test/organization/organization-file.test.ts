import assert from 'node:assert/strict';
import type { Organization } from '../../server/src/organization/organization.ts';
import { readOrganization, writeOrganization } from '../../server/src/organization/organization-file.ts';

const organization: Organization = {
  id: 'o-a1b2c3d4e5',
  partition: 'aws-us-gov',
  managementAccount: '111122223333',
  loadedAt: '2026-11-22T08:00:00.000Z',
  source: 'aws',
  root: {
    id: 'r-ab12',
    name: 'Root',
    units: [
      {
        id: 'ou-ab12-security',
        name: 'Sécurité "1"',
        units: [],
        accounts: [{ id: '012345678901', name: 'Audit', status: 'ACTIVE' }],
      },
    ],
  },
};

/** The least that is an organization, with one thing in it changed. */
const textWith = (change: Readonly<Record<string, unknown>>, root: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ id: 'o-a1b2c3d4e5', root: { id: 'r-ab12', ...root }, ...change });

describe('the file of an organization', () => {
  it('reads what it writes', () => {
    assert.deepEqual(readOrganization(writeOrganization(organization)), { organization });
  });

  it('keeps apart what is empty and what is not known', () => {
    const text = writeOrganization(organization);
    assert.deepEqual(Object.keys(JSON.parse(text)), [
      'version',
      'id',
      'partition',
      'managementAccount',
      'loadedAt',
      'source',
      'root',
    ]);
    assert.equal(readOrganization(text).organization?.root.accounts, undefined);
    assert.deepEqual(readOrganization(text).organization?.root.units?.[0]?.units, []);
  });

  it('needs no more than ids', () => {
    assert.deepEqual(readOrganization(textWith({})).organization, {
      id: 'o-a1b2c3d4e5',
      partition: 'aws',
      root: { id: 'r-ab12', name: 'r-ab12' },
      loadedAt: '1970-01-01T00:00:00.000Z',
      source: 'file',
    });
  });

  it('takes the time that is given where the file has none', () => {
    const now = '2026-11-22T09:00:00.000Z';
    assert.equal(readOrganization(textWith({}), now).organization?.loadedAt, now);
    const loadedAt = '2026-01-01T00:00:00Z';
    assert.equal(readOrganization(textWith({ loadedAt }), now).organization?.loadedAt, loadedAt);
  });

  it('passes over a byte order mark and keys that it does not know', () => {
    assert.ok(readOrganization(`\uFEFF${textWith({ $schema: 'x', later: 1 }, { arn: 'y' })}`).organization);
  });

  const unit = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({ id, name: id, ...more });
  const problems: readonly (readonly [string, string])[] = [
    ['', 'The file holds no organization: it is not a JSON object.'],
    ['[]', 'The file holds no organization: it is not a JSON object.'],
    ['{', 'The file holds no organization: it is not a JSON object.'],
    ['{}', '"id" is not there, not an organization\'s id like o-a1b2c3d4e5.'],
    [textWith({ version: 2 }), 'The file is of a newer version of this format: "version" is not 1.'],
    [textWith({ id: 'o-short' }), '"id" is "o-short", not an organization\'s id like o-a1b2c3d4e5.'],
    [textWith({ partition: 'gcp' }), '"partition" is "gcp", not one like aws or aws-cn.'],
    [
      textWith({ managementAccount: 111122223333 }),
      '"managementAccount" is 111122223333, not an account\'s id of twelve digits.',
    ],
    [textWith({ loadedAt: 'today' }), '"loadedAt" is "today", not a time like 2026-11-22T08:00:00Z.'],
    [textWith({ root: undefined }), '"root" is not there, not a JSON object.'],
    [textWith({}, { id: 'ou-ab12-security' }), '"root.id" is "ou-ab12-security", not the root\'s id, like r-ab12.'],
    [textWith({}, { units: {} }), '"root.units" is {}, not a list.'],
    [
      textWith({}, { units: [unit('ou-ab12-security'), unit('ou-ab12')] }),
      '"root.units[1].id" is "ou-ab12", not an organizational unit\'s id, like ou-ab12-cdefgh34.',
    ],
    [
      textWith({}, { units: [unit('ou-zz99-security')] }),
      '"root.units[0].id" is "ou-zz99-security", which belongs to another root than r-ab12.',
    ],
    [
      textWith({}, { units: [unit('ou-ab12-security'), unit('ou-ab12-security')] }),
      '"root.units[1].id" is "ou-ab12-security", which is there twice.',
    ],
    [textWith({}, { name: 7 }), '"root.name" is 7, not a text.'],
    [
      textWith({}, { accounts: [{ id: 123456789012 }] }),
      '"root.accounts[0].id" is 123456789012, not an account\'s id: twelve digits, in quotes.',
    ],
  ];
  for (const [text, problem] of problems)
    it(`says: ${problem}`, () => assert.deepEqual(readOrganization(text), { problem }));

  it('does not follow units into any depth', () => {
    const count = 5_000;
    const text = `{"id":"o-a1b2c3d4e5","root":{"id":"r-ab12"${',"units":[{"id":"ou-ab12-00000000"'.repeat(count)}${'}]'.repeat(count)}}}`;
    assert.equal(readOrganization(text).problem?.endsWith('which is there twice.'), true);
    let next = 0;
    const distinct = text.replaceAll('00000000', () => String(next++).padStart(8, '0'));
    assert.equal(readOrganization(distinct).problem?.endsWith('is nested deeper than AWS permits.'), true);
  });
});
