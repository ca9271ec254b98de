import {
  type Account,
  countAccounts,
  describePlace,
  findAccount,
  findUnit,
  isComplete,
  type Organization,
  type Place,
  pathOfPlace,
  walk,
} from '../organization/organization.ts';
import type { AccountItem, KnownOrganization, UnitContents, UnitItem } from '../protocol/organization.ts';

/** What an editor shows of an organization as a whole. */
export function viewOrganization(organization: Organization): KnownOrganization {
  const { id, managementAccount, loadedAt, source } = organization;
  const places = [...walk(organization)];
  const management = managementAccount === undefined ? undefined : findAccount(organization, managementAccount);
  return {
    id,
    name: management?.account.name ?? id,
    loadedAt,
    source,
    complete: isComplete(organization),
    units: places.length - 1,
    accounts: places.reduce((sum, { unit }) => sum + (unit.accounts?.length ?? 0), 0),
  };
}

/** A unit and those in it; with `deep` all below it. Undefined if it is not loaded. */
export function viewContents(organization: Organization, unitId: string, deep = false): UnitContents | undefined {
  const place = findUnit(organization, unitId);
  if (place === undefined) return undefined;
  const { unit, above } = place;
  const inside = unit.units?.map((each): Place => ({ unit: each, above: [...above, unit] })) ?? [];
  const below = deep ? [...walk(organization)].filter((each) => each.above.some(({ id }) => id === unitId)) : inside;
  return {
    unit: viewUnit(organization, place),
    above: above.map((each, index) => viewUnit(organization, { unit: each, above: above.slice(0, index) })),
    units: below.map((each) => viewUnit(organization, each)),
  };
}

/** The accounts that are loaded, by name. */
export function viewAccounts(organization: Organization): readonly AccountItem[] {
  const found = [...walk(organization)].flatMap((place) =>
    (place.unit.accounts ?? []).map((account) => viewAccount(account, place)),
  );
  return found.toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

function viewUnit(organization: Organization, place: Place): UnitItem {
  const { id, name, units } = place.unit;
  const accounts = countAccounts(place.unit);
  return {
    id,
    name,
    names: describePlace(place),
    path: pathOfPlace(organization, place),
    ...(units && { units: units.length }),
    ...(accounts !== undefined && { accounts }),
  };
}

function viewAccount({ id, name, status }: Account, place: Place): AccountItem {
  return { id, name, names: describePlace(place), ...(status !== undefined && { status }) };
}
