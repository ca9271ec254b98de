import { idKindOf } from '../organization/ids.ts';
import { formatOrgPath, parseOrgPath } from '../organization/path.ts';
import { isOrganizationFailure, OrganizationFailure } from '../service/organization-source.ts';
import type { How } from './paced.ts';
import type { Questions } from './questions.ts';

/** The path of a unit or the root, `o-…/r-…/ou-…/`: AWS says it for a unit, or it is put together from the parents. */
export async function findPath(unitId: string, questions: Questions, how: How): Promise<string> {
  return (await readPath(unitId, questions, how)) ?? (await climb(unitId, questions, how));
}

async function readPath(unitId: string, { describePath }: Questions, how: How): Promise<string | undefined> {
  if (idKindOf(unitId) !== 'unit') return undefined;
  const said = await describePath(unitId, how).catch((error: unknown) => {
    // Whoever may not describe a unit may still list its parents.
    if (isOrganizationFailure(error) && error.kind === 'access-denied') return undefined;
    throw error;
  });
  const path = parseOrgPath(said?.replace(/\/*$/, '/') ?? '');
  if (path === undefined) return undefined;
  // "The path where this OU exists": whether it ends with the unit itself is not documented.
  return formatOrgPath(path.units.at(-1) === unitId ? path : { ...path, units: [...path.units, unitId] });
}

async function climb(unitId: string, { identify, findParent }: Questions, how: How): Promise<string> {
  const units: string[] = [];
  let id: string | undefined = unitId;
  while (id !== undefined && idKindOf(id) === 'unit' && !units.includes(id)) {
    units.unshift(id);
    id = await findParent(id, how);
  }
  if (id === undefined || idKindOf(id) !== 'root')
    throw new OrganizationFailure('other', `AWS knows no way from ${unitId} up to the root: check the id.`);
  return formatOrgPath({ organization: (await identify(how)).id, root: id, units });
}
