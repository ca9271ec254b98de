import { isComplete, type Organization } from '../organization/organization.ts';
import { type OrganizationReading, readOrganization, writeOrganization } from '../organization/organization-file.ts';

/** Where texts are kept between sessions, by key. Keys are file names: lower-case letters, digits, `-` and `.`. */
export interface TextStorage {
  readonly list: () => Promise<readonly string[]>;
  /** Undefined where there is nothing. */
  readonly read: (key: string) => Promise<string | undefined>;
  /** Whole or not at all: who reads meanwhile sees the old text or the new one. */
  readonly write: (key: string, text: string) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
}

/** The organizations that are known: ids, names and the tree, as they were when they were loaded. No credentials. */
export interface OrganizationStore {
  /** Those known now, by id. The same array until something changes. */
  readonly known: () => readonly Organization[];
  readonly find: (id: string) => Organization | undefined;
  /** Keeps what was loaded. Half of a tree does not take the place of a whole one. Answers what is known now. */
  readonly save: (organization: Organization) => Promise<Organization>;
  /** Keeps an organization out of the text of a file. */
  readonly importText: (text: string) => Promise<OrganizationReading>;
  readonly forget: (id: string) => Promise<void>;
  /** Reads the storage anew: another window may have written. */
  readonly reload: () => Promise<void>;
}

const suffix = '.json';

/**
 * Opens the store and reads what it has. What cannot be read is passed over. `now` is the time in milliseconds since 1970.
 * Saving and forgetting reject where the storage does.
 */
export async function openOrganizationStore(storage: TextStorage, now: () => number): Promise<OrganizationStore> {
  let known = await readAll(storage);
  const put = (organization: Organization) => {
    known = [...known.filter(({ id }) => id !== organization.id), organization].sort(byId);
  };
  const find = (id: string) => known.find((each) => each.id === id);
  const keep = async (organization: Organization) => {
    put(organization);
    await storage.write(organization.id + suffix, writeOrganization(organization));
  };
  return {
    known: () => known,
    find,
    save: async (organization) => {
      const before = find(organization.id);
      if (before !== undefined && isComplete(before) && !isComplete(organization)) return before;
      await keep(organization);
      return organization;
    },
    importText: async (text) => {
      const reading = readOrganization(text, new Date(now()).toISOString());
      if (reading.organization === undefined) return reading;
      const organization: Organization = { ...reading.organization, source: 'file' };
      await keep(organization);
      return { organization };
    },
    forget: async (id) => {
      known = known.filter((each) => each.id !== id);
      await storage.delete(id + suffix);
    },
    reload: async () => {
      known = await readAll(storage);
    },
  };
}

/** How long ago an organization was loaded, in milliseconds; a time in the future counts as just now. */
export function ageOf(organization: Organization, now: number): number {
  return Math.max(0, now - Date.parse(organization.loadedAt));
}

async function readAll(storage: TextStorage): Promise<readonly Organization[]> {
  const keys = (await storage.list().catch(() => [])).filter((key) => key.endsWith(suffix));
  const texts = await Promise.all(keys.map((key) => storage.read(key).catch(() => undefined)));
  return texts.flatMap((text) => (text === undefined ? [] : (readOrganization(text).organization ?? []))).sort(byId);
}

function byId(one: Organization, other: Organization): number {
  return one.id < other.id ? -1 : 1;
}
