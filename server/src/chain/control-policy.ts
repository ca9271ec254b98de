import type { AttachedControlPolicy, Place } from '../role/entity.ts';
import { literalText, type Text, textKey } from '../role/text.ts';
import { isAccount } from './align.ts';
import { allHold, anyHolds, type Call } from './call.ts';
import { resolveText } from './environment.ts';
import { matchText } from './match.ts';
import { organizationPaths } from './organization-key.ts';
import { deniesCaller } from './principal.ts';
import { hasEffect, identityApplies, resourceApplies } from './statement.ts';
import { not, type Truth } from './truth.ts';

/**
 * Whether SCPs are asked at all: they bind the principals of the source's account, but neither the management account
 * nor service-linked roles (AWS Organizations User Guide, SCPs: tasks and entities not restricted by SCPs).
 */
export function isBoundByScps(call: Call): Truth {
  const { caller, source, sourcePlace, world } = call.request;
  if (world.controlPolicies.length === 0) return false;
  if (caller === 'service' || caller === 'federated' || source.isServiceLinked) return false;
  if (!world.controlPolicies.some(({ kind }) => kind === 'scp')) return false;
  return not(isManagementAccount(call, sourcePlace));
}

/** The same for RCPs, which guard the resources of the target's account. */
export function isBoundByRcps(call: Call): Truth {
  const { source, target, targetPlace, world } = call.request;
  if (!world.controlPolicies.some(({ kind }) => kind === 'rcp')) return false;
  if (source.isServiceLinked || target.isServiceLinked) return false;
  return not(isManagementAccount(call, targetPlace));
}

export function deniedByScp(call: Call, action: string): Truth {
  return deniedByControl(call, 'scp', (policy) =>
    anyHolds(call, policy.grants.length, (index) => {
      const grant = policy.grants[index];
      if (grant === undefined || grant.effect === 'Allow') return false;
      return allHold(call, 2, (at) =>
        at === 0 ? identityApplies(call, grant, action) : hasEffect(call, grant, 'Deny'),
      );
    }),
  );
}

export function deniedByRcp(call: Call, action: string): Truth {
  return deniedByControl(call, 'rcp', (policy) =>
    anyHolds(call, policy.grants.length, (index) => {
      const grant = policy.grants[index];
      if (grant === undefined || grant.effect === 'Allow') return false;
      return allHold(call, 3, (at) => {
        if (at === 0) return resourceApplies(call, grant, action);
        return at === 1 ? deniesCaller(call, grant) : hasEffect(call, grant, 'Deny');
      });
    }),
  );
}

function deniedByControl(
  call: Call,
  kind: AttachedControlPolicy['kind'],
  denies: (policy: AttachedControlPolicy) => Truth,
): Truth {
  const { controlPolicies } = call.request.world;
  return anyHolds(call, controlPolicies.length, (index) => {
    const policy = controlPolicies[index];
    if (policy === undefined || policy.kind !== kind) return false;
    return allHold(call, 2, (at) => (at === 0 ? denies(policy) : isAttached(call, policy)));
  });
}

/**
 * Whether SCPs let the action through: an Allow is needed at every level above the account and at the account itself.
 * A level of which no Allow is in sight has the FullAWSAccess that AWS attaches by itself.
 */
export function allowedByScps(call: Call, action: string): Truth {
  const levels = levelsOf(call);
  return allHold(call, levels.length, (index) => {
    const level = levels[index];
    if (level === undefined) return true;
    return anyHolds(call, 3, (at) => {
      if (at === 0) return allowedAtOne(call, levels, level, action);
      if (at === 1) return not(isAt(call, 'scp', level.target));
      return not(holdsAllow(call, level));
    });
  });
}

export interface Level {
  readonly target: Text;
  readonly policies: readonly AttachedControlPolicy[];
}

/** The SCPs that hold an Allow, by what they are attached to. */
export function levelsOf({ request }: Call): readonly Level[] {
  const levels = new Map<string, { target: Text; policies: AttachedControlPolicy[] }>();
  for (const policy of request.world.controlPolicies) {
    if (policy.kind !== 'scp' || !policy.grants.some(({ effect }) => effect !== 'Deny')) continue;
    for (const target of policy.targets) {
      const key = levelKey(target);
      const level = levels.get(key);
      if (level === undefined) levels.set(key, { target, policies: [policy] });
      else if (!level.policies.includes(policy)) level.policies.push(policy);
    }
  }
  return [...levels.values()];
}

function levelKey(target: Text): string {
  return textKey(idOf(target));
}

/** A path and the id at its end are the same level. */
function idOf(target: Text): Text {
  const literal = literalText(target);
  if (literal === undefined || !literal.endsWith('/')) return target;
  return [literal.slice(literal.lastIndexOf('/', literal.length - 2) + 1, -1)];
}

/** By what is attached to the level, under whatever name: two parameters may give the same account. */
function allowedAtOne(call: Call, levels: readonly Level[], level: Level, action: string): Truth {
  return anyHolds(call, levels.length, (index) => {
    const other = levels[index];
    if (other === undefined) return false;
    if (other === level) return allowedAt(call, level, action);
    return allHold(call, 2, (at) => (at === 0 ? isSameLevel(call, level, other) : allowedAt(call, other, action)));
  });
}

function isSameLevel(call: Call, one: Level, other: Level): Truth {
  const idNow = ({ target }: Level) => idOf(resolveText(target, call.environment));
  return matchText(idNow(one), idNow(other), 'equals', call);
}

function allowedAt(call: Call, { policies }: Level, action: string): Truth {
  const grants = policies.flatMap((policy) => policy.grants);
  return anyHolds(call, grants.length, (index) => {
    const grant = grants[index];
    if (grant === undefined || grant.effect === 'Deny') return false;
    return allHold(call, 2, (at) =>
      at === 0 ? identityApplies(call, grant, action) : hasEffect(call, grant, 'Allow'),
    );
  });
}

function holdsAllow(call: Call, { policies }: Level): Truth {
  const grants = policies.flatMap((policy) => policy.grants);
  if (grants.some(({ effect }) => effect === 'Allow')) return true;
  return anyHolds(call, grants.length, (index) => {
    const grant = grants[index];
    return grant === undefined ? false : hasEffect(call, grant, 'Allow');
  });
}

/** Whether a policy is attached to the account that it would bind, or above it. */
export function isAttached(call: Call, policy: AttachedControlPolicy): Truth {
  return anyHolds(call, policy.targets.length, (index) => isAt(call, policy.kind, policy.targets[index] ?? []));
}

/** Whether the account is what a policy is attached to, or lies below it. */
function isAt(call: Call, kind: AttachedControlPolicy['kind'], target: Text): Truth {
  const { request, environment } = call;
  const entity = kind === 'scp' ? request.source : request.target;
  const place = kind === 'scp' ? request.sourcePlace : request.targetPlace;
  const own = resolveText(target, environment);
  const literal = literalText(own);
  const [only, ...more] = own;
  const isNumber =
    literal === undefined
      ? typeof only === 'object' && only.type === 'account' && more.length === 0
      : isAccount(literal);
  if (isNumber) return matchText(own, resolveText(place.account, environment), 'equals', call);
  const pattern: Text = literal?.includes('/') || own.some(hasSlash) ? [...own, '*'] : ['*/', ...own, '/*'];
  const state = organizationPaths(request, entity, place);
  if (state.type === 'absent' || state.type === 'pending') return false;
  if (state.type === 'present')
    return matchText(pattern, resolveText(state.values[0] ?? [], environment), 'like', call);
  const { variable } = state;
  const assigned = environment.get(variable.id)?.texts;
  if (assigned?.length === 0) return false;
  const path = assigned?.[0] ?? [{ unknown: variable.id, label: variable.label, type: variable.type }];
  const truth = matchText(pattern, resolveText(path, environment), 'like', call);
  if (truth !== true || assigned !== undefined) return truth;
  call.notes.push({ variable, demand: { type: 'presence' } });
  return undefined;
}

function hasSlash(part: Text[number]): boolean {
  return typeof part === 'string' && part.includes('/');
}

function isManagementAccount(call: Call, place: Place): Truth {
  if (place.isManagement !== undefined) return place.isManagement;
  if (place.organizationPath === 'none') return false;
  const known = call.request.world.organization?.managementAccount;
  if (known !== undefined) return matchText([known], resolveText(place.account, call.environment), 'equals', call);
  // The closed world: nobody says that it is.
  return false;
}
