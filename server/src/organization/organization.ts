import { keptWith } from '../base/once.ts';
import { formatOrgPath, parseOrgPath } from './path.ts';

/** An organization of AWS as far as it is loaded: a value that nobody changes. */
export interface Organization {
  /** `o-…` */
  readonly id: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, … */
  readonly partition: string;
  /** The account id; undefined where it is not known. */
  readonly managementAccount?: string;
  /** An organization has one root. */
  readonly root: Unit;
  /** When loading began, ISO 8601: everything in here was so at that time or later. */
  readonly loadedAt: string;
  readonly source: 'aws' | 'file';
}

/** The root or an organizational unit. */
export interface Unit {
  /** `r-…` or `ou-…` */
  readonly id: string;
  readonly name: string;
  /** Those directly in it; undefined: not loaded. */
  readonly units?: readonly Unit[];
  /** Those directly in it; undefined: not loaded. */
  readonly accounts?: readonly Account[];
}

export interface Account {
  /** Twelve digits. */
  readonly id: string;
  readonly name: string;
  /** As AWS has it: `ACTIVE`, `SUSPENDED`, … */
  readonly status?: string;
}

/** A unit and where it is. */
export interface Place {
  readonly unit: Unit;
  /** The units above it from the root down; empty for the root. */
  readonly above: readonly Unit[];
}

/** The root and every loaded unit below it, each before what it holds. */
export function* walk(organization: Organization): Generator<Place> {
  yield* walkUnit(organization.root, []);
}

function* walkUnit(unit: Unit, above: readonly Unit[]): Generator<Place> {
  yield { unit, above };
  if (unit.units === undefined) return;
  const here = [...above, unit];
  for (const each of unit.units) yield* walkUnit(each, here);
}

/** True if every level is loaded, units and accounts. */
export function isComplete(organization: Organization): boolean {
  return isLoaded(organization.root);
}

function isLoaded({ units, accounts }: Unit): boolean {
  return accounts !== undefined && units?.every(isLoaded) === true;
}

/** The root or the unit of that id, if it is loaded. */
export function findUnit(organization: Organization, id: string): Place | undefined {
  return indexOf(organization).places.get(id);
}

/** The account of that id, and the unit that holds it, if it is loaded. */
export function findAccount(
  organization: Organization,
  id: string,
): { readonly account: Account; readonly place: Place } | undefined {
  return indexOf(organization).accounts.get(id);
}

/** The path of a root or unit as condition keys have it, `o-…/r-…/ou-…/`; undefined if it is not loaded. */
export function pathOf(organization: Organization, unitId: string): string | undefined {
  const place = findUnit(organization, unitId);
  return place && pathOfPlace(organization, place);
}

/** The path of a place, `o-…/r-…/ou-…/`. */
export function pathOfPlace({ id, root }: Organization, { unit, above }: Place): string {
  const units = [...above, unit].slice(1).map((each) => each.id);
  return formatOrgPath({ organization: id, root: root.id, units });
}

/** The place that a whole path, `o-…/r-…/ou-…/`, leads to; undefined if it leads nowhere or is not loaded that far. */
export function placeAtPath(organization: Organization, path: string): Place | undefined {
  const parsed = parseOrgPath(path);
  if (parsed?.organization !== organization.id || parsed.root !== organization.root.id) return undefined;
  const place = findUnit(organization, parsed.units.at(-1) ?? parsed.root);
  return place && pathOfPlace(organization, place) === path ? place : undefined;
}

/** A path in names, `Workloads / Prod`, the root's name for the root itself; undefined as for `placeAtPath`. */
export function describePath(organization: Organization, path: string): string | undefined {
  const place = placeAtPath(organization, path);
  return place && describePlace(place);
}

/** A place in names, `Workloads / Prod`; the root's name for the root itself. */
export function describePlace({ unit, above }: Place): string {
  return [...above.slice(1), unit].map(({ name }) => name).join(' / ');
}

/** The accounts in a unit and everything below; undefined unless all of that is loaded. */
export function countAccounts({ units, accounts }: Unit): number | undefined {
  if (units === undefined || accounts === undefined) return undefined;
  let count = accounts.length;
  for (const unit of units) {
    const below = countAccounts(unit);
    if (below === undefined) return undefined;
    count += below;
  }
  return count;
}

interface Index {
  readonly places: ReadonlyMap<string, Place>;
  readonly accounts: ReadonlyMap<string, { readonly account: Account; readonly place: Place }>;
}

/** An organization never changes, so what is looked up by id is collected once, and lives as long as it does. */
const indexes = keptWith<Organization, Index>();

function indexOf(organization: Organization): Index {
  const known = indexes.get(organization);
  if (known !== undefined) return known;
  const places = new Map<string, Place>();
  const accounts = new Map<string, { readonly account: Account; readonly place: Place }>();
  for (const place of walk(organization)) {
    places.set(place.unit.id, place);
    for (const account of place.unit.accounts ?? []) accounts.set(account.id, { account, place });
  }
  const index = { places, accounts };
  indexes.set(organization, index);
  return index;
}
