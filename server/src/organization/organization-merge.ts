import type { Account, Organization, Unit } from './organization.ts';

/**
 * The organization with what is directly in one unit, or in the root. What was loaded below a unit that is still there
 * stays. The organization itself where that unit is not loaded.
 */
export function withUnits(organization: Organization, unitId: string, units: readonly Unit[]): Organization {
  return replace(organization, unitId, (unit) => ({ ...unit, units: units.map((each) => merge(unit.units, each)) }));
}

/** The organization with the accounts directly in one unit, or in the root; itself where that unit is not loaded. */
export function withAccounts(organization: Organization, unitId: string, accounts: readonly Account[]): Organization {
  return replace(organization, unitId, (unit) => ({ ...unit, accounts }));
}

/** A unit as it is now, with what is known of its inside from before. */
function merge(before: readonly Unit[] | undefined, now: Unit): Unit {
  const known = before?.find(({ id }) => id === now.id);
  return known === undefined ? now : { ...known, ...now };
}

function replace(organization: Organization, id: string, change: (unit: Unit) => Unit): Organization {
  const root = replaceIn(organization.root, id, change);
  return root === organization.root ? organization : { ...organization, root };
}

/** The unit itself where the id is not in it. */
function replaceIn(unit: Unit, id: string, change: (unit: Unit) => Unit): Unit {
  if (unit.id === id) return change(unit);
  for (const [index, each] of (unit.units ?? []).entries()) {
    const changed = replaceIn(each, id, change);
    if (changed !== each) return { ...unit, units: (unit.units ?? []).with(index, changed) };
  }
  return unit;
}
