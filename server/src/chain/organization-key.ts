import type { Entity, Place } from '../role/entity.ts';
import { type Text, textKey } from '../role/text.ts';
import { accountLabel } from './describe.ts';
import type { Variable } from './environment.ts';
import { absent, type KeyState, openKey, present } from './key-state.ts';
import type { Request } from './request.ts';

/** `aws:PrincipalOrgPaths` and its kin: one variable for each account of which the place is not known. */
export function organizationPaths(request: Request, entity: Entity, place: Place): KeyState {
  const { organizationPath } = place;
  if (organizationPath === 'none') return absent;
  if (organizationPath !== undefined) return { type: 'present', values: [organizationPath], isMany: true };
  const id = `organization:${textKey(place.account)}`;
  const met = request.variables.get(id);
  if (met !== undefined) return { type: 'open', variable: met };
  const variable: Variable = {
    id,
    label: `the organization path of ${accountLabel(entity, place)}`,
    about: place === request.sourcePlace ? 'key:aws:PrincipalOrgPaths' : 'key:aws:ResourceOrgPaths',
    type: 'text',
    isChoice: entity.kind === 'anyone',
    mayBeAbsent: true,
    isMany: false,
  };
  request.variables.set(id, variable);
  return { type: 'open', variable };
}

/** `aws:PrincipalOrgID` and its kin: the first part of the path. */
export function organizationId(request: Request, entity: Entity, place: Place): KeyState {
  const paths = organizationPaths(request, entity, place);
  if (paths.type === 'open') return { ...paths, isStart: true };
  return paths.type === 'present' ? present(...paths.values.map(startOfPath)) : paths;
}

/** `aws:PrincipalOrgMasterAccountId`: known where the account is in the organization that is. */
export function managementAccount(request: Request, entity: Entity, place: Place): KeyState {
  const { organization } = request.world;
  const paths = organizationPaths(request, entity, place);
  if (paths.type === 'absent') return absent;
  const [start] = paths.type === 'present' ? paths.values.map(startOfPath) : [];
  const isKnown = start?.length === 1 && start[0] === organization?.id;
  if (isKnown && organization?.managementAccount !== undefined) return present([organization.managementAccount]);
  return openKey(request, 'aws:principalorgmasteraccountid', { mayBeAbsent: paths.type === 'open' });
}

/** Up to the first slash. */
export function startOfPath(path: Text): Text {
  const parts: Text[number][] = [];
  for (const part of path) {
    const slash = typeof part === 'string' ? part.indexOf('/') : -1;
    if (typeof part === 'string' && slash >= 0) return slash === 0 ? parts : [...parts, part.slice(0, slash)];
    parts.push(part);
  }
  return parts;
}
