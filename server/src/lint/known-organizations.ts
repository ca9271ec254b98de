import { findAccount, isComplete, type Organization } from '../organization/organization.ts';

/** What rules may take as known of AWS Organizations. */
export interface KnownOrganizations {
  /** Loaded completely and not long ago: what is not in one of them is not there. */
  readonly whole: readonly Organization[];
  /** More organizations are known, of which only a part is, or which were loaded too long ago to rely on. */
  readonly hasOthers: boolean;
  /** Further accounts that are one's own, by id. */
  readonly accounts: readonly string[];
}

export const noOrganizations: KnownOrganizations = { whole: [], hasOthers: false, accounts: [] };

/** How old an organization may be where no setting says it, in days. */
export const defaultMaxAgeDays = 7;

const day = 24 * 60 * 60 * 1000;

/**
 * Takes apart what rules may rely on. `now` is in milliseconds since 1970; `accounts` are the names that the
 * configuration gives to account ids.
 */
export function relyOn(
  organizations: readonly Organization[],
  { maxAgeDays, now }: { readonly maxAgeDays: number; readonly now: number },
  accounts: Readonly<Record<string, string>> = {},
): KnownOrganizations {
  const whole = organizations.filter((each) => now - Date.parse(each.loadedAt) <= maxAgeDays * day && isComplete(each));
  return { whole, hasOthers: whole.length < organizations.length, accounts: Object.values(accounts) };
}

/** Whether the account is one of a whole organization, or one's own by the configuration. */
export function isOwnAccount(id: string, { whole, accounts }: KnownOrganizations): boolean {
  return accounts.includes(id) || whole.some((organization) => findAccount(organization, id) !== undefined);
}

/** An organization's accounts are all in its partition. Undefined: not known. */
export function mayBeOwn(partition: string | undefined, { whole }: KnownOrganizations): boolean {
  return partition === undefined || whole.some((organization) => organization.partition === partition);
}

/** True where rules find the same with both. */
export function isSameKnowledge(a: KnownOrganizations, b: KnownOrganizations): boolean {
  return a.hasOthers === b.hasOthers && areSame(a.whole, b.whole) && areSame(a.accounts, b.accounts);
}

function areSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
