import type { Entity } from '../role/entity.ts';
import type { Grant } from '../role/grant.ts';
import { allHold, anyHolds, type Call } from './call.ts';
import { deniedByRcp, deniedByScp, isBoundByRcps, isBoundByScps } from './control-policy.ts';
import { deniesCaller } from './principal.ts';
import { hasOwnPolicies } from './request.ts';
import { hasEffect, identityApplies, resourceApplies } from './statement.ts';
import type { Truth } from './truth.ts';
import { unseenEntity, unseenPolicy } from './unseen.ts';

export type DenySide = 'target' | 'source' | 'boundary' | 'session' | 'scp' | 'rcp';

export const denySides: readonly DenySide[] = ['target', 'source', 'boundary', 'session', 'scp', 'rcp'];

/** Whether an explicit Deny applies anywhere. */
export function isDenied(call: Call, action: string): Truth {
  return anyHolds(call, denySides.length, (index) => isDeniedBy(call, action, denySides[index] ?? 'target'));
}

/** Whether an explicit Deny of that side applies. It decides, whoever allows. */
export function isDeniedBy(call: Call, action: string, side: DenySide): Truth {
  const { source, target, world } = call.request;
  switch (side) {
    case 'target': {
      const grants = target.trust ?? [];
      return anyHolds(call, grants.length, (index) => {
        const grant = grants[index];
        return grant === undefined ? false : trustDenies(call, grant, action);
      });
    }
    case 'source':
      return hasOwnPolicies(call.request) ? deniedByOwn(call, source, action) : false;
    case 'boundary': {
      const { boundary } = source;
      if (boundary === undefined || !hasOwnPolicies(call.request)) return false;
      if (boundary.type === 'seen') return anyDenies(call, boundary.grants, action);
      return boundary.policy.known?.mayDeny === false ? false : unseenPolicy(call, boundary.policy, 'deny');
    }
    case 'session':
      return anyDenies(call, (source.sessionPolicies ?? []).flat(), action);
    case 'scp':
    case 'rcp': {
      if (world.controlPolicies.length === 0) return false;
      return allHold(call, 2, (index) => {
        if (index === 0) return side === 'scp' ? isBoundByScps(call) : isBoundByRcps(call);
        return side === 'scp' ? deniedByScp(call, action) : deniedByRcp(call, action);
      });
    }
  }
}

export function trustDenies(call: Call, grant: Grant, action: string): Truth {
  if (grant.effect === 'Allow') return false;
  return allHold(call, 3, (at) => {
    if (at === 0) return deniesCaller(call, grant);
    return at === 1 ? resourceApplies(call, grant, action) : hasEffect(call, grant, 'Deny');
  });
}

function deniedByOwn(call: Call, { permissions, unseen, source }: Entity, action: string): Truth {
  return anyHolds(call, permissions.length + unseen.length + (source === undefined ? 1 : 0), (index) => {
    const grant = permissions[index];
    if (grant !== undefined) return identityDenies(call, grant, action);
    const policy = unseen[index - permissions.length];
    if (policy === undefined) return unseenEntity(call, 'deny');
    return policy.known?.mayDeny === false ? false : unseenPolicy(call, policy, 'deny');
  });
}

function anyDenies(call: Call, grants: readonly Grant[], action: string): Truth {
  return anyHolds(call, grants.length, (index) => {
    const grant = grants[index];
    return grant === undefined ? false : identityDenies(call, grant, action);
  });
}

export function identityDenies(call: Call, grant: Grant, action: string): Truth {
  if (grant.effect === 'Allow') return false;
  return allHold(call, 2, (at) => (at === 0 ? identityApplies(call, grant, action) : hasEffect(call, grant, 'Deny')));
}
