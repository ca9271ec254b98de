import { ownValue } from '../base/table.ts';
import { idKindOf } from '../organization/ids.ts';
import { findAccount, findUnit, type Organization, pathOf, pathOfPlace } from '../organization/organization.ts';
import { parseOrgPath } from '../organization/path.ts';
import type { AssemblyDeployment } from './assembly-input.ts';
import type { StackSetTarget } from './declaration.ts';
import type { Place } from './entity.ts';
import { literalText, type Text, type Unknown } from './text.ts';

/** What places are made of. */
export interface Geography {
  readonly accounts: Readonly<Record<string, string>>;
  readonly organizations: readonly Organization[];
}

/** An account, and where it is if that is known. */
export function placeOfAccount(account: Text, { organizations }: Geography): Place {
  const id = literalText(account);
  if (id === undefined) return { account };
  for (const organization of organizations) {
    const found = findAccount(organization, id);
    if (found === undefined) continue;
    const { managementAccount } = organization;
    return {
      account,
      organizationPath: [pathOfPlace(organization, found.place)],
      ...(managementAccount !== undefined && { isManagement: managementAccount === id }),
    };
  }
  return { account };
}

/** Where a file of these deployments lives. `own` stands for an account that is not known. */
export function placesOfDeployments(
  deployments: readonly AssemblyDeployment[],
  own: Unknown,
  geography: Geography,
): readonly Place[] {
  const places = deployments.flatMap(({ account, organizationalUnits }): Place[] => {
    const units = (organizationalUnits ?? []).map((unit) => placeInUnit(unit, own, geography));
    if (account === undefined) return units;
    const id = ownValue(geography.accounts, account) ?? account;
    return [...units, placeOfAccount(idKindOf(id) === 'account' ? [id] : [own], geography)];
  });
  return settle(places, own);
}

/**
 * Where a stack set deploys to: service-managed ones to all accounts below units, never to the management account (AWS
 * CloudFormation User Guide, service-managed permissions); others to accounts.
 */
export function placesOfStackSet(
  targets: readonly StackSetTarget[],
  own: Unknown,
  geography: Geography,
): readonly Place[] {
  const places = targets.flatMap(({ units, accounts, filter }): Place[] => {
    const below = units.map((unit) => ({
      ...placeInUnit(literalText(unit), own, geography),
      isManagement: false,
    }));
    const named = accounts.map((account) => placeOfAccount(account, geography));
    if (units.length === 0) return named;
    if (filter === 'INTERSECTION') return named;
    return filter === 'UNION' ? [...below, ...named] : below;
  });
  return settle(places, own);
}

/** Several accounts share the texts of the template, in which one unknown stands for each of them. */
function settle(places: readonly Place[], own: Unknown): readonly Place[] {
  if (places.length === 0) return [{ account: [own] }];
  if (places.length === 1) return places;
  return places.map((place) => ({ ...place, standsFor: own.unknown }));
}

/** `unit` is an organization path or the id of a root or unit. Accounts below count, not only those directly in it. */
function placeInUnit(unit: string | undefined, own: Unknown, { organizations }: Geography): Place {
  const path = unit === undefined ? undefined : pathOfUnit(unit, organizations);
  if (unit === undefined || path === undefined) return { account: [own], ...(unit !== undefined && { unit }) };
  const below: Unknown = {
    unknown: `${own.unknown}/${path}`,
    label: `the units between \`${unit}\` and ${own.label}`,
    type: 'path',
  };
  // A unit below which there are no others holds its accounts directly.
  const isLeaf = organizations.some((each) => {
    const found = findUnit(each, path.split('/').at(-2) ?? '');
    return found !== undefined && found.unit.units?.length === 0;
  });
  return { account: [own], organizationPath: isLeaf ? [path] : [path, below], unit };
}

function pathOfUnit(unit: string, organizations: readonly Organization[]): string | undefined {
  if (parseOrgPath(unit) !== undefined) return unit;
  for (const organization of organizations) {
    const path = pathOf(organization, unit);
    if (path !== undefined) return path;
  }
  return undefined;
}
