import type { Grant } from '../role/grant.ts';
import {
  actionsOf,
  allowedBySide,
  identityAllows,
  identityGrants,
  trustAllows,
  trustAllowsAnyhow,
  trustGrants,
} from './authorize.ts';
import { type Call, newCall } from './call.ts';
import { isAttached, levelsOf } from './control-policy.ts';
import { type DenySide, denySides, identityDenies, isDeniedBy, trustDenies } from './denial.ts';
import { nameOf, quote } from './describe.ts';
import { type Environment, nothingAssigned } from './environment.ts';
import { type About, findNearest } from './nearest.ts';
import { hasOwnPolicies, type Request } from './request.ts';
import { isSameAccount } from './same-account.ts';
import { sayNearest, sentenceStart } from './say-reason.ts';
import { findAssumptions } from './search.ts';
import type { Truth } from './truth.ts';
import type { Reason } from './verdict.ts';

/** The Allow statements by which each side lets the call through. */
export function explainAllowed(request: Request, environment: Environment = nothingAssigned): readonly Reason[] {
  const call = newCall(request, environment);
  const { action, source, target } = request;
  const byTrust = (target.trust ?? []).filter((grant) =>
    (['session', 'entity', 'account'] as const).some((as) => trustGrants(call, grant, action, as) === true),
  );
  const reasons = byTrust.map((grant) => allows('target', grant, `${nameOf(source)} assume ${nameOf(target)}`));
  if (byTrust.length === 0) {
    const message =
      target.kind === 'anyone'
        ? `Which roles trust ${nameOf(source)} is not in sight`
        : `The trust policy of ${nameOf(target)} is not in sight, and is taken to let ${nameOf(source)} assume it`;
    reasons.push({ side: 'target', effect: 'allow', message });
  }
  if (!hasOwnPolicies(request)) return reasons;
  const own = source.permissions.filter((grant) => identityGrants(call, grant, action) === true);
  reasons.push(...own.map((grant) => allows('source', grant, `${nameOf(source)} assume ${nameOf(target)}`)));
  if (own.length === 0) reasons.push(withoutPermission(call, action));
  return [...reasons, ...limitsThatAllow(call, action)];
}

function allows(side: Reason['side'], grant: Grant, what: string): Reason {
  const message = `${sentenceStart(grant.origin.label)} lets ${what}`;
  return { side, effect: 'allow', message, origin: grant.origin };
}

function withoutPermission(call: Call, action: string): Reason {
  const { source, target } = call.request;
  const isNeeded = identityAllows(call, action) !== false;
  const message = isNeeded
    ? `Permissions of ${nameOf(source)} that are not in sight are taken to let it assume ${nameOf(target)}`
    : `Within one account the trust policy of ${nameOf(target)} suffices, which names ${nameOf(source)}`;
  return { side: 'source', effect: isNeeded ? 'allow' : 'none', message };
}

function limitsThatAllow(call: Call, action: string): readonly Reason[] {
  const { boundary, sessionPolicies = [] } = call.request.source;
  const lists = [
    { side: 'boundary', grants: boundary?.type === 'seen' ? boundary.grants : [] },
    ...sessionPolicies.map((grants) => ({ side: 'session', grants }) as const),
    { side: 'scp', grants: levelsOf(call).flatMap(({ policies }) => policies.flatMap(({ grants }) => grants)) },
  ] as const;
  return lists.flatMap(({ side, grants }) => {
    const found = grants.find((grant) => identityGrants(call, grant, action) === true);
    return found === undefined ? [] : [allows(side, found, `the call through`)];
  });
}

/** What keeps the call from succeeding: each explicit Deny, then each side that lacks an Allow. */
export function explainBlocked(request: Request): readonly Reason[] {
  const plain = reasonsUnder(newCall(request, nothingAssigned));
  if (plain.length > 0) return plain;
  // Neither side alone: what the one asks for is not what the other takes.
  for (const claim of [sourceAgrees, targetAgrees]) {
    const found = findAssumptions(request, claim);
    const reasons = found.type === 'holds' ? reasonsUnder(newCall(request, found.environment)) : [];
    if (reasons.length > 0) return reasons;
  }
  const message = `No values of what is not known let ${nameOf(request.source)} assume ${nameOf(request.target)}`;
  return [{ side: 'target', effect: 'none', message }];
}

function sourceAgrees(call: Call): Truth {
  const { action } = call.request;
  if (!hasOwnPolicies(call.request)) return undefined;
  const denied = isDeniedBy(call, action, 'source');
  return denied === false ? identityAllows(call, action) : denied === true ? false : undefined;
}

function targetAgrees(call: Call): Truth {
  const { action } = call.request;
  const denied = isDeniedBy(call, action, 'target');
  return denied === false ? trustAllowsAnyhow(call, action) : denied === true ? false : undefined;
}

function reasonsUnder(call: Call): readonly Reason[] {
  return actionsOf(call).flatMap((action) => [...denialsOf(call, action), ...lacksOf(call, action)]);
}

function denialsOf(call: Call, action: string): readonly Reason[] {
  return denySides
    .filter((side) => isDeniedBy(call, action, side) === true)
    .flatMap((side) => {
      const isOfResource = side === 'target' || side === 'rcp';
      const denies = isOfResource ? trustDenies : identityDenies;
      const grants = grantsOf(call, side).filter((grant) => denies(call, grant, action) === true);
      return grants.map((grant): Reason => {
        const message = `${sentenceStart(grant.origin.label)} denies ${quote(action)} to ${nameOf(call.request.source)}`;
        return { side, effect: 'deny', message, origin: grant.origin };
      });
    });
}

function grantsOf(call: Call, side: DenySide): readonly Grant[] {
  const { source, target, world } = call.request;
  switch (side) {
    case 'target':
      return target.trust ?? [];
    case 'source':
      return source.permissions;
    case 'boundary':
      return source.boundary?.type === 'seen' ? source.boundary.grants : [];
    case 'session':
      return (source.sessionPolicies ?? []).flat();
    case 'scp':
    case 'rcp':
      return world.controlPolicies
        .filter((policy) => policy.kind === side && isAttached(call, policy) !== false)
        .flatMap(({ grants }) => grants);
  }
}

function lacksOf(call: Call, action: string): readonly Reason[] {
  const { request } = call;
  const { source, target } = request;
  const reasons: Reason[] = [];
  const lacks = (side: Exclude<DenySide, 'rcp'>, about: About, what: string): void => {
    reasons.push(lack(call, side, about, action, what));
  };
  if (trustAllowsAnyhow(call, action) === false) lacks('target', 'principal', `the trust policy of ${nameOf(target)}`);
  if (hasOwnPolicies(request)) {
    const isNamed = isSameAccount(call) !== false && trustAllows(call, action, 'entity') !== false;
    const isSession = isSameAccount(call) !== false && trustAllows(call, action, 'session') !== false;
    if (!isNamed && !isSession && identityAllows(call, action) === false)
      lacks('source', 'resource', `the permission policy of ${nameOf(source)}`);
    if (!isSession && allowedBySide(call, action, 'boundary') === false)
      lacks('boundary', 'resource', `the permissions boundary of ${nameOf(source)}`);
    if (!isSession && allowedBySide(call, action, 'session') === false)
      lacks('session', 'resource', `the session policy of ${nameOf(source)}`);
  }
  if (allowedBySide(call, action, 'scp') === false)
    lacks('scp', 'resource', `the SCPs above the account of ${nameOf(source)}`);
  return reasons;
}

function lack(call: Call, side: Exclude<DenySide, 'rcp'>, about: About, action: string, what: string): Reason {
  const nearest = findNearest(call, grantsOf(call, side), action, about);
  if (nearest === undefined)
    return { side, effect: 'none', message: `No statement of ${what} allows ${quote(action)} for this call` };
  const { grant, part } = nearest;
  const message = sayNearest(call, nearest, action);
  return { side, effect: 'none', message, origin: grant.origin, ...(part && { part }) };
}
