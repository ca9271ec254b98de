import { isActionAuthorized, SET_SOURCE_IDENTITY } from './authorize.ts';
import { newCall } from './call.ts';
import { alwaysCarriesIdentity, alwaysCarriesTags } from './carried-identity.ts';
import { nameOf, quote } from './describe.ts';
import type { Environment } from './environment.ts';
import type { Request } from './request.ts';
import { TAG_SESSION } from './tag-key.ts';
import type { Assumption } from './verdict.ts';

/**
 * What every session of the source brings along from the call before, and what that needs. Of three roles in a chain
 * the last one's policies decide on it too; what they are not seen to allow is an assumption.
 */
export function carriedAlong(request: Request, environment: Environment): readonly Assumption[] {
  const { source, target, caller } = request;
  if (caller !== 'role') return [];
  const carried = [
    ...(alwaysCarriesIdentity(source)
      ? [{ what: 'the source identity', action: SET_SOURCE_IDENTITY, about: 'key:sts:SourceIdentity' }]
      : []),
    ...(alwaysCarriesTags(source)
      ? [{ what: 'the transitive tags', action: TAG_SESSION, about: 'key:sts:TransitiveTagKeys' }]
      : []),
  ];
  return carried
    .filter(({ action }) => isActionAuthorized(newCall(request, environment), action) !== true)
    .map(({ what, action, about }) => ({
      sentence: `${what} that a session of ${nameOf(source)} brings along does not keep it from assuming ${nameOf(target)}, of which ${quote(action)} is not seen to be allowed`,
      about,
    }));
}
