import type { Grant } from '../role/grant.ts';
import { allHold, anyHolds, type Call, optionOf } from './call.ts';
import { allowedByScps, isBoundByScps } from './control-policy.ts';
import { isDenied } from './denial.ts';
import { nameOf } from './describe.ts';
import { type Named, namesCaller } from './principal.ts';
import { remember } from './remember.ts';
import { hasOwnPolicies } from './request.ts';
import { isSameAccount } from './same-account.ts';
import { hasEffect, identityApplies, resourceApplies } from './statement.ts';
import { passedTagKeys, TAG_SESSION } from './tag-key.ts';
import type { Truth } from './truth.ts';
import { unseenEntity, unseenPolicy, unseenTrust } from './unseen.ts';

export const SET_SOURCE_IDENTITY = 'sts:SetSourceIdentity';

/**
 * Whether AWS lets the call through, by IAM User Guide, "Policy evaluation logic". Tags and a source identity that the
 * caller chooses to pass need their own permission.
 */
export function isAuthorized(call: Call): Truth {
  const mark = call.notes.length;
  const own = isActionAuthorized(call, call.request.action);
  if (own === false) return false;
  const others = companions(call, mark);
  return allHold(call, others.length + 1, (index) => {
    const other = others[index - 1];
    if (other === undefined) return own;
    const truth = isActionAuthorized(call, other.action);
    // As long as it is not chosen, nothing need be passed; but what the choice depends on is asked for.
    return other.isChosen ? truth : undefined;
  });
}

/** What the call needs to be allowed, under what is chosen so far. */
export function actionsOf(call: Call): readonly string[] {
  const chosen = companions(call, call.notes.length);
  return [call.request.action, ...chosen.filter(({ isChosen }) => isChosen).map(({ action }) => action)];
}

interface Companion {
  readonly action: string;
  /** False: not decided yet, and asked for by what was evaluated. */
  readonly isChosen: boolean;
}

/** The further permissions that the call needs, or may need, for what the caller passes with it. */
function companions({ request, environment, notes }: Call, mark: number): readonly Companion[] {
  const sourceIdentity = 'key:sts:sourceidentity';
  const tagKeys = passedTagKeys(request).id;
  const asked = notes.length === mark ? [] : notes.slice(mark).map(({ variable }) => variable.id);
  const both = [
    { id: tagKeys, action: TAG_SESSION },
    { id: sourceIdentity, action: SET_SOURCE_IDENTITY },
  ];
  return both.flatMap(({ id, action }): readonly Companion[] => {
    const assigned = environment.get(id);
    if (assigned !== undefined) return assigned.texts.length > 0 ? [{ action, isChosen: true }] : [];
    return asked.includes(id) ? [{ action, isChosen: false }] : [];
  });
}

/** Whether one of the actions that the call needs is allowed. */
export function isActionAuthorized(call: Call, action: string): Truth {
  return allHold(call, 2, (index) => {
    if (index === 0) return isAllowed(call, action);
    const denied = isDenied(call, action);
    return denied === undefined ? undefined : !denied;
  });
}

function isAllowed(call: Call, action: string): Truth {
  return allHold(call, 2, (index) => {
    if (index === 1) return allowedBySide(call, action, 'scp');
    if (!hasOwnPolicies(call.request)) return trustAllowsAnyhow(call, action);
    return anyHolds(call, 2, (at) => (at === 0 ? crosses(call, action) : staysAndIsAllowed(call, action)));
  });
}

/** Between accounts both sides must allow. What is allowed so is allowed within one account too. */
function crosses(call: Call, action: string): Truth {
  return allHold(call, 4, (index) => {
    if (index === 0) return trustAllowsAnyhow(call, action);
    if (index === 1) return identityAllows(call, action);
    return allowedBySide(call, action, index === 2 ? 'boundary' : 'session');
  });
}

/** Within an account a trust policy that names the caller suffices. */
function staysAndIsAllowed(call: Call, action: string): Truth {
  return allHold(call, 2, (index) => {
    if (index === 0) return isSameAccount(call);
    return anyHolds(call, 2, (at) =>
      at === 1
        ? trustAllows(call, action, 'session')
        : allHold(call, 3, (of) => {
            if (of === 0) return trustAllows(call, action, 'entity');
            return of === 1 ? boundaryAllowsNamed(call, action) : allowedBySide(call, action, 'session');
          }),
    );
  });
}

/**
 * AWS's pages conflict on whether a boundary limits what is granted to a user's ARN within the account: "Permissions
 * boundaries for IAM entities" says that it does not, "Policy evaluation logic" names users among those that it limits.
 */
function boundaryAllowsNamed(call: Call, action: string): Truth {
  if (call.request.caller !== 'user') return allowedBySide(call, action, 'boundary');
  return anyHolds(call, 2, (index) => {
    if (index === 0) return allowedBySide(call, action, 'boundary');
    const name = nameOf(call.request.source);
    const chosen = optionOf(call, `user-boundary:${call.request.source.id}`, () => [
      {
        value: 'yes',
        sentence: `the permissions boundary of ${name} does not limit what a trust policy grants to the user by its ARN`,
      },
      {
        value: 'no',
        sentence: `the permissions boundary of ${name} limits what a trust policy grants to the user by its ARN`,
      },
    ]);
    return chosen === undefined ? undefined : chosen === 'yes';
  });
}

/** Whether the target's trust policy allows the action to the caller, however it is named. */
export function trustAllowsAnyhow(call: Call, action: string): Truth {
  return anyHolds(call, 3, (index) => trustAllows(call, action, NAMED[index] ?? 'account'));
}

const NAMED: readonly Named[] = ['entity', 'account', 'session'];

/** Whether the target's trust policy allows the action to the caller, named as such. */
export function trustAllows(call: Call, action: string, as: Named): Truth {
  const { source, target } = call.request;
  const { trust } = target;
  if (trust === undefined) {
    // A role that is only named may trust anyone; anything else cannot be assumed.
    if (target.kind !== 'role' && target.kind !== 'anyone') return false;
    if (target.kind === 'role' && target.source !== undefined) return false;
    return unseenTrust(call, source, target, as);
  }
  return remember(call, trust, `${as} ${action}`, () =>
    anyHolds(call, trust.length, (index) => {
      const grant = trust[index];
      return grant === undefined ? false : trustGrants(call, grant, action, as);
    }),
  );
}

export function trustGrants(call: Call, grant: Grant, action: string, as: Named): Truth {
  if (grant.effect === 'Deny') return false;
  return allHold(call, 3, (at) => {
    if (at === 0) return namesCaller(call, grant, as);
    return at === 1 ? resourceApplies(call, grant, action) : hasEffect(call, grant, 'Allow');
  });
}

/** Whether the source's own policies allow the action. */
export function identityAllows(call: Call, action: string): Truth {
  const { source } = call.request;
  const { permissions, unseen } = source;
  const isUnseen = source.source === undefined;
  return anyHolds(call, permissions.length + unseen.length + (isUnseen ? 1 : 0), (index) => {
    const grant = permissions[index];
    if (grant !== undefined) return identityGrants(call, grant, action);
    const policy = unseen[index - permissions.length];
    if (policy === undefined) return unseenEntity(call, 'allow');
    return policy.known?.mayAllow === false ? false : unseenPolicy(call, policy, 'allow');
  });
}

export function identityGrants(call: Call, grant: Grant, action: string): Truth {
  if (grant.effect === 'Deny') return false;
  return allHold(call, 2, (at) => (at === 0 ? identityApplies(call, grant, action) : hasEffect(call, grant, 'Allow')));
}

export type Limit = 'boundary' | 'session' | 'scp';

/** Whether what only limits lets the action through: it must hold an Allow, where there is one. */
export function allowedBySide(call: Call, action: string, limit: Limit): Truth {
  const { boundary, sessionPolicies = [] } = call.request.source;
  switch (limit) {
    case 'boundary':
      if (boundary === undefined || !hasOwnPolicies(call.request)) return true;
      if (boundary.type === 'seen') return anyGrants(call, boundary.grants, action);
      return boundary.policy.known?.mayAllow === false ? false : unseenPolicy(call, boundary.policy, 'allow');
    case 'session':
      return allHold(call, sessionPolicies.length, (index) => anyGrants(call, sessionPolicies[index] ?? [], action));
    case 'scp': {
      const { world } = call.request;
      if (world.controlPolicies.length === 0) return true;
      return anyHolds(call, 2, (index) => {
        if (index === 1) return allowedByScps(call, action);
        const isBound = isBoundByScps(call);
        return isBound === undefined ? undefined : !isBound;
      });
    }
  }
}

function anyGrants(call: Call, grants: readonly Grant[], action: string): Truth {
  return anyHolds(call, grants.length, (index) => {
    const grant = grants[index];
    return grant === undefined ? false : identityGrants(call, grant, action);
  });
}
