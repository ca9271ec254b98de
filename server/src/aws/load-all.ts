import { type Account, type Organization, type Unit, walk } from '../organization/organization.ts';
import { withAccounts, withUnits } from '../organization/organization-merge.ts';
import { isOrganizationFailure, type LoadProgress, type OrganizationFailure } from '../service/organization-source.ts';
import { anyOf } from './cancel.ts';

/** Units of which the inside is loaded at the same time. */
const concurrency = 4;

/** What is asked of AWS, all its pages; rejects with an `OrganizationFailure`. */
export interface Loading {
  readonly loadUnits: (unitId: string, signal: AbortSignal) => Promise<readonly Unit[]>;
  readonly loadAccounts: (unitId: string, signal: AbortSignal) => Promise<readonly Account[]>;
  readonly onProgress: (progress: LoadProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * Loads what is not loaded in `start`, level by level. Where only the accounts are refused, or only the units, the other
 * is loaded all the same before it rejects; any other failure ends it at once. After that there is no more progress.
 */
export async function loadAll(start: Organization, loading: Loading): Promise<Organization> {
  const stop = new AbortController();
  const signal = anyOf(loading.signal, stop.signal);
  const progress = createProgress(start, loading.onProgress);
  const refused = new Set<unknown>();
  let failure: OrganizationFailure | undefined;

  /** What `load` answers; undefined where it fails, or has been refused before. */
  const attempt = async <T>(load: (id: string, signal: AbortSignal) => Promise<T>, id: string) => {
    if (refused.has(load) || stop.signal.aborted) return undefined;
    try {
      const loaded = await load(id, signal);
      return stop.signal.aborted ? undefined : loaded;
    } catch (error) {
      if (!isOrganizationFailure(error)) throw error;
      // What is under way is stopped by the first failure: the first one is the reason of all.
      failure ??= error;
      refused.add(load);
      if (error.kind !== 'access-denied' && error.kind !== 'member-account') stop.abort();
      return undefined;
    }
  };
  const loadUnits = async ({ id }: Unit): Promise<readonly Unit[]> => {
    const units = await attempt(loading.loadUnits, id);
    if (units !== undefined) progress.addUnits(id, units);
    return units ?? [];
  };
  const loadAccounts = async ({ id }: Unit): Promise<void> => {
    const accounts = await attempt(loading.loadAccounts, id);
    if (accounts !== undefined) progress.addAccounts(id, accounts);
  };
  const loadInside = async (unit: Unit): Promise<readonly Unit[]> => {
    const [units] = await Promise.all([
      unit.units ?? loadUnits(unit),
      unit.accounts === undefined ? loadAccounts(unit) : undefined,
    ]);
    return units;
  };

  for (let level: readonly Unit[] = [start.root]; level.length > 0; )
    level = await flatMapInParallel(level, loadInside);
  if (failure !== undefined) throw failure;
  return progress.organization();
}

/** The organization as it grows, and how far it has come. */
function createProgress(start: Organization, onProgress: (progress: LoadProgress) => void) {
  const places = [...walk(start)].map(({ unit }) => unit);
  const isHalf = ({ units, accounts }: Unit) => (units === undefined) !== (accounts === undefined);
  const half = new Set(places.filter(isHalf).map(({ id }) => id));
  let organization = start;
  let unitsLoaded = places.filter(({ units, accounts }) => units !== undefined && accounts !== undefined).length;
  let unitsKnown = places.length;
  let accountsKnown = places.reduce((sum, { accounts = [] }) => sum + accounts.length, 0);
  const report = (id: string) => {
    if (half.delete(id)) unitsLoaded += 1;
    else half.add(id);
    onProgress({ organization, unitsLoaded, unitsKnown, accounts: accountsKnown });
  };
  return {
    organization: () => organization,
    addUnits: (id: string, units: readonly Unit[]) => {
      organization = withUnits(organization, id, units);
      unitsKnown += units.length;
      report(id);
    },
    addAccounts: (id: string, accounts: readonly Account[]) => {
      organization = withAccounts(organization, id, accounts);
      accountsKnown += accounts.length;
      report(id);
    },
  };
}

/** What the work answers for each item, in the items' order, with at most `concurrency` at work. */
async function flatMapInParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const results = new Map<number, readonly R[]>();
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) results.set(index, await work(item));
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return items.flatMap((_, index) => results.get(index) ?? []);
}
