import { keptWith } from '../base/once.ts';
import type { Place } from '../role/entity.ts';
import { literalText, type Text, textKey } from '../role/text.ts';
import type { Call } from './call.ts';
import { type Environment, resolveText } from './environment.ts';
import { matchText } from './match.ts';
import { remember } from './remember.ts';
import type { Request } from './request.ts';
import type { Truth } from './truth.ts';

/** Whether both ends are in one account. */
export function isSameAccount(call: Call): Truth {
  const { request, environment } = call;
  return remember(call, request.sourcePlace, 'account', () => {
    if (areApart(request)) return false;
    const one = resolveText(request.sourcePlace.account, environment);
    return matchText(one, resolveText(request.targetPlace.account, environment), 'equals', call);
  });
}

/** False: what is assumed cannot be, as an account is in one place. */
export function isPossible({ request, environment }: Call): boolean {
  if (environment.size === 0) return true;
  if (areApart(request) && areSame(request, environment)) return false;
  const management = request.world.organization?.managementAccount;
  if (management === undefined) return true;
  return [request.sourcePlace, request.targetPlace].every(({ account, isManagement }) => {
    if (isManagement === undefined) return true;
    const literal = literalText(resolveText(account, environment));
    return literal === undefined || (literal === management) === isManagement;
  });
}

/** Where both ends are assumed to be in one account, what is known of the place of one is known of the other. */
export function withOnePlace(request: Request, environment: Environment): Request {
  const { sourcePlace: one, targetPlace: two } = request;
  if (environment.size === 0 || (one.organizationPath !== undefined && two.organizationPath !== undefined))
    return request;
  if (textKey(one.account) === textKey(two.account) || !areSame(request, environment)) return request;
  const account: Text = resolveText(one.account, environment);
  const organizationPath = one.organizationPath ?? two.organizationPath;
  const path = organizationPath === undefined ? {} : { organizationPath };
  return { ...request, sourcePlace: { ...one, account, ...path }, targetPlace: { ...two, account, ...path } };
}

function areSame({ sourcePlace, targetPlace }: Request, environment: Environment): boolean {
  return (
    textKey(resolveText(sourcePlace.account, environment)) === textKey(resolveText(targetPlace.account, environment))
  );
}

const known = keptWith<Place, WeakMap<Place, boolean>>();

/** Whether two places are certainly not one account, whatever accounts are in them. */
function areApart({ sourcePlace, targetPlace }: Request): boolean {
  if (sourcePlace === targetPlace) return false;
  const ofSource = known.get(sourcePlace) ?? new WeakMap<Place, boolean>();
  known.set(sourcePlace, ofSource);
  const found = ofSource.get(targetPlace) ?? tellApart(sourcePlace, targetPlace);
  ofSource.set(targetPlace, found);
  return found;
}

function tellApart(one: Place, two: Place): boolean {
  // Of one stack set, an account has one role.
  if (one.standsFor !== undefined && one.standsFor === two.standsFor && textKey(one.account) !== textKey(two.account))
    return true;
  if (one.isManagement !== undefined && two.isManagement !== undefined && one.isManagement !== two.isManagement)
    return true;
  if (isBesideUnit(one, two) || isBesideUnit(two, one)) return true;
  const [own, other] = [one.organizationPath, two.organizationPath];
  if (own === undefined || other === undefined) return false;
  if (own === 'none' || other === 'none') return own !== other;
  return matchText(own, other, 'equals') === false;
}

/** An account that is named, and of which nothing says that it is in the unit: the closed world says that it is not. */
function isBesideUnit(unit: Place, named: Place): boolean {
  if (unit.unit === undefined || literalText(unit.account) !== undefined) return false;
  return named.organizationPath === undefined && literalText(named.account) !== undefined;
}
