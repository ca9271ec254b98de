import assert from 'node:assert/strict';
import type { Organization } from '../../server/src/organization/organization.ts';
import { writeOrganization } from '../../server/src/organization/organization-file.ts';
import { ageOf, openOrganizationStore, type TextStorage } from '../../server/src/service/organization-store.ts';

const now = Date.parse('2026-11-22T09:00:00Z');

function organizationWith(id: string, more: Partial<Organization> = {}): Organization {
  const root = { id: 'r-ab12', name: 'Root', units: [], accounts: [] };
  return { id, partition: 'aws', root, loadedAt: '2026-11-22T08:00:00.000Z', source: 'aws', ...more };
}

const half = { id: 'r-ab12', name: 'Root', units: [] };

/** A storage whose texts can be looked at. */
function storageOf(texts: Record<string, string> = {}): TextStorage & { readonly texts: Record<string, string> } {
  return {
    texts,
    list: async () => Object.keys(texts),
    read: async (key) => texts[key],
    write: async (key, text) => {
      texts[key] = text;
    },
    delete: async (key) => {
      delete texts[key];
    },
  };
}

const one = organizationWith('o-aaaaaaaaaa');
const two = organizationWith('o-bbbbbbbbbb');

describe('the store of organizations', () => {
  it('reads what is there, by id, and passes over what it cannot read', async () => {
    const texts = {
      'o-bbbbbbbbbb.json': writeOrganization(two),
      'o-aaaaaaaaaa.json': writeOrganization(one),
      'broken.json': '{',
      'o-bbbbbbbbbb.json.12.tmp': writeOrganization(two),
    };
    const store = await openOrganizationStore(storageOf(texts), () => now);
    assert.deepEqual(store.known(), [one, two]);
    assert.deepEqual(store.find('o-bbbbbbbbbb'), two);
    assert.equal(store.find('o-cccccccccc'), undefined);
    assert.equal(store.known(), store.known());
  });

  it('is empty where the storage cannot be read', async () => {
    const storage = { ...storageOf(), list: () => Promise.reject(new Error('no access')) };
    assert.deepEqual((await openOrganizationStore(storage, () => now)).known(), []);
  });

  it('keeps an organization, one file for each', async () => {
    const storage = storageOf();
    const store = await openOrganizationStore(storage, () => now);
    await store.save(two);
    await store.save(one);
    assert.deepEqual(store.known(), [one, two]);
    assert.deepEqual(storage.texts, {
      'o-aaaaaaaaaa.json': writeOrganization(one),
      'o-bbbbbbbbbb.json': writeOrganization(two),
    });
    assert.deepEqual((await openOrganizationStore(storage, () => now)).known(), [one, two]);
  });

  it('does not give away a whole tree for half of one', async () => {
    const store = await openOrganizationStore(storageOf(), () => now);
    const older = organizationWith('o-aaaaaaaaaa', { root: half });
    assert.deepEqual(await store.save(older), older);
    assert.deepEqual(await store.save(one), one);
    assert.deepEqual(await store.save(older), one);
    const newer = organizationWith('o-aaaaaaaaaa', { loadedAt: '2026-11-22T08:30:00.000Z' });
    await store.save(newer);
    assert.deepEqual(store.known(), [newer]);
  });

  it('knows what it was told though the storage fails, and says that it fails', async () => {
    const storage = { ...storageOf(), write: () => Promise.reject(new Error('disk full')) };
    const store = await openOrganizationStore(storage, () => now);
    await assert.rejects(store.save(one), { message: 'disk full' });
    assert.deepEqual(store.known(), [one]);
  });

  it('forgets', async () => {
    const storage = storageOf({ 'o-aaaaaaaaaa.json': writeOrganization(one) });
    const store = await openOrganizationStore(storage, () => now);
    await store.forget('o-aaaaaaaaaa');
    await store.forget('o-zzzzzzzzzz');
    assert.deepEqual([store.known(), storage.texts], [[], {}]);
  });

  it('imports a file, whatever it says of where it comes from', async () => {
    const storage = storageOf();
    const store = await openOrganizationStore(storage, () => now);
    const { organization } = await store.importText(writeOrganization(one));
    assert.deepEqual(organization, { ...one, source: 'file' });
    assert.deepEqual(store.known(), [organization]);
    const undated = await store.importText('{ "id": "o-cccccccccc", "root": { "id": "r-ab12" } }');
    assert.equal(undated.organization?.loadedAt, '2026-11-22T09:00:00.000Z');
    assert.equal(Object.keys(storage.texts).length, 2);
  });

  it('does not import what is none', async () => {
    const storage = storageOf();
    const store = await openOrganizationStore(storage, () => now);
    const { problem } = await store.importText('{}');
    assert.equal(problem, '"id" is not there, not an organization\'s id like o-a1b2c3d4e5.');
    assert.deepEqual([store.known(), storage.texts], [[], {}]);
  });

  it('sees what another window wrote when it is read anew', async () => {
    const storage = storageOf();
    const store = await openOrganizationStore(storage, () => now);
    await (await openOrganizationStore(storage, () => now)).save(one);
    assert.deepEqual(store.known(), []);
    await store.reload();
    assert.deepEqual(store.known(), [one]);
  });

  it('tells how old an organization is', () => {
    assert.equal(ageOf(one, now), 60 * 60 * 1000);
    assert.equal(ageOf(one, Date.parse('2026-11-21T00:00:00Z')), 0);
  });
});
