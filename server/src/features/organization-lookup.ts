import { findAccount, findUnit, type Organization, type Place, placeAtPath } from '../organization/organization.ts';
import type { Mention } from './organization-mentions.ts';

/** What is known of accounts and organizations, for showing it: also what is old, or loaded in part. */
export interface KnownNames {
  readonly organizations: readonly Organization[];
  /** The names that the configuration gives to account ids: name -> id. */
  readonly accounts: Readonly<Record<string, string>>;
}

/** A root or organizational unit in its organization. */
export interface FoundPlace {
  readonly organization: Organization;
  readonly place: Place;
}

/** The root or unit of that id, in whichever organization it is. */
export function findPlace({ organizations }: KnownNames, id: string): FoundPlace | undefined {
  for (const organization of organizations) {
    const place = findUnit(organization, id);
    if (place !== undefined) return { organization, place };
  }
  return undefined;
}

/**
 * Where the first `count` ids of a path lead, if the path begins with a known organization and is right so far. What is
 * not a whole path leads nowhere.
 */
export function findPathPlace(
  { organizations }: KnownNames,
  { ids }: Mention,
  count = ids.length,
): FoundPlace | undefined {
  const organization = organizations.find((each) => each.id === ids[0]?.id);
  if (organization === undefined) return undefined;
  const path = ids.slice(0, count).map(({ id }) => id);
  const place = placeAtPath(organization, `${path.join('/')}/`);
  return place && { organization, place };
}

/** What an account is called, and by whom. */
export interface FoundAccount {
  readonly id: string;
  /** The configuration's name, else the organization's. */
  readonly name: string;
  /** The organization's name where the configuration has another. */
  readonly otherName?: string;
  readonly status?: string;
  /** Undefined where only the configuration knows the account. */
  readonly in?: FoundPlace;
}

/** The account of that id, if anyone knows it. */
export function findKnownAccount({ organizations, accounts }: KnownNames, id: string): FoundAccount | undefined {
  const given = Object.entries(accounts).find(([, each]) => each === id)?.[0];
  for (const organization of organizations) {
    const found = findAccount(organization, id);
    if (found === undefined) continue;
    const { name, status } = found.account;
    return {
      id,
      name: given ?? name,
      ...(given !== undefined && given !== name && { otherName: name }),
      ...(status !== undefined && { status }),
      in: { organization, place: found.place },
    };
  }
  return given === undefined ? undefined : { id, name: given };
}

/** What people call an organization, which has no name of its own: its management account's; undefined where unknown. */
export function managementName(organization: Organization): string | undefined {
  const { managementAccount } = organization;
  return managementAccount === undefined ? undefined : findAccount(organization, managementAccount)?.account.name;
}
